import fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from '../../test/cases/fieldwork/recurrence.json' with { type: 'json' };
import { bankHolidays, bankHolidaysKnownUntil, type Nation, nations } from './bank-holidays.ts';
import { localTime } from './quiet.ts';
import { movedWords, openings, type Recurrence, rhythmCodes, waveName } from './recurrence.ts';

const placeIn = (nation: Nation) => ({ zone: 'Europe/London', nation });

test.each(golden.map((each) => [each.name, each] as const))('%s', (_, { recurrence, nation, from, opens }) => {
  const found = openings(recurrence as Recurrence, placeIn(nation as Nation), from, opens.length);
  expect(found.map(({ opensOn }) => opensOn)).toEqual(opens);
});

test('every rhythm has a golden case', () => {
  expect(rhythmCodes.filter((code) => !golden.some(({ recurrence }) => recurrence.every === code))).toEqual([]);
});

test('ten in the morning stays ten in the morning on both sides of a clock change', () => {
  const clocks = openings(
    { every: 'weekly', startsOn: '2026-03-21', days: 6, percent: 10 },
    placeIn('scotland'),
    '2026-03-21',
    3,
  );
  expect(clocks.map(({ opensOn }) => new Date(localTime(opensOn, '10:00', 'Europe/London')).toISOString())).toEqual([
    '2026-03-21T10:00:00.000Z',
    '2026-03-28T10:00:00.000Z',
    '2026-04-04T09:00:00.000Z',
  ]);
  const back = openings(
    { every: 'weekly', startsOn: '2026-10-24', days: 6, percent: 10 },
    placeIn('scotland'),
    '2026-10-20',
    2,
  );
  expect(back.map(({ opensOn }) => new Date(localTime(opensOn, '10:00', 'Europe/London')).toISOString())).toEqual([
    '2026-10-24T09:00:00.000Z',
    '2026-10-31T10:00:00.000Z',
  ]);
});

test('a day that was moved says so', () => {
  const [moved] = openings(
    { every: 'once', startsOn: '2026-05-04', days: 33, percent: null },
    placeIn('england-wales'),
    '2026-01-01',
    1,
  );
  expect(moved).toEqual({
    opensOn: '2026-05-05',
    closesOn: '2026-06-07',
    meantFor: '2026-05-04',
    moved: 'bank_holiday',
  });
  expect(moved && movedWords(moved, '2026-01-01')).toBe('4 May is a bank holiday, so it opens on 5 May.');
});

test('a wave to come has a name', () => {
  expect(waveName("People's Panel", { every: 'quarterly' }, '2027-03-01')).toBe("People's Panel, March 2027");
  expect(waveName('After a repair', { every: 'weekly' }, '2027-03-01')).toBe('After a repair, 1 March 2027');
});

const anyDay = fc
  .integer({ min: Date.parse('2025-01-01') / 86_400_000, max: Date.parse('2028-11-30') / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

test('openings come in order, on days when people may be written to, none earlier than meant, none twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rhythmCodes),
      anyDay,
      anyDay,
      fc.constantFrom(...nations),
      (every, startsOn, from, nation) => {
        const found = openings({ every, startsOn, days: 28, percent: null }, placeIn(nation), from, 12);
        for (const [index, { opensOn, meantFor }] of found.entries()) {
          expect(opensOn >= from && opensOn >= meantFor && opensOn > (found[index - 1]?.opensOn ?? '')).toBe(true);
          expect(new Date(opensOn).getUTCDay()).not.toBe(0);
          expect(bankHolidays[nation].has(opensOn)).toBe(false);
          expect(meantFor <= bankHolidaysKnownUntil).toBe(true);
        }
      },
    ),
  );
});
