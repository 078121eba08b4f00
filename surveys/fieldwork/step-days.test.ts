import { expect, test } from 'vitest';
import { contactPlan } from './plan.ts';
import { stepDays } from './step-days.ts';

const place = { zone: 'Europe/London', nation: 'england-wales' } as const;
const days = (
  steps: readonly object[],
  opensOn = '2026-05-01',
  nation: 'england-wales' | 'scotland' = 'england-wales',
) =>
  stepDays(
    { plan: contactPlan.parse({ steps }), opensOn, closesOn: '2027-06-30' },
    { ...place, nation },
    '2026-04-01',
  ).map(({ on, at, moved }) => [on, at, moved]);
const invite = { day: 0, time: '10:00', channels: ['best'], kind: 'invitation' };
const remind = (day: number, rest: object = {}) => ({
  day,
  time: '10:00',
  channels: ['sms'],
  kind: 'reminder',
  ...rest,
});

test('a bank holiday, a Sunday and a late hour move to the next time people may be disturbed; a letter does not', () => {
  expect(
    days([invite, remind(2), remind(3), remind(4, { time: '21:00' }), remind(24, { channels: ['post'], time: null })]),
  ).toEqual([
    ['2026-05-01', '10:00', null],
    ['2026-05-05', '09:00', '3 May is a Sunday, so 5 May 09:00.'],
    ['2026-05-05', '09:00', '4 May is a bank holiday, so 5 May 09:00.'],
    ['2026-05-06', '09:00', '5 May at 21:00 is outside the hours when we may disturb people, so 6 May 09:00.'],
    ['2026-05-25', null, null],
  ]);
});

test('letters arrive by their class, from the day the plan means and not from when a text may disturb', () => {
  const plan = contactPlan.parse({
    steps: [invite, { ...invite, kind: 'reminder', day: 3, channels: ['post'], postage: 'first' }, remind(4)],
  });
  const steps = stepDays({ plan, opensOn: '2026-05-01', closesOn: '2026-06-30' }, place, '2026-04-01');
  expect(steps.map(({ arrives }) => arrives)).toEqual([
    { from: '2026-05-07', to: '2026-05-08' },
    { from: '2026-05-06', to: '2026-05-07' },
    null,
  ]);
});

test('a step without an hour goes when the day wakes, and nothing is said of it', () => {
  expect(days([{ ...invite, time: null }])).toEqual([['2026-05-01', '09:00', null]]);
});

test('ten o’clock is ten o’clock on both sides of a clock change, and each nation has its own holidays', () => {
  expect(days([invite, remind(1), remind(3)], '2026-10-23')).toEqual([
    ['2026-10-23', '10:00', null],
    ['2026-10-24', '10:00', null],
    ['2026-10-26', '10:00', null],
  ]);
  expect(days([invite], '2026-11-30', 'scotland')[0]?.[2]).toBe('30 November is a bank holiday, so 1 December 09:00.');
  expect(days([invite], '2026-11-30')[0]?.[2]).toBeNull();
});
