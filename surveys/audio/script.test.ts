import { expect, test } from 'vitest';
import type { NumberedPaper } from '../papers/numbered.ts';
import { digitByDigit, scriptText, tracksOf, trackText } from './script.ts';

const paper: NumberedPaper = {
  landlordName: 'Millbrook Homes',
  dateline: '1 April 2026',
  versionline: 'Version 4',
  title: 'Please tell us.',
  paragraphs: ['**Phone:** ring 01632 960123.'],
  code: { digits: '4821 0937 5526', label: 'Your code' },
  formTitle: 'Questions',
  formHelp: ['There are no boxes to mark.'],
  questions: [
    { number: 1, title: 'How clean?', hint: 'Choose one.', options: [{ number: 1, label: 'Clean' }], routing: '' },
  ],
  formEnd: ['Thank you.'],
};

test('codes and telephone numbers are read digit by digit, other numbers as numbers', () => {
  expect(digitByDigit('4821 0937 5526')).toBe('4 8 2 1, 0 9 3 7, 5 5 2 6');
  expect(tracksOf(paper, 'en')[0]?.lines).toEqual([
    'This recording is from Millbrook Homes. You can stop it at any time and start again.',
    'Please tell us.',
    '1 April 2026. Version 4.',
    'Phone: ring 0 1 6 3 2, 9 6 0 1 2 3.',
  ]);
});

test('one track for each part; the code is each person’s own', () => {
  const tracks = tracksOf(paper, 'en');
  expect(tracks.map(({ number, name, personal }) => [number, name, personal])).toEqual([
    [1, 'Opening', false],
    [2, 'Code', true],
    [3, 'How to answer', false],
    [4, 'Question 1', false],
    [5, 'End', false],
  ]);
  expect(tracks[1]?.lines[0]).toContain('4 8 2 1, 0 9 3 7, 5 5 2 6. Here it is again: 4 8 2 1');
  expect(tracks[3]?.lines).toEqual(['Question 1 of 1.', 'How clean?', 'Choose one.', 'Number 1: Clean.']);
});

test('the script marks tracks and pauses, and says no code', () => {
  const tracks = tracksOf(paper, 'en');
  const text = scriptText(tracks);
  expect(text).toContain('[Track 4: Question 1]\nQuestion 1 of 1.\n[pause 1]\nHow clean?\n[pause 1]');
  expect(text).toContain('[Track 2: Code. Each person has their own');
  expect(text).not.toContain('4 8 2 1');
  expect(tracks[1] && trackText(tracks[1])).toContain('4 8 2 1');
});

test('is read in the language of its words', () => {
  expect(tracksOf(paper, 'cy')[3]?.lines[3]).toBe('Rhif 1: Clean.');
});
