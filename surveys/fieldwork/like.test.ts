import { expect, test } from 'vitest';
import { aQuarterLater, onOtherDays } from './like.ts';
import { contactPlan } from './plan.ts';

const wave = {
  opensOn: '2026-03-02',
  closesOn: '2026-04-04',
  resultsOn: '2026-05-01',
  actionOn: null,
  plan: contactPlan.parse({
    steps: [
      { day: 0, time: '10:00', channels: ['best'], kind: 'invitation' },
      { day: 5, date: '2026-03-10', channels: ['sms'], kind: 'reminder' },
    ],
  }),
};

test('a wave on other days keeps its distances, and times stay local', () => {
  const next = onOtherDays(wave, { opensOn: '2026-06-01', closesOn: '2026-07-04' });
  expect(next).toMatchObject({ resultsOn: '2026-07-31', actionOn: null });
  expect(next.plan.steps.map(({ day, date, time }) => [day, date, time])).toEqual([
    [0, null, '10:00'],
    [5, '2026-06-09', null],
  ]);
});

test('a quarter later, from the end of a month', () => {
  expect(aQuarterLater('2026-11-30')).toBe('2027-02-28');
});
