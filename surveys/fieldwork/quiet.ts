import { Temporal } from 'temporal-polyfill';
import { bankHolidays, type Nation } from './bank-holidays.ts';

/** Where the residents live: their clock, and their bank holidays. */
export interface Place {
  zone: string;
  nation: Nation;
}

/** When a text, an email or a call may arrive, by day of the week (1 is Monday); no row, no message. */
const windows: Readonly<Record<number, readonly [from: string, to: string]>> = {
  1: ['09:00', '20:00'],
  2: ['09:00', '20:00'],
  3: ['09:00', '20:00'],
  4: ['09:00', '20:00'],
  5: ['09:00', '20:00'],
  6: ['10:00', '18:00'],
};

/** The longest run of closed days is four, Good Friday to Easter Monday or a Christmas weekend. */
const mostClosedDays = 10;

/** The first moment at or after `at` (epoch milliseconds) when people may be disturbed. Across a clock change the local time holds. */
export function nextWaking(at: number, place: Place): number {
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(place.zone).toPlainDate();
  for (let ahead = 0; ahead <= mostClosedDays; ahead++) {
    const day = start.add({ days: ahead });
    const hours = bankHolidays[place.nation].has(day.toString()) ? undefined : windows[day.dayOfWeek];
    if (hours === undefined) continue;
    if (at < localTime(day, hours[1], place.zone)) return Math.max(at, localTime(day, hours[0], place.zone));
  }
  throw new RangeError(`no waking hours within ${mostClosedDays} days`);
}

/** Whether `at` falls when nobody should be sent a text or an email. */
export const isQuiet = (at: number, place: Place): boolean => nextWaking(at, place) !== at;

/** A local date and time as epoch milliseconds; a time the spring change leaves out is the hour after it. */
export function localTime(day: Temporal.PlainDate | string, time: string, zone: string): number {
  const date = Temporal.PlainDate.from(day);
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

/** The first moment after a local day is over. */
export const endOfDay = (day: string, zone: string): number =>
  localTime(Temporal.PlainDate.from(day).add({ days: 1 }), '00:00', zone);
