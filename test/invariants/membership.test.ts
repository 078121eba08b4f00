import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MakeUp, makeUpStates } from '../../surveys/results/raw/make-up-states.ts';
import { thresholdsFor } from '../../surveys/results/thresholds.ts';

const rules = thresholdsFor('published', '2026-04-01');
const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 200 }));
const group: fc.Arbitrary<MakeUp> = fc
  .record({ members: count, others: count })
  .map(({ members, others }) => ({ members, population: members + others }));
const groups = fc.array(group, { minLength: 1, maxLength: 8 });

const small = (value: number) => value > 0 && value < rules.minCell;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('no small count of members, of residents or of those outside is told, nor left over when what is told is taken away', () => {
  fc.assert(
    fc.property(groups, (counts) => {
      const told = makeUpStates(counts, rules);
      const at = (place: number) => told[place] ?? { population: true, members: true };
      counts.forEach(({ population, members }, place) => {
        if (at(place).population) expect(small(population)).toBe(false);
        if (at(place).members) expect(small(members)).toBe(false);
        if (at(place).population && at(place).members) expect(small(population - members)).toBe(false);
      });
      for (const of of ['population', 'members'] as const) {
        const hidden = counts.filter((_, place) => !at(place)[of]).map((each) => each[of]);
        const all = sum(counts.map((each) => each[of]));
        if (sum(hidden) !== all) expect(small(sum(hidden))).toBe(false);
        if (sum(hidden) !== all) expect(hidden.length).not.toBe(1);
      }
    }),
    { numRuns: 2000, seed: 20261128 },
  );
});

test('members who are all of one group are never told', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 300 }), fc.integer({ min: 0, max: 300 }), (members, others) => {
      const told = makeUpStates(
        [
          { members, population: members + others },
          { members: 0, population: 100 },
        ],
        rules,
      );
      expect(told.map((each) => each.members)).toEqual([false, false]);
    }),
    { numRuns: 100, seed: 1 },
  );
});
