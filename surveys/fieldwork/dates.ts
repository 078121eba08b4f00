import { Temporal } from 'temporal-polyfill';

const months = 'January February March April May June July August September October November December'.split(' ');

/** "3 March", with the year when it is not the one of `today`. Takes local dates. For staff, in English. */
export function dayWords(date: string, today: string): string {
  const day = Temporal.PlainDate.from(date);
  const year = day.year === Temporal.PlainDate.from(today).year ? '' : ` ${day.year}`;
  return `${day.day} ${months[day.month - 1]}${year}`;
}

/** The local date of a moment in epoch milliseconds. */
export const localDate = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** "10:02", local. */
export const localClock = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);

/** Whole days from one local date to another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** A local date so many days later. */
export const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
