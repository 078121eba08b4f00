import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bankHolidays, bankHolidaysKnownUntil } from './bank-holidays.ts';
import { dayWords, localDate } from './dates.ts';
import { localTime, nextWaking, type Place } from './quiet.ts';

/**
 * How often a campaign comes round: what lies between two openings; null comes once. One that is `continuous` asks a share of its people
 * each time, as after a repair. A wave that opens so many days `sooner` than it was meant to is still the one of that opening.
 */
export const rhythms = {
  once: { apart: null, continuous: false, sooner: 14, words: 'once' },
  quarterly: { apart: { months: 3 }, continuous: false, sooner: 14, words: 'every quarter' },
  annual: { apart: { months: 12 }, continuous: false, sooner: 14, words: 'every year' },
  weekly: { apart: { weeks: 1 }, continuous: true, sooner: 3, words: 'every week' },
  monthly: { apart: { months: 1 }, continuous: true, sooner: 14, words: 'every month' },
} as const;
export type Rhythm = keyof typeof rhythms;
export const rhythmCodes = Object.keys(rhythms) as [Rhythm, ...Rhythm[]];

/** A wave is in the field for at most this long. */
const mostDays = 120;
/** Rounds looked through for the next ones: 25 years of weeks. */
const mostRounds = 1300;

/** How a campaign recurs. Dates are local. */
export const recurrence = z.object({
  every: z.enum(rhythmCodes),
  /** The day the first wave is meant to open; the others are counted from it, never from one another. */
  startsOn: z.iso.date(),
  /** From the first day in the field to the last. */
  days: z.number().int().min(1).max(mostDays),
  /** Of a continuous campaign, the share of its people asked each time, in percent. */
  percent: z.number().int().min(1).max(100).nullable().default(null),
});
export type Recurrence = z.infer<typeof recurrence>;

/** One wave to come. */
export interface Opening {
  opensOn: string;
  closesOn: string;
  /** The day the rhythm meant; another one when nobody is written to on it. */
  meantFor: string;
  moved: 'sunday' | 'bank_holiday' | null;
}

/**
 * The next openings on or after a local day, at most `count`, none that is past what is known of bank holidays. The third of a month
 * stays the third, the last day of a long month is the last of a short one, and an opening on a Sunday or a bank holiday moves to the next working day.
 */
export function openings({ every, startsOn, days }: Recurrence, place: Place, from: string, count: number): Opening[] {
  const found: Opening[] = [];
  for (let round = 0; round < mostRounds && found.length < count; round++) {
    const meantFor = roundDay(startsOn, every, round);
    if (meantFor === null || meantFor > bankHolidaysKnownUntil) break;
    const opensOn = workingDay(meantFor, place);
    if (opensOn < from) continue;
    const closesOn = Temporal.PlainDate.from(opensOn).add({ days }).toString();
    found.push({ opensOn, closesOn, meantFor, moved: opensOn === meantFor ? null : whyMoved(meantFor, place) });
  }
  return found;
}

/** Counted from the start, so that 31 January is followed by 28 February and then by 31 March. */
function roundDay(startsOn: string, every: Rhythm, round: number): string | null {
  const { apart } = rhythms[every];
  if (apart === null) return round === 0 ? startsOn : null;
  const [unit, length] = Object.entries(apart)[0] as [string, number];
  return Temporal.PlainDate.from(startsOn)
    .add({ [unit]: length * round })
    .toString();
}

/** The first day from this one on when people may be written to. */
export const workingDay = (day: string, place: Place): string =>
  localDate(nextWaking(localTime(day, '12:00', place.zone), place), place.zone);

const whyMoved = (day: string, { nation }: Place): Opening['moved'] =>
  bankHolidays[nation].has(day) ? 'bank_holiday' : 'sunday';

/** "4 May is a bank holiday, so it opens on 5 May."; null when it was not moved. For staff. */
export function movedWords({ meantFor, opensOn, moved }: Opening, today: string): string | null {
  if (moved === null) return null;
  const what = moved === 'sunday' ? 'a Sunday' : 'a bank holiday';
  return `${dayWords(meantFor, today)} is ${what}, so it opens on ${dayWords(opensOn, today)}.`;
}

/** "People's Panel, March 2027": the name of a wave to come, until somebody gives it another. */
export function waveName(campaign: string, { every }: Pick<Recurrence, 'every'>, opensOn: string): string {
  const words = dayWords(opensOn, '0001-01-01');
  return `${campaign}, ${every === 'weekly' ? words : words.replace(/^\d+ /, '')}`;
}
