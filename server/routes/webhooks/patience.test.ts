import { expect, test } from 'vitest';
import { waitForDatabase } from './patience.ts';

const away = () => Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
const short = { forMs: 120, eachMs: 10 };

test('a database that comes back in time is waited for', async () => {
  let tries = 0;
  const work = async () => {
    tries += 1;
    if (tries < 4) throw away();
    return 'there';
  };
  expect(await waitForDatabase(work, short)).toBe('there');
  expect(tries).toBe(4);
});

test('one that stays away, or takes its time at each try, is given up after the time in all', async () => {
  const began = performance.now();
  await expect(waitForDatabase(() => Promise.reject(away()), short)).rejects.toThrow('away');
  const slow = () => new Promise<string>((_, reject) => setTimeout(() => reject(away()), 50));
  await expect(waitForDatabase(slow, short)).rejects.toThrow();
  await expect(waitForDatabase(() => new Promise<string>(() => {}), short)).rejects.toMatchObject({ status: 503 });
  expect(performance.now() - began).toBeLessThan(3 * short.forMs + 200);
});

test('what is wrong with the statement itself is told at once', async () => {
  let tries = 0;
  const wrong = async () => {
    tries += 1;
    throw new Error('syntax');
  };
  await expect(waitForDatabase(wrong, short)).rejects.toThrow('syntax');
  expect(tries).toBe(1);
});
