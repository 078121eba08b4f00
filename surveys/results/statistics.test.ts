import { expect, test } from 'vitest';
import differences from '../../test/cases/statistics/differences.json' with { type: 'json' };
import margins from '../../test/cases/statistics/margins.json' with { type: 'json' };
import proportions from '../../test/cases/statistics/proportions.json' with { type: 'json' };
import tsm from '../../test/cases/statistics/tsm.json' with { type: 'json' };
import { bases } from './base.ts';
import { clearlyApart, compare, compareMeans, differenceInterval, differenceZ, type Measured } from './difference.ts';
import { marginOfError, neededFor, toAsk } from './margin.ts';
import { meanOf } from './mean.ts';
import { dissimilarity, whoWeHear } from './representation.ts';
import { finiteBase, wilson } from './wilson.ts';

test.each(proportions.wilson)('Wilson of $k in $n', ({ k, n, low, high }) => {
  const interval = wilson(k / n, n);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test.each(proportions.finite)('Wilson of a weighted share in a population of $population', (each) => {
  const { answers, deff, population } = each;
  const base = finiteBase({ answers, weighted: answers, effective: answers / deff }, population);
  expect(answers / deff).toBeCloseTo(each.effective, 3);
  expect(base).toBeCloseTo(each.base, 3);
  const interval = wilson(each.share, base);
  expect(interval.low).toBeCloseTo(each.low, 4);
  expect(interval.high).toBeCloseTo(each.high, 4);
});

test('when everyone in the population answered, nothing is uncertain', () => {
  expect(wilson(0.4, finiteBase(bases(50), 50))).toEqual({ low: 0.4, high: 0.4 });
});

const measured = ([k = 0, n = 1, deff = 1]: number[]): Measured => ({ share: k / n, effective: n / deff });

test.each(differences.z)('z of a difference', ({ now, before, z }) => {
  expect(differenceZ(measured(now), measured(before))).toBeCloseTo(z, 5);
});

test.each(differences.interval)('interval of a difference', ({ now, before, gap, low, high }) => {
  const interval = differenceInterval(measured(now), measured(before));
  expect(measured(now).share - measured(before).share).toBeCloseTo(gap, 9);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('a change is told only when it is clear and both sides have answers enough', () => {
  const change = compare({ share: 0.82, effective: 200 }, { share: 0.714, effective: 210 });
  expect(change).toEqual({ change: 'up', by: expect.closeTo(0.106, 9) });
  expect(compare({ share: 0.7, effective: 200 }, { share: 0.68, effective: 210 })).toEqual({ change: 'none_clear' });
  expect(compare({ share: 0.9, effective: 29 }, { share: 0.1, effective: 210 })).toBeNull();
  expect(differenceZ({ share: 1, effective: 40 }, { share: 1, effective: 50 })).toBe(0);
});

test('two means are compared by their intervals', () => {
  const mean = (at: number) => ({ mean: at, low: at - 0.3, high: at + 0.3 });
  expect(compareMeans(mean(7.4), mean(7.2))).toEqual({ change: 'none_clear' });
  expect(compareMeans(mean(6.8), mean(7.4))).toEqual({ change: 'down', by: expect.closeTo(0.6, 9) });
});

test('the furthest two of many groups must be further apart than two alone', () => {
  const [a, b] = [
    { share: 0.62, effective: 100 },
    { share: 0.47, effective: 100 },
  ];
  expect(clearlyApart(a, b, 2)).toBe(true);
  expect(clearlyApart(a, b, 8)).toBe(false);
});

test.each(margins.margin)('margin of $answers in $population', ({ answers, population, percent }) => {
  expect((marginOfError(answers, population) ?? 0) * 100).toBeCloseTo(percent, 2);
});

test.each(margins.needed)('answers needed in %s for %s points', (population, points, needed) => {
  expect(neededFor((points ?? 0) / 100, population)).toBe(needed);
});

test('nobody answered: no margin, and no telling how many to ask', () => {
  expect(marginOfError(0, 100)).toBeNull();
  expect(toAsk(100, 0)).toBeNull();
  expect(toAsk(478, 0.3)).toBe(1594);
});

test('Kish: the weighted share and its effective base', () => {
  const strata = tsm.weighted.strata;
  const all = strata.reduce((sum, each) => sum + each.answers, 0);
  const weights = strata.map((each) => (each.weight * all) / each.answers);
  const total = (of: (place: number) => number) => strata.reduce((sum, _, place) => sum + of(place), 0);
  const answers = (place: number) => strata[place]?.answers ?? 0;
  const weight = (place: number) => weights[place] ?? 0;
  const sum = total((place) => answers(place) * weight(place));
  const base = bases(
    all,
    sum,
    total((place) => answers(place) * weight(place) ** 2),
  );
  expect(base.effective).toBeCloseTo(tsm.weighted.effective, 2);
  expect(total((place) => (strata[place]?.positive ?? 0) * weight(place)) / sum).toBeCloseTo(tsm.weighted.share, 6);
});

test('a mean keeps within the ends of its scale', () => {
  const mean = meanOf({ sum: 38, sumOfSquares: 364 }, bases(4), null, 0, 10);
  expect(mean.mean).toBe(9.5);
  expect(mean.high).toBe(10);
  expect(mean.low).toBeCloseTo(8.5201, 3);
});

test('who we hear: shares, ratios and the index of dissimilarity', () => {
  const { sample, population, index, ratios } = tsm.dissimilarity;
  const heard = whoWeHear(
    sample.map((answered, place) => ({
      group: String(place),
      label: '',
      population: population[place] ?? 0,
      asked: 100,
      answered,
    })),
  );
  expect(dissimilarity(heard)).toBeCloseTo(index, 5);
  heard.forEach((group, place) => {
    expect(group.ratio).toBeCloseTo(ratios[place] ?? 0, 2);
  });
  expect(heard.map((group) => group.signal)).toEqual(['ok', 'amber', 'ok']);
});

test('before anyone has answered nobody is marked', () => {
  const [group] = whoWeHear([{ group: 'a', label: 'A', population: 10, asked: 5, answered: 0 }]);
  expect(group).toMatchObject({ ratio: null, signal: 'ok', answeredShare: 0 });
});
