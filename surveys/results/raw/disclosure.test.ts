import { expect, test } from 'vitest';
import { thresholdsFor } from '../thresholds.ts';
import { lineStates, tableStates } from './disclosure.ts';

const rules = thresholdsFor('internal', '2026-04-01');
const satisfied = [true, true, false, false, false];

test('a hidden cell takes its neighbour and a pair in another group with it', () => {
  const told = tableStates(
    {
      groups: [
        [30, 20, 3, 6, 12],
        [40, 30, 20, 15, 19],
        [22, 18, 16, 14, 21],
      ],
      positive: satisfied,
    },
    rules,
  );
  expect(told.all.options).toEqual(['exact', 'exact', 'exact', 'exact', 'exact']);
  expect(told.groups?.[0]?.options).toEqual(['exact', 'exact', 'hidden', 'hidden', 'exact']);
  expect(told.groups?.[2]?.options).toEqual(['exact', 'exact', 'hidden', 'hidden', 'exact']);
  expect(told.groups?.map((row) => row.measure)).toEqual(['exact', 'exact', 'exact']);
});

test('the other side of two is hidden with the first, and so is another group', () => {
  const told = tableStates(
    {
      groups: [
        [37, 3],
        [60, 20],
        [30, 25],
      ],
      positive: [true, false],
    },
    rules,
  );
  expect(told.groups?.map((row) => row.measure)).toEqual(['hidden', 'exact', 'hidden']);
});

test('a group of one mind is told as an edge, and one too small for that not at all', () => {
  const told = tableStates(
    {
      groups: [
        [40, 0],
        [39, 1],
        [15, 0],
        [60, 40],
      ],
      positive: [true, false],
    },
    rules,
  );
  expect(told.groups?.slice(0, 3).map((row) => row.measure)).toEqual(['over', 'over', 'hidden']);
});

test('a group below ten answers is hidden with the next smallest', () => {
  const told = tableStates(
    {
      groups: [
        [5, 3],
        [30, 25],
        [12, 10],
        [40, 35],
      ],
      positive: [true, false],
    },
    rules,
  );
  expect(told.hiddenGroups).toEqual([true, false, true, false]);
});

test('fewer than ten answers in all tell nothing', () => {
  const told = tableStates({ groups: [[5, 4]], positive: [true, false] }, rules);
  expect(told.all.measure).toBe('hidden');
});

test('two counts of "don\'t know" are hidden where one is small, and one small in all hides every group', () => {
  expect(lineStates([3, 12, 8, 0], [false, false, false, false], rules)).toEqual({
    all: 'exact',
    groups: ['hidden', 'exact', 'hidden', 'none'],
  });
  expect(lineStates([3, 0], [false, false], rules)).toEqual({ all: 'hidden', groups: ['hidden', 'hidden'] });
});
