import { expect, test } from 'vitest';
import tsm from '../../test/cases/statistics/tsm.json' with { type: 'json' };
import { compareMakeUp, shortages } from './make-up.ts';
import { thresholdsFor } from './thresholds.ts';

const { sample, population, index, ratios } = tsm.dissimilarity;
const golden = sample.map((members, place) => ({
  code: String(place),
  label: '',
  members,
  population: population[place] ?? 0,
}));
const all = { members: 183, population: 6194 };

test('the published index of dissimilarity, ratios and marks come out', () => {
  const { groups, index: found } = compareMakeUp(golden, all, null);
  expect(found).toBeCloseTo(index, 5);
  groups.forEach(({ ratio }, place) => {
    expect(ratio).toBeCloseTo(ratios[place] ?? 0, 2);
  });
  expect(groups.map(({ signal }) => signal)).toEqual(['ok', 'amber', 'ok']);
});

test('what is not known is told beside it, and is no group', () => {
  const { unknown, groups } = compareMakeUp(golden, { members: 366, population: 4 * 6194 }, null);
  expect(unknown).toMatchObject({ members: 183, population: 3 * 6194, memberShare: 0.5, populationShare: 0.75 });
  expect(groups.reduce((total, { memberShare }) => total + (memberShare ?? 0), 0)).toBeCloseTo(1, 9);
});

test('hidden groups count as one in the index, so that it tells nothing of them', () => {
  const rules = thresholdsFor('published', '2026-04-01');
  const counts = [
    { code: 'a', label: 'A', population: 500, members: 60 },
    { code: 'b', label: 'B', population: 300, members: 9 },
    { code: 'c', label: 'C', population: 200, members: 31 },
    { code: 'd', label: 'D', population: 100, members: 6 },
  ];
  const { groups, index: found } = compareMakeUp(counts, { population: 1100, members: 106 }, rules);
  expect(groups.map(({ members }) => members)).toEqual([60, null, 31, null]);
  expect(
    groups.filter(({ hidden }) => hidden).every(({ ratio, memberShare }) => ratio === null && memberShare === null),
  ).toBe(true);
  const gap = (members: number, of: number) => Math.abs(members / 106 - of / 1100);
  expect(found).toBeCloseTo((gap(60, 500) + gap(31, 200) + gap(15, 400)) / 2, 9);
});

test('short groups are those below amber, with people to invite who are there', () => {
  const counts = [
    { code: 'short', label: 'Short', population: 30, members: 1 },
    { code: 'full', label: 'Full', population: 70, members: 49 },
  ];
  const { groups } = compareMakeUp(counts, { population: 100, members: 50 }, null);
  expect(shortages(groups, 50)).toEqual([{ code: 'short', label: 'Short', short: 14, invite: 29 }]);
});
