import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageBand } from '../results/bands.ts';
import { allocate, drawGroups, fullCells, sampling, samplingOf, sizeOf } from './sampling-design.ts';
import { countStrata, stratumOf } from './strata.ts';

const bands = [ageBand(16, 34), ageBand(35, 64), ageBand(65, null)];
const person = { area: 'Elm', tenure: 'general_needs', propertyType: null, age: 70 };

test('a cell is named by what it crosses', () => {
  expect(stratumOf(person, ['area'], bands)).toBe('Elm');
  expect(stratumOf(person, ['tenure', 'age'], bands)).toBe('general needs × 65 and over');
  expect(stratumOf({ ...person, age: 12 }, ['property_type', 'age'], bands)).toBe('not known × not known');
});

test('what a design asks for, of 101 who may be asked', () => {
  expect(sizeOf({ method: 'everyone' }, 101)).toBeNull();
  expect(sizeOf({ method: 'share', percent: 10 }, 101)).toBe(11);
  expect(sizeOf({ method: 'stratified', size: 50, by: ['area'], numbers: { Elm: 3, Oak: 4 } }, 101)).toBe(7);
  expect(sizeOf({ method: 'stratified', size: 50, by: ['area'], numbers: null }, 101)).toBe(50);
});

test('a wave without a design draws its size at random, or asks everyone', () => {
  expect(samplingOf({ sampling: null, sampleSize: null })).toEqual({ method: 'everyone' });
  expect(samplingOf({ sampling: null, sampleSize: 9 })).toEqual({ method: 'random', size: 9 });
});

test('in proportion, by the largest remainders', () => {
  const counts = new Map([
    ['Ash', 501],
    ['Elm', 300],
    ['Oak', 199],
  ]);
  expect([...allocate(counts, { method: 'stratified', size: 10, by: ['area'], numbers: null })]).toEqual([
    ['Ash', 5],
    ['Elm', 3],
    ['Oak', 2],
  ]);
  expect([...allocate(counts, { method: 'stratified', size: 1, by: ['area'], numbers: { Elm: 400, Fir: 2 } })]).toEqual(
    [
      ['Ash', 0],
      ['Elm', 300],
      ['Oak', 0],
    ],
  );
});

test('a quota is full when its target is answered, and never without one', () => {
  const design = sampling.parse({ method: 'quota', size: 90, by: ['area'], targets: { Elm: 30, Oak: 30 } });
  expect([...fullCells(design, { Elm: 30, Oak: 29, Ash: 500 })]).toEqual(['Elm']);
  expect([...fullCells({ method: 'everyone' }, { Elm: 30 })]).toEqual([]);
});

test.each([
  [{ method: 'stratified', size: 10, by: ['ethnicity'], numbers: null }],
  [{ method: 'stratified', size: 10, by: ['area', 'area'], numbers: null }],
  [{ method: 'stratified', size: 10, by: ['area', 'tenure', 'age'], numbers: null }],
  [{ method: 'random', size: 0 }],
  [{ method: 'share', percent: 101 }],
  [{ method: 'quota', size: 10, by: ['area'], targets: { Elm: -1 } }],
])('not a design: %j', (design) => {
  expect(sampling.safeParse(design).success).toBe(false);
});

const people = fc
  .array(fc.constantFrom('Ash', 'Elm', 'Oak', 'Yew'), { minLength: 1, maxLength: 400 })
  .map((names) => names.map((stratum, index) => ({ id: `p${index}`, stratum })));

test('a stratified draw keeps proportions to within one person, has its size, nobody twice, and the same seed gives the same', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 500 }), fc.string(), (all, size, seed) => {
      const counts = countStrata(all.map(({ stratum }) => stratum));
      const allocation = allocate(counts, { method: 'stratified', size, by: ['area'], numbers: null });
      const drawn = drawGroups(all, allocation, seed);
      expect(drawn).toHaveLength(Math.min(size, all.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawGroups([...all].reverse(), allocation, seed)).toEqual(drawn);
      for (const [name, count] of counts) {
        const got = drawn.filter((id) => all.find((each) => each.id === id)?.stratum === name).length;
        expect(got).toBe(allocation.get(name));
        expect(Math.abs(got - (drawn.length * count) / all.length)).toBeLessThan(1);
      }
    }),
  );
});
