import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { changedSince } from './changed.ts';
import { placeOf, placeWords } from './where.ts';

const question = (name: string, title: string) => ({ type: 'comment', name, title });
const { compiled, texts } = compile({
  description: 'Hello',
  pages: [{ elements: [question('a', 'Why?'), question('b', 'How?'), question('c', 'When?')] }],
});

test.each([
  [{}, null],
  [{ 'q.b.title': 'In what way?' }, 'question 2 changed'],
  [{ 'q.a.title': 'x', 'q.c.title': 'x' }, 'questions 1 and 3 changed'],
  [{ 'q.a.title': 'x', 'q.b.title': 'x', 'q.c.title': 'x' }, 'questions 1, 2 and 3 changed'],
  [{ intro: 'Hi' }, 'the introduction changed'],
])('%o', (before, expected) => {
  expect(changedSince({ ...texts, ...before }, { compiled, texts })).toBe(expected);
});

test('a text is named by its place', () => {
  const survey = compile({ pages: [{ elements: [{ type: 'checkbox', name: 'a', choices: ['x', 'y'] }] }] });
  const named = (key: string) => placeWords(placeOf(key, survey.compiled));
  expect(['title', 'intro', 'q.a.title', 'q.a.option.y', 'q.gone.title'].map(named)).toEqual([
    'Title',
    'Introduction',
    'Question 1, title',
    'Question 1, answer 2',
    'Title',
  ]);
});
