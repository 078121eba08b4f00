import { expect, test } from 'vitest';
import { envelopeOf, letterCost, sheetsOf } from './prices.ts';

test('sheets grow with questions and with print', () => {
  expect([sheetsOf(8, 14), sheetsOf(12, 14), sheetsOf(12, 18), sheetsOf(12, 24), sheetsOf(0, 14)]).toEqual([
    2, 3, 3, 5, 1,
  ]);
});

test('a short survey costs what landlords say, and a sheet more costs more', () => {
  expect(letterCost('2026-05-01', { sheets: 2, postage: 'second' })).toBe(140);
  expect(letterCost('2026-05-01', { sheets: 3, postage: 'second' })).toBe(152);
  expect(letterCost('2020-01-01', { sheets: 2, postage: 'second' })).toBe(140);
});

test('a quicker class costs more', () => {
  const costs = (['first', 'second', 'economy'] as const).map((postage) =>
    letterCost('2026-05-01', { sheets: 2, postage }),
  );
  expect(costs).toEqual([176, 140, 138]);
});

test('what is over 100 g or cannot be folded is a large letter, and costs more by its class', () => {
  expect([16, 17].map((sheets) => envelopeOf(sheets))).toEqual(['letter', 'large_letter']);
  expect(envelopeOf(1, { folds: false })).toBe('large_letter');
  expect(letterCost('2026-05-01', { sheets: 17, postage: 'second' })).toBe(16 + 17 * 12 + 100 + 80);
  expect(letterCost('2026-05-01', { sheets: 17, postage: 'first' })).toBe(16 + 17 * 12 + 136 + 70);
  expect(letterCost('2026-05-01', { sheets: 2, postage: 'economy', folds: false })).toBe(138 + 80);
});
