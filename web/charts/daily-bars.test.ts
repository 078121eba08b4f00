import { expect, test } from 'vitest';
import { dailyBars } from './daily-bars.ts';

const bars = (counts: readonly number[]) => counts.map((count, at) => ({ label: `${at + 1} Nov`, count }));

test('a bar a day in proportion, its figure above it, nothing where nobody answered', () => {
  const drawn = dailyBars(bars([10, 0, 5]), { id: 'days', title: 'Answers each day: most on 1 November, 10.' });
  const heights = [...drawn.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(heights).toEqual([140, 0, 70]);
  expect(drawn).toContain('>10</text>');
  expect(drawn).not.toContain('>0</text>');
  expect(drawn).toContain('<title id="days-title">Answers each day: most on 1 November, 10.</title>');
});

test('names of days have room, and the last one stays inside', () => {
  const drawn = dailyBars(bars(Array.from({ length: 40 }, () => 1)), { id: 'days', title: 'Many days' });
  const width = Number(/viewBox="0 0 (\d+)/.exec(drawn)?.[1]);
  const names = [...drawn.matchAll(/<text x="([\d.]+)"[^>]*>(\d+ Nov)<\/text>/g)].map(([, x]) => Number(x));
  expect(names.every((x, at) => at === 0 || x - (names[at - 1] ?? 0) >= 60)).toBe(true);
  expect(Math.max(...names) + 60).toBeLessThanOrEqual(width);
});
