import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generator } from '../fieldwork/sampling.ts';
import { type Drawable, drawBalanced, nextReserve, shareOut, weightsOf } from './draw.ts';

const cells = ['Elm|16-34', 'Elm|35-64', 'Elm Court|65+', 'Oak|16-34', 'Oak|65+'];

const pools = fc
  .array(fc.constantFrom(...cells), { maxLength: 60 })
  .map((list): Drawable[] => list.map((cell, at) => ({ id: `r${String(at).padStart(2, '0')}`, cell })));
const plans = fc.record({
  places: fc.integer({ min: 1, max: 40 }),
  reserves: fc.integer({ min: 0, max: 20 }),
  weights: fc.record(Object.fromEntries(cells.map((cell) => [cell, fc.integer({ min: 0, max: 500 })]))),
  seed: fc.string({ minLength: 1, maxLength: 12 }),
});

const ids = (people: readonly Drawable[]) => people.map(({ id }) => id);

test('the same seed draws the same people, whatever order the list came in; nobody twice, nobody from outside', () => {
  fc.assert(
    fc.property(pools, plans, (pool, plan) => {
      const first = drawBalanced(pool, plan);
      expect(drawBalanced(pool.toReversed(), plan)).toEqual(first);
      const all = [...ids(first.drawn), ...ids(first.reserves)];
      expect(new Set(all).size).toBe(all.length);
      expect(all.every((id) => pool.some((one) => one.id === id))).toBe(true);
      expect(first.drawn).toHaveLength(Math.min(plan.places, pool.length));
      expect(first.reserves).toHaveLength(Math.min(plan.reserves, pool.length - first.drawn.length));
    }),
  );
});

test('where nobody is short, each cell and each run of cells gets its share rounded down or up', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 60 }), fc.string(), (list, total, seed) => {
      const counts = shareOut(
        total,
        list.map((weight) => ({ weight, room: total })),
        generator(seed),
      );
      const all = list.reduce((sum, weight) => sum + weight, 0);
      let weight = 0;
      let count = 0;
      list.forEach((each, at) => {
        weight += each;
        count += counts[at] ?? 0;
        expect(Math.abs((counts[at] ?? 0) - (total * each) / all)).toBeLessThan(1);
        expect(Math.abs(count - (total * weight) / all)).toBeLessThan(1);
      });
      expect(count).toBe(total);
    }),
  );
});

test('what one cell cannot give is shared out over the others', () => {
  const shares = [
    { weight: 90, room: 2 },
    { weight: 5, room: 20 },
    { weight: 5, room: 20 },
  ];
  const counts = shareOut(10, shares, generator('a'));
  expect(counts[0]).toBe(2);
  expect(counts.slice(1).toSorted()).toEqual([4, 4]);
});

test('over many draws everybody of a cell is drawn about as often', () => {
  const pool = Array.from({ length: 20 }, (_, at): Drawable => ({ id: `r${at + 10}`, cell: at < 10 ? 'a' : 'b' }));
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed++) {
    const { drawn } = drawBalanced(pool, { places: 3, reserves: 0, weights: { a: 1, b: 1 }, seed: `s${seed}` });
    for (const { id } of drawn) times.set(id, (times.get(id) ?? 0) + 1);
  }
  // 2,000 draws of 3 from 20: 300 each; four standard deviations are 64.
  for (const { id } of pool) expect(Math.abs((times.get(id) ?? 0) - 300)).toBeLessThan(64);
});

test('chosen shares of one field replace those of the people, who divide each value as before', () => {
  const population = { 'Elm|16-34': 30, 'Elm|65+': 10, 'Oak|65+': 60 };
  expect(weightsOf(population, ['area', 'age'], { field: 'age', shares: { '16-34': 50, '65+': 50 } })).toEqual({
    'Elm|16-34': 50,
    'Elm|65+': 50 / 7,
    'Oak|65+': 300 / 7,
  });
  expect(weightsOf(population, ['area', 'age'], null)).toEqual(population);
  expect(weightsOf(population, ['area'], { field: 'tenure', shares: { sheltered: 1 } })).toEqual(population);
});

test('the next reserve is of the same cell, else of the most alike, else whoever is first', () => {
  const free = [
    { cell: 'Oak|65+', place: 1 },
    { cell: 'Elm|65+', place: 2 },
    { cell: 'Elm|16-34', place: 3 },
  ];
  expect(nextReserve(free, 'Elm|16-34')?.place).toBe(3);
  expect(nextReserve(free, 'Elm|35-64')?.place).toBe(2);
  expect(nextReserve(free, 'Ash|35-64')?.place).toBe(1);
  expect(nextReserve([], 'Elm|65+')).toBeNull();
});
