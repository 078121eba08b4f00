import { expect, test } from 'vitest';
import golden from '../../test/cases/groups/load.json' with { type: 'json' };
import { loadOf, loadRules, loadRulesOn } from './load.ts';

test.each(golden.cases.map((each) => [each.name, each] as const))('%s', (_, { day, score, light, ...counts }) => {
  expect(loadOf(counts, loadRulesOn(day))).toMatchObject({ score, light });
});

test('later rules take the place of earlier ones on their day', () => {
  const later = { from: '2027-04-01', days: 60, weights: { papers: 2, surveys: 1, meetings: 1 }, amber: 1, red: 2 };
  expect(loadRulesOn('2027-03-31', [...loadRules, later]).days).toBe(90);
  expect(loadRulesOn('2027-04-01', [...loadRules, later]).days).toBe(60);
});
