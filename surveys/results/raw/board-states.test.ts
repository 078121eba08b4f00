import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thresholdsFor } from '../thresholds.ts';
import { boardStates, crossStates, type Heard } from './board-states.ts';

const rules = thresholdsFor('published', '2026-11-23');
const cell = (population: number, asked: number, answered: number): Heard => ({ population, asked, answered });

test('a group with a small number is hidden, and one more with it', () => {
  const states = boardStates([cell(900, 400, 120), cell(300, 140, 40), cell(120, 60, 20), cell(40, 20, 4)], rules);
  expect(states[3]).toBe(false);
  expect(states.filter((told) => !told).length).toBeGreaterThan(1);
  expect(states[0]).toBe(true);
});

test('large groups are told whole', () => {
  expect(boardStates([cell(900, 400, 120), cell(300, 140, 40)], rules)).toEqual([true, true]);
  expect(
    crossStates(
      [
        [cell(900, 400, 120), cell(300, 140, 40)],
        [cell(200, 100, 30), cell(300, 100, 60)],
      ],
      rules,
    ),
  ).toEqual([
    [true, true],
    [true, true],
  ]);
});

test('one small cell of a cross takes three more with it, so that no sum gives it away', () => {
  const rows = [
    [cell(900, 400, 120), cell(300, 140, 40), cell(200, 100, 40)],
    [cell(200, 100, 30), cell(60, 30, 3), cell(300, 100, 60)],
    [cell(200, 100, 30), cell(300, 100, 60), cell(300, 100, 60)],
  ];
  const told = crossStates(rows, rules);
  const hidden = told.flatMap((row, at) => row.flatMap((tells, column) => (tells ? [] : [`${at} ${column}`])));
  expect(hidden).toContain('1 1');
  for (const at of [0, 1, 2]) {
    expect(told[at]?.filter((tells) => !tells).length).not.toBe(1);
    expect(told.filter((row) => !row[at]).length).not.toBe(1);
  }
});

const part = fc.integer({ min: 0, max: 60 });
const heard = fc.tuple(part, part, part).map(([a, b, c]): Heard => cell(a + b + c, a + b, a));

test('never a small number told, in any cross', () => {
  const crosses = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(heard, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 4 }),
    );
  fc.assert(
    fc.property(crosses, (rows) => {
      const told = crossStates(rows, rules);
      const shownCells = rows.flatMap((row, at) => row.filter((_, column) => told[at]?.[column]));
      for (const { population, asked, answered } of shownCells)
        for (const value of [population, asked, answered, population - asked, asked - answered])
          expect(value === 0 || value >= rules.minCell).toBe(true);
      // Nothing hidden stands alone in a column, whose sum is told.
      for (const column of (rows[0] ?? []).keys()) expect(told.filter((row) => !row[column]).length).not.toBe(1);
    }),
    { numRuns: 200, seed: 7 },
  );
});
