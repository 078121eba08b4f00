import { Temporal } from 'temporal-polyfill';
import { localTime, nextWaking, type Place } from './quiet.ts';

/** Landlords ring up to five times. */
export const mostTries = 5;

/**
 * What came of ringing somebody on the list, in the order offered.
 *
 * after: `again` is tried another time, `done` is over, `refused` and `unreached` are over and end the matter by telephone.
 * days: how long until the next try.
 */
export const listOutcomes = {
  spoke: { after: 'done', days: 0 },
  said_no: { after: 'refused', days: 0 },
  no_answer: { after: 'again', days: 1 },
  left_message: { after: 'again', days: 2 },
  wrong_number: { after: 'unreached', days: 0 },
} as const satisfies Record<string, { after: AfterCall; days: number }>;
export type ListOutcome = keyof typeof listOutcomes;
export const listOutcomeCodes = Object.keys(listOutcomes) as [ListOutcome, ...ListOutcome[]];
export type AfterCall = 'done' | 'refused' | 'unreached' | 'again';

/** Before this hour it was a try by day, so the next one is in the evening; and the other way round. */
const evening = '17:00';
const hours = { day: '11:00', evening: '17:30' } as const;

/**
 * Where somebody stands on the call list after a try: over, or to be rung at `at` (epoch milliseconds), another time of day than this one.
 * `tries` counts this one. The last try without an answer is the end of it.
 */
export function afterTry(
  outcome: ListOutcome,
  tries: number,
  now: number,
  place: Place,
): { after: AfterCall; at: number | null } {
  const { after, days } = listOutcomes[outcome];
  if (after !== 'again') return { after, at: null };
  if (tries >= mostTries) return { after: 'unreached', at: null };
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(place.zone);
  const byDay = Temporal.PlainTime.compare(today.toPlainTime(), evening) < 0;
  const meant = localTime(today.toPlainDate().add({ days }), byDay ? hours.evening : hours.day, place.zone);
  return { after, at: nextWaking(meant, place) };
}
