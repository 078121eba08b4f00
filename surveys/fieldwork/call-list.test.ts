import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nations } from './bank-holidays.ts';
import { afterTry, listOutcomeCodes, mostTries } from './call-list.ts';
import { isQuiet } from './quiet.ts';

const place = { zone: 'Europe/London', nation: 'england-wales' } as const;
const next = (outcome: 'no_answer' | 'left_message', now: string, tries = 1) => {
  const { at } = afterTry(outcome, tries, Date.parse(now), place);
  return at === null ? null : new Date(at).toISOString();
};

test.each([
  ['by day, so the next evening', 'no_answer', '2026-11-24T10:00:00Z', '2026-11-25T17:30:00.000Z'],
  ['in the evening, so the next morning', 'no_answer', '2026-11-24T18:00:00Z', '2026-11-25T11:00:00.000Z'],
  ['a message gets two days', 'left_message', '2026-11-24T10:00:00Z', '2026-11-26T17:30:00.000Z'],
  [
    'Saturday by day, so not Sunday evening but Monday',
    'no_answer',
    '2026-11-28T12:00:00Z',
    '2026-11-30T09:00:00.000Z',
  ],
  ['over the night the clocks go forward', 'left_message', '2026-03-27T10:00:00Z', '2026-03-30T08:00:00.000Z'],
] as const)('%s', (_, outcome, now, at) => {
  expect(next(outcome, now)).toBe(at);
});

test('the fifth try without an answer is the last', () => {
  expect(next('no_answer', '2026-11-24T10:00:00Z', mostTries)).toBeNull();
  expect(afterTry('no_answer', mostTries, 0, place).after).toBe('unreached');
});

test('nobody is rung when they may not be disturbed, nor ever again once it is over', () => {
  const moment = fc.integer({ min: Date.parse('2025-02-01'), max: Date.parse('2028-12-01') });
  fc.assert(
    fc.property(
      fc.constantFrom(...listOutcomeCodes),
      fc.nat(9),
      moment,
      fc.constantFrom(...nations),
      (outcome, tries, now, nation) => {
        const { after, at } = afterTry(outcome, tries, now, { ...place, nation });
        expect(at === null).toBe(after !== 'again');
        if (at !== null) {
          expect(at).toBeGreaterThan(now);
          expect(isQuiet(at, { ...place, nation })).toBe(false);
        }
      },
    ),
  );
});
