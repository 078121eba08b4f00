import { expect, test } from 'vitest';
import { letterCost, sheetsOf } from './prices.ts';

test('sheets grow with questions and with print', () => {
  expect([sheetsOf(8, 14), sheetsOf(12, 14), sheetsOf(12, 18), sheetsOf(12, 24), sheetsOf(0, 14)]).toEqual([
    2, 3, 3, 5, 1,
  ]);
});

test('a short survey costs what landlords say, and a sheet more costs more', () => {
  expect(letterCost('2026-05-01', 2)).toBe(140);
  expect(letterCost('2026-05-01', 3)).toBe(152);
  expect(letterCost('2020-01-01', 2)).toBe(140);
});
