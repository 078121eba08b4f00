import { expect, test } from 'vitest';
import { sayDetail } from './audit-detail.ts';

test.each([
  [{ language: 'ur', count: 3 }, 'language: ur; count: 3'],
  [{ roles: ['officer', 'analyst'] }, 'roles: officer, analyst'],
  [null, ''],
  [{}, ''],
])('%o reads as %s', (detail, said) => {
  expect(sayDetail(detail)).toBe(said);
});
