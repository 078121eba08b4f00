import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counts, type TableStates, tableStates } from '../../surveys/results/raw/disclosure.ts';
import { thresholdsFor } from '../../surveys/results/thresholds.ts';
import { workedOut } from '../support/attack.ts';

const rules = thresholdsFor('internal', '2026-04-01');
const published = thresholdsFor('published', '2026-04-01');
const satisfied = [true, true, false, false, false];

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }));
const table = (options: number, groups: number): fc.Arbitrary<Counts> =>
  fc.record({
    groups: fc.array(fc.array(count, { minLength: options, maxLength: options }), { minLength: 1, maxLength: groups }),
    positive: fc.constantFrom(...[satisfied.slice(0, options), Array.from({ length: options }, () => false)]),
  });
const anyTable = fc.integer({ min: 2, max: 5 }).chain((options) => table(options, 7));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('no hidden number can be worked out from the table and its totals', () => {
  fc.assert(
    fc.property(anyTable, fc.constantFrom(rules, published), (counts, policy) => {
      const told = tableStates(counts, policy);
      expect(workedOut(counts, told, policy)).toEqual([]);
      const alone = { ...counts, groups: [addRows(counts.groups)] };
      expect(workedOut(alone, { ...told, groups: [told.all] }, policy)).toEqual([]);
    }),
    { numRuns: 400, seed: 20260401 },
  );
});

test('no count from 1 to 4 is ever told, nor is what is left when everything told is taken away', () => {
  fc.assert(
    fc.property(anyTable, (counts) => {
      const told = tableStates(counts, rules);
      counts.groups.forEach((row, group) => {
        const states = told.groups?.[group]?.options ?? row.map(() => 'hidden');
        const exact = row.filter((_, option) => states[option] === 'exact');
        expect(exact.every((value) => value >= rules.minCell)).toBe(true);
        const left = sum(row) - sum(exact);
        const away = told.hiddenGroups[group] || told.groups === null;
        expect(away || left === 0 || left >= rules.minCell || states.some((state) => state === 'over')).toBe(true);
      });
    }),
    { numRuns: 400, seed: 20260402 },
  );
});

test('the line for all says the same whatever the breakdown', () => {
  fc.assert(
    fc.property(anyTable, fc.nat(), (counts, cut) => {
      const place = cut % counts.groups.length;
      const merged = {
        ...counts,
        groups: [counts.groups.slice(0, place + 1), counts.groups.slice(place + 1)]
          .filter((each) => each.length > 0)
          .map(addRows),
      };
      expect(tableStates(merged, rules).all).toEqual(tableStates(counts, rules).all);
    }),
    { numRuns: 200, seed: 20260403 },
  );
});

const addRows = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, option) => sum(rows.map((row) => row[option] ?? 0)));

/** Every table of whole numbers that agrees with the bases, the totals told and the cells told. */
function* candidates(counts: Counts, told: TableStates): Generator<readonly (readonly number[])[]> {
  const rows = counts.groups.map((row, group) => [
    ...rowsWith(row, told.groups?.[group]?.options ?? row.map(() => 'hidden')),
  ]);
  yield* product(rows, []);
}

function* rowsWith(
  row: readonly number[],
  states: readonly string[],
  from = 0,
  left = sum(row),
): Generator<readonly number[]> {
  if (from === row.length) {
    if (left === 0) yield [];
    return;
  }
  const fixed = states[from] === 'exact' || states[from] === 'none';
  const [low, high] = fixed ? [row[from] ?? 0, row[from] ?? 0] : [0, left];
  for (let value = low; value <= Math.min(high, left); value++) {
    for (const rest of rowsWith(row, states, from + 1, left - value)) yield [value, ...rest];
  }
}

function* product(
  lists: readonly (readonly (readonly number[])[])[],
  chosen: readonly (readonly number[])[],
): Generator<readonly (readonly number[])[]> {
  const [first, ...rest] = lists;
  if (!first) yield chosen;
  else for (const each of first) yield* product(rest, [...chosen, each]);
}

test('someone who also knows how we hide cannot tell a small number either', () => {
  const small = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }), {
    minLength: 2,
    maxLength: 3,
  });
  let hidden = 0;
  fc.assert(
    fc.property(small, (groups) => {
      const counts: Counts = { groups, positive: [false, false] };
      const told = tableStates(counts, rules);
      if (told.groups === null) return;
      const same = [...candidates(counts, told)].filter((other) => tells(other, counts, told));
      groups.forEach((row, group) => {
        row.forEach((value, option) => {
          const state = told.groups?.[group]?.options[option];
          if (value === 0 || value >= rules.minCell || state !== 'hidden') return;
          hidden += 1;
          expect(new Set(same.map((other) => other[group]?.[option])).size).toBeGreaterThan(1);
        });
      });
    }),
    { numRuns: 300, seed: 20260404 },
  );
  expect(hidden).toBeGreaterThan(100);
});

/** Whether another table would have been told in the very same way. */
function tells(other: readonly (readonly number[])[], counts: Counts, told: TableStates): boolean {
  const totals = addRows(counts.groups);
  const theirs = addRows(other);
  if (totals.some((value, option) => told.all.options[option] === 'exact' && theirs[option] !== value)) return false;
  return JSON.stringify(tableStates({ ...counts, groups: other }, rules)) === JSON.stringify(told);
}
