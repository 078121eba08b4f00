import { sayPence } from './say-pence.ts';
import { t, type Word } from './words.ts';

const zone = 'Europe/London';
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

/** Today, local, as YYYY-MM-DD. */
export const today = (): string => isoDay.format(new Date());

/** "3 May 2026". Takes YYYY-MM-DD. */
export function sayDate(day: string): string {
  const said = sayDay(day);
  const year = day.slice(0, 4);
  return said.endsWith(` ${year}`) ? said : `${said} ${year}`;
}

/** "3 May", with the year when it is not this one. Takes YYYY-MM-DD or a moment. */
export function sayDay(at: string | Date): string {
  const local = typeof at === 'string' && at.length === 10 ? at : isoDay.format(new Date(at));
  const [year = '', month = '', day = ''] = local.split('-');
  const name = t(`month.${Number(month)}` as Word);
  const tail = year === today().slice(0, 4) ? '' : ` ${year}`;
  return `${Number(day)} ${name}${tail}`;
}

/** "10:02", local. */
export const sayTime = (at: string | Date): string => clock.format(new Date(at));

/** "3 May, 10:02". */
export const sayMoment = (at: string | Date): string => `${sayDay(at)}, ${sayTime(at)}`;

/** "1,204". */
export const sayNumber = (count: number): string => count.toLocaleString('en-GB');

/** "£12.40", from pence. */
export const sayMoney = (pence: number): string =>
  (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' });

/** "£1.40", or "2.4p" where it is no whole pence. */
export const sayPrice = (pence: number): string => (Number.isInteger(pence) ? sayMoney(pence) : sayPence(pence));

/** "30.9%", from a part and its whole. */
export const sayShare = (part: number, whole: number): string =>
  whole === 0 ? '0%' : `${((100 * part) / whole).toFixed(1)}%`;

const megabyte = 1024 * 1024;

/** "1.2 MB", or "340 KB" for less than one, from bytes. */
export const saySize = (bytes: number): string =>
  bytes >= megabyte ? `${(bytes / megabyte).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
