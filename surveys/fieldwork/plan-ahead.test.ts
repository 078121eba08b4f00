import { expect, test } from 'vitest';
import cases from '../../test/cases/fieldwork/plan-ahead.json' with { type: 'json' };
import { openingToPlan } from './plan-ahead.ts';

test.each(cases)('$name', ({ free, plans, ...standing }) => {
  const openings = free.map((day) => ({ opensOn: day, closesOn: '2027-12-31', meantFor: day, moved: null }));
  expect(openingToPlan(openings, standing)?.opensOn ?? null).toBe(plans);
});
