import { expect, test } from 'vitest';
import { isWeak } from './password-rules.ts';

const names = ['Priya Sandhu', 'priya.s', 'Millbrook Homes', 'Millbrook'];

test.each([
  ['common words', 'Password12345'],
  ['common words twice', 'letmeinletmein'],
  ['their own name and a year', 'PriyaSandhu2026'],
  ['the landlord and a year', 'Millbrook-Homes-2026'],
  ['one letter over and over', 'aaaaaaaaaaaaaaaa'],
  ['a row of the keyboard', 'qwertyuiop1234'],
])('%s is weak', (_what, password) => {
  expect(isWeak(password, names)).toBe(true);
});

test.each([
  ['three words that do not belong together', 'teapot gravel orbit'],
  ['small letters alone', 'a long enough one'],
  ['a name with much else', 'millbrook marmalade kettle'],
  ['letters of another script', 'гравий чайник орбита'],
])('%s is not', (_what, password) => {
  expect(isWeak(password, names)).toBe(false);
});
