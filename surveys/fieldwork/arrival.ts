import { Temporal } from 'temporal-polyfill';
import { bankHolidays, type Nation } from './bank-holidays.ts';
import { type Postage, transits } from './postage.ts';

/** The local days between which a letter arrives that is posted on a local day. */
export function arrival(postedOn: string, postage: Postage, nation: Nation): { from: string; to: string } {
  const { days, saturdays } = transits[postage];
  const [from, to] = days.map((count) => deliveryDay(postedOn, count, { saturdays, nation })) as [string, string];
  return { from, to };
}

function deliveryDay(date: string, count: number, { saturdays, nation }: { saturdays: boolean; nation: Nation }) {
  let day = Temporal.PlainDate.from(date);
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    const closed =
      day.dayOfWeek === 7 || (day.dayOfWeek === 6 && !saturdays) || bankHolidays[nation].has(day.toString());
    if (!closed) left -= 1;
  }
  return day.toString();
}
