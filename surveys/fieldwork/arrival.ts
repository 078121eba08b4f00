import { Temporal } from 'temporal-polyfill';
import { bankHolidays, type Nation } from './bank-holidays.ts';
import { type Postage, transits } from './postage.ts';

/** The local days between which a letter arrives that is posted on a local day. On a day without post it leaves on the next that has one. */
export function arrival(postedOn: string, postage: Postage, nation: Nation): { from: string; to: string } {
  const isOpen = openDays(postage, nation);
  const leaves = openFrom(Temporal.PlainDate.from(postedOn), isOpen);
  const [from, to] = transits[postage].days.map((count) => deliveryDay(leaves, count, isOpen)) as [string, string];
  return { from, to };
}

type IsOpen = (day: Temporal.PlainDate) => boolean;

/** The days on which letters of a class are carried. */
const openDays =
  (postage: Postage, nation: Nation): IsOpen =>
  (day) =>
    day.dayOfWeek <= (transits[postage].saturdays ? 6 : 5) && !bankHolidays[nation].has(day.toString());

const openFrom = (day: Temporal.PlainDate, isOpen: IsOpen): Temporal.PlainDate =>
  isOpen(day) ? day : openFrom(day.add({ days: 1 }), isOpen);

function deliveryDay(leaves: Temporal.PlainDate, count: number, isOpen: IsOpen): string {
  let day = leaves;
  for (let left = count; left > 0; left -= 1) day = openFrom(day.add({ days: 1 }), isOpen);
  return day.toString();
}
