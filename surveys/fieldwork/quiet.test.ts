import { expect, test } from 'vitest';
import { bankHolidays, bankHolidaysKnownUntil } from './bank-holidays.ts';
import { endOfDay, isQuiet, localTime, nextWaking } from './quiet.ts';

const england = { zone: 'Europe/London', nation: 'england-wales' } as const;
const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();

test.each([
  ['a weekday noon is waking time', '2026-04-01T12:00:00Z', '2026-04-01T12:00:00.000Z'],
  ['before nine waits for nine, summer time', '2026-04-01T05:00:00Z', '2026-04-01T08:00:00.000Z'],
  ['before nine waits for nine, winter time', '2026-01-05T05:00:00Z', '2026-01-05T09:00:00.000Z'],
  ['20:00 itself is over', '2026-04-01T19:00:00Z', '2026-04-02T08:00:00.000Z'],
  ['19:59 is not', '2026-04-01T18:59:00Z', '2026-04-01T18:59:00.000Z'],
  ['Saturday evening waits for Monday', '2026-04-18T17:30:00Z', '2026-04-20T08:00:00.000Z'],
  ['Saturday opens at ten', '2026-04-18T08:30:00Z', '2026-04-18T09:00:00.000Z'],
  ['Easter: Thursday night waits for Saturday', '2026-04-02T20:00:00Z', '2026-04-04T09:00:00.000Z'],
  ['Easter: Saturday night waits for Tuesday', '2026-04-04T20:00:00Z', '2026-04-07T08:00:00.000Z'],
  ['4 May 2026 is a bank holiday, so 5 May 09:00', '2026-05-04T09:00:00Z', '2026-05-05T08:00:00.000Z'],
  ['the night the clocks go forward', '2026-03-29T03:00:00Z', '2026-03-30T08:00:00.000Z'],
  ['the night the clocks go back', '2026-10-25T03:00:00Z', '2026-10-26T09:00:00.000Z'],
  ['a Christmas that falls on a Saturday', '2027-12-25T12:00:00Z', '2027-12-29T09:00:00.000Z'],
])('%s', (_, from, to) => {
  expect(iso(nextWaking(at(from), england))).toBe(to);
});

test('nations have their own days', () => {
  expect(isQuiet(at('2026-03-17T12:00:00Z'), { ...england, nation: 'northern-ireland' })).toBe(true);
  expect(isQuiet(at('2026-06-15T12:00:00Z'), { ...england, nation: 'scotland' })).toBe(true);
  expect(isQuiet(at('2026-04-06T12:00:00Z'), { ...england, nation: 'scotland' })).toBe(false);
  expect(isQuiet(at('2026-06-15T12:00:00Z'), england)).toBe(false);
});

test('each nation has its usual number of days in each year, none on a Sunday, none after the lists end', () => {
  const usual = { 'england-wales': 8, scotland: 9, 'northern-ireland': 10 };
  for (const [nation, days] of Object.entries(bankHolidays)) {
    for (const year of [2025, 2026, 2027, 2028]) {
      const inYear = [...days].filter((day) => day.startsWith(`${year}-`) && new Date(day).getUTCDay() !== 6);
      const extra = nation === 'scotland' && year === 2026 ? 1 : 0;
      expect([nation, year, inYear.length]).toEqual([nation, year, usual[nation as keyof typeof usual] + extra]);
    }
    for (const day of days) {
      expect(new Date(day).getUTCDay(), day).not.toBe(0);
      expect(day <= bankHolidaysKnownUntil).toBe(true);
    }
  }
});

test('a local time that spring leaves out is an hour later, one that autumn has twice is the first', () => {
  expect(iso(localTime('2026-03-29', '01:30', 'Europe/London'))).toBe('2026-03-29T01:30:00.000Z');
  expect(iso(localTime('2026-10-25', '01:30', 'Europe/London'))).toBe('2026-10-25T00:30:00.000Z');
  expect(iso(endOfDay('2026-10-25', 'Europe/London'))).toBe('2026-10-26T00:00:00.000Z');
});
