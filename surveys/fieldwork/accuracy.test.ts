import { expect, test } from 'vitest';
import published from '../../test/cases/fieldwork/accuracy.json' with { type: 'json' };
import { neededFor } from '../results/margin.ts';
import { allowedMargin, marginPoints, neededFrom } from './accuracy.ts';

test.each(published.minima)('$landlord: $answers answers of $homes homes for $points points', (each) => {
  expect(Math.abs(neededFor(each.points / 100, each.homes) - each.answers)).toBeLessThanOrEqual(each.within);
});

test.each(published.margins)('$landlord: $answers of $homes gives $points points', ({ answers, homes, points }) => {
  expect(marginPoints(answers, homes)).toBeCloseTo(points, 1);
});

test.each(published.allowed)('%i homes may be out by %i points', (homes, points) => {
  expect(allowedMargin(homes, '2026-05-01')).toBe(points);
  expect(allowedMargin(homes, '2020-01-01')).toBe(points);
});

test('so many back, so many asked for them to come, and what rate makes it when everyone is asked', () => {
  expect(neededFrom(2338, 0.3)).toEqual([
    { points: 2, answers: 1185, ask: null, rate: expect.closeTo(0.507, 3) },
    { points: 3, answers: 733, ask: null, rate: expect.closeTo(0.314, 3) },
    { points: 4, answers: 478, ask: 1594, rate: expect.closeTo(0.204, 3) },
    { points: 5, answers: 331, ask: 1104, rate: expect.closeTo(0.142, 3) },
  ]);
  expect(neededFrom(0, 0.3).every(({ ask, rate }) => ask === null || rate === 1)).toBe(true);
  expect(marginPoints(0, 2338)).toBeNull();
});
