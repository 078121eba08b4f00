import { expect, test } from 'vitest';
import { runsOf } from './words.ts';

const texts = (text: string, direction: 'ltr' | 'rtl' = 'ltr') => runsOf(text, direction).map((run) => run.text);

test('marks bold, and leaves an unclosed mark as it was written', () => {
  expect(runsOf('**Phone:** ring us', 'ltr')).toMatchObject([
    { text: 'Phone:', bold: true },
    { text: ' ring us', bold: false },
  ]);
  expect(texts('2 ** 3')).toEqual(['2 ** 3']);
  expect(runsOf('', 'ltr')).toEqual([]);
});

test('keeps a telephone number and a code on one line, and a web address whole', () => {
  expect(texts('ring 01632 960123 now')).toEqual(['ring 01632\u00A0960123 now']);
  expect(runsOf('Go to ask.millbrook.example/s and type', 'ltr')).toMatchObject([
    { text: 'Go to ', whole: false },
    { text: 'ask.millbrook.example/s', whole: true },
    { text: ' and type', whole: false },
  ]);
  expect(texts('See www.example.org. Thank you')).toEqual(['See ', 'www.example.org', '. Thank you']);
  expect(texts('Go to http://localhost:3000/s, or')).toEqual(['Go to ', 'http://localhost:3000/s', ', or']);
  expect(texts('Write to post@example.org')).toEqual(['Write to ', 'post@example.org']);
});

test('a sentence with no space after its full stop is not a web address', () => {
  expect(runsOf('We listened.Please tell us 3.5 things', 'ltr')).toMatchObject([{ whole: false }]);
});

test('lets an address longer than a line of large print break', () => {
  const long = `example.org/${'a'.repeat(60)}`;
  expect(runsOf(long, 'ltr')).toMatchObject([{ text: long, whole: false }]);
});

test('isolates Latin names and numbers within right-to-left words', () => {
  expect(texts('ہم Millbrook Homes ہیں', 'rtl')).toEqual(['ہم', ' \u2066Millbrook Homes\u2069 ', 'ہیں']);
  expect(texts('فون 01632 960123', 'rtl')).toEqual(['فون', ' \u206601632\u00A0960123\u2069']);
  expect(texts('12 Elm Court, OX1 1AA', 'rtl')).toEqual(['\u206612 Elm Court, OX1 1AA\u2069']);
});
