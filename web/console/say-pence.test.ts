import { expect, test } from 'vitest';
import { sayPence } from './say-pence.ts';

test.each([
  [2.4, '2.4p'],
  [31.5, '31.5p'],
  [1234.56, '1,234.56p'],
  [0.0315, '0.0315p'],
  [0.003, '0.003p'],
  [0, '0p'],
])('%f pence reads as %s', (pence, said) => {
  expect(sayPence(pence)).toBe(said);
});
