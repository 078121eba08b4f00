import { expect, test } from 'vitest';
import { expectedShare, healthOf, targetOf } from '../fieldwork/health.ts';
import { moreToAsk } from './more-to-ask.ts';
import { rIndicator } from './r-indicator.ts';
import { responseFigures } from './response.ts';

/** The worked example of the field: 16-34, 35-54, 55-64, 65 and over. */
const published = [
  { asked: 400, answered: 60 },
  { asked: 500, answered: 125 },
  { asked: 300, answered: 105 },
  { asked: 300, answered: 150 },
];

test('the R-indicator is that of the worked example, with its parts', () => {
  const found = rIndicator(published);
  expect(found?.rate).toBeCloseTo(0.29333, 5);
  expect(found?.r).toBeCloseTo(0.752704, 6);
  expect(found?.cv).toBeCloseTo(0.421528, 6);
  expect(found?.partial.map((part) => part.toFixed(4))).toEqual(['-0.0740', '-0.0250', '0.0253', '0.0924']);
});

test('groups that answer alike give 1, and what is too small or too little known gives nothing', () => {
  const alike = [
    { asked: 200, answered: 60 },
    { asked: 100, answered: 30 },
  ];
  expect(rIndicator(alike)?.r).toBe(1);
  expect(rIndicator([{ asked: 300, answered: 90 }])).toBeNull();
  expect(rIndicator([...alike, { asked: 0, answered: 0 }])?.partial).toEqual([0, 0, 0]);
  expect(rIndicator(alike.map(({ asked, answered }) => ({ asked: asked / 4, answered })))).toBeNull();
  expect(rIndicator(alike.map(({ asked }) => ({ asked, answered: 10 })))).toBeNull();
  expect(rIndicator(alike, { asked: 75, answered: 0 })?.r).toBe(1);
  expect(rIndicator(alike, { asked: 76, answered: 0 })).toBeNull();
});

test('how many more answers mend a share, and how many more to ask for them', () => {
  const all = { asked: 1200, answered: 371 };
  // 22% of the list, 10% of the answers: (0.22 x 371 - 37) / 0.78 = 57.2; at 37 of 264 that is 414 people.
  expect(moreToAsk({ populationShare: 0.22, asked: 264, answered: 37 }, all)).toEqual({ short: 58, ask: 414 });
  const mended = (37 + 58) / (371 + 58);
  expect(mended).toBeGreaterThanOrEqual(0.22);
  expect((37 + 57) / (371 + 57)).toBeLessThan(0.22);
  // Too few of it were asked to go by its own rate: that of all is 0.309.
  expect(moreToAsk({ populationShare: 0.05, asked: 20, answered: 0 }, all)).toEqual({ short: 20, ask: 65 });
  // Nobody of many asked: the least rate.
  expect(moreToAsk({ populationShare: 0.05, asked: 60, answered: 0 }, all)).toEqual({ short: 20, ask: 400 });
  expect(moreToAsk({ populationShare: 0.24, asked: 288, answered: 130 }, all)).toBeNull();
  expect(moreToAsk({ populationShare: 0.1, asked: 100, answered: 30 }, all)).toBeNull();
  expect(moreToAsk({ populationShare: 0.1, asked: 100, answered: 0 }, { asked: 100, answered: 0 })).toBeNull();
  expect(moreToAsk({ populationShare: 1, asked: 100, answered: 10 }, { asked: 100, answered: 10 })).toBeNull();
});

test('outcomes add up to the sample, and the rate leaves out who moved or died', () => {
  const counts = { complete: 371, part: 31, refused: 18, reached: 702, unreachable: 61, moved: 12, died: 5 };
  const figures = responseFigures(counts, 2338, 0.05);
  expect(figures.lines.reduce((sum, { count }) => sum + count, 0)).toBe(1200);
  expect(figures.rate).toBeCloseTo(371 / 1183, 10);
  expect(figures.needed).toBe(331);
  expect(figures.enough).toBe(true);
  expect((figures.margin ?? 0) * 100).toBeCloseTo(4.67, 2);
});

const standing = { status: 'open' as const, day: 9, days: 33, asked: 1200, answered: 371 };
const target = targetOf(2338, 1200, 0.05, 0.3);

test('the aim is what the margin needs, or what usually comes of those asked', () => {
  expect(target).toEqual({ answers: 331, from: 'margin' });
  expect(targetOf(338, 40, 0.05, 0.3)).toEqual({ answers: 12, from: 'rate' });
});

test('the pace is steep first and slow last', () => {
  expect([0, 0.05, 0.1, 0.35, 0.7, 1, 1.2].map(expectedShare)).toEqual([0, 0.15, 0.3, 0.6, 0.85, 1, 1]);
});

test.each([
  ['on_track', {}, '371 have answered; 331 are enough.'],
  ['early', { answered: 40, day: 2 }, 'Day 2: too early to say. 40 have answered; 331 are enough.'],
  ['behind', { answered: 88 }, 'By day 9 of 33 about 168 answers are usual, and 88 came. 331 are enough.'],
  ['on_track', { answered: 135 }, 'By day 9 of 33 about 168 answers are usual, and 135 came. 331 are enough.'],
  ['paused', { status: 'paused', answered: 1 }, 'Nothing is sent while it is paused. 1 has answered; 331 are enough.'],
  ['enough', { status: 'closed' }, '371 have answered; 331 are enough.'],
  ['too_few', { status: 'closed', answered: 88 }, '88 have answered; 331 are enough.'],
] as const)('a wave is %s with its reason', (word, changes, reason) => {
  expect(healthOf({ ...standing, target, ...changes })).toEqual({ word, reason });
});
