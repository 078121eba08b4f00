import { expect, test } from 'vitest';
import { readArray, writeArray } from './types.ts';

test.each([
  ['nothing', []],
  ['plain words', ['en', 'cy']],
  ['spaces, commas and an empty one', ['12 Elm Court', 'Oxford, Oxon', '']],
  ['quotes and backslashes', ['q"\\z', '\\"', '{a}']],
  ['the word NULL is not null', ['NULL', null]],
])('an array comes back as it went: %s', (_name, items) => {
  expect(readArray(writeArray(items))).toEqual(items);
});

test('items that Postgres leaves bare are read', () => {
  expect(readArray('{a,NULL,"b c"}')).toEqual(['a', null, 'b c']);
});
