import { expect, test } from 'vitest';
import { lacking, type Question, saidBy } from './typed.ts';

const options = ['Very clean', 'Clean', 'Dirty'].map((label, at) => ({ number: at + 1, id: `o${at}`, label }));
const question: Question = {
  id: 'stairs',
  number: 3,
  kind: 'single',
  pageText: '',
  title: 'How clean are the stairs?',
  options,
  unread: [{ number: 4, id: 'refused', label: 'Unable to answer' }],
  min: null,
  max: null,
  keyed: null,
  answeredBy: null,
};
const t = (word: string, values: Record<string, string | number> = {}) => [word, ...Object.values(values)].join(' ');

test.each([
  ['2', '2 Clean'],
  ['', ''],
  ['-', 'keying.blank'],
  ['/', 'keying.back'],
  ['4', '4 Unable to answer'],
  ['9', 'keying.no_such 9'],
  ['*1 3', 'keying.both 1 Very clean, 3 Dirty'],
])('%s reads as %s', (typed, said) => {
  expect(saidBy(question, typed, t)).toBe(said);
});

test.each([
  ['', 'nothing'],
  ['*', 'both'],
  ['*1', 'both'],
  ['*1 2', null],
  ['-', null],
])('%s lacks %s', (typed, lacks) => {
  expect(lacking(question, typed)).toBe(lacks);
});

test('written words may start with a star', () => {
  expect(lacking({ ...question, kind: 'text' }, '* lift')).toBeNull();
});
