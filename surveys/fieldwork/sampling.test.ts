import { expect, test } from 'vitest';
import { draw, generator } from './sampling.ts';

const ids = Array.from({ length: 1000 }, (_, index) => `person-${String(index).padStart(4, '0')}`);

test('the same seed draws the same people, whatever order they come in', () => {
  const first = draw(ids, 50, 'spring');
  expect(first).toHaveLength(50);
  expect(draw([...ids].reverse(), 50, 'spring')).toEqual(first);
  expect(draw(ids, 50, 'summer')).not.toEqual(first);
  expect(new Set(first).size).toBe(50);
});

test('a draw of this seed is written down, so that a change of the generator is seen', () => {
  expect(draw(ids.slice(0, 10), 3, 'known')).toEqual(['person-0005', 'person-0006', 'person-0008']);
});

test('no size, or more than there are, is a census', () => {
  expect(draw(ids, null, 'x')).toHaveLength(1000);
  expect(draw(ids.slice(0, 5), 9, 'x')).toEqual(ids.slice(0, 5));
  expect(draw([], 9, 'x')).toEqual([]);
});

test('everyone is as likely as anyone: 400 draws of 100 from 1,000 find each about 40 times', () => {
  const times = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < 400; round++) {
    for (const id of draw(ids, 100, `round ${round}`)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  const chi2 = [...times.values()].reduce((sum, n) => sum + (n - 40) ** 2 / 36, 0);
  // 999 degrees of freedom: 800 to 1,200 holds all but one in a hundred thousand.
  expect(chi2).toBeGreaterThan(800);
  expect(chi2).toBeLessThan(1200);
});

test('numbers lie from 0 up to 1', () => {
  const random = generator('range');
  const numbers = Array.from({ length: 10_000 }, random);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, n) => sum + n, 0) / 10_000).toBeCloseTo(0.5, 1);
});
