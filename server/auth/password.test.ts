import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword } from './password.ts';

test('a password is kept by scrypt at a cost that makes guessing slow: 32 MB and 16,384 rounds', async () => {
  const [salt = '', key] = (await hashPassword('correct horse')).split(':');
  const costs = { N: 16_384, r: 16, p: 1, maxmem: 64 * 2 ** 20 };
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
  expect(scryptSync('correct horse', salt, 64, costs).toString('hex')).toBe(key);
});
