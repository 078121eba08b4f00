import { expect, test } from 'vitest';
import takings from '../../test/cases/fieldwork/openings-taken.json' with { type: 'json' };
import cases from '../../test/cases/fieldwork/plan-ahead.json' with { type: 'json' };
import { notTaken, openingToPlan } from './plan-ahead.ts';
import type { Rhythm } from './recurrence.ts';

const openingOn = (day: string) => ({ opensOn: day, closesOn: '2027-12-31', meantFor: day, moved: null });

test.each(cases)('$name', ({ free, plans, ...standing }) => {
  expect(openingToPlan(free.map(openingOn), standing)?.opensOn ?? null).toBe(plans);
});

test.each(takings)('$name', ({ every, openings, waves, free }) => {
  const left = notTaken(openings.map(openingOn), waves, every as Rhythm);
  expect(left.map(({ opensOn }) => opensOn)).toEqual(free);
});
