import { expect, test } from 'vitest';
import published from '../../test/cases/fieldwork/accuracy.json' with { type: 'json' };
import { neededFor } from '../results/margin.ts';
import { allowedMargin, marginPoints, neededFrom, rateNeeded } from './accuracy.ts';

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

test('so many back, and so many asked for them to come', () => {
  expect(neededFrom(2338, 0.3)).toEqual([
    { points: 2, answers: 1185, ask: null },
    { points: 3, answers: 733, ask: null },
    { points: 4, answers: 478, ask: 1594 },
    { points: 5, answers: 331, ask: 1104 },
  ]);
});

test('what response rate makes it', () => {
  expect(rateNeeded(4, 1594, 2338)).toBeCloseTo(0.3, 3);
  expect(rateNeeded(2, 300, 2338)).toBeNull();
  expect(rateNeeded(4, 0, 2338)).toBeNull();
  expect(marginPoints(0, 2338)).toBeNull();
});
