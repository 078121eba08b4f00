import { serialDay } from '../file/xlsx-cells.ts';
import { type Cell, fault, value } from './cell.ts';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Day, month, year as Britain writes them, or year first as machines do; a time behind it is left out. */
const dayFirst = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T,].*)?$/;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/;
const named = /^(\d{1,2})(?:st|nd|rd|th)?[ \-/.]*([a-z]{3})[a-z]*\.?,?[ \-/.]*(\d{4}|\d{2})(?: \d.*)?$/i;
const packed = /^(\d{4})(\d{2})(\d{2})$/;
/** A spreadsheet's number of a day from 1910 to 2099, where its column lost its format. */
const serials = { first: 3654, last: 73_050 };

/** Two figures of a year: up to this are of this century. */
const centuryTurns = 30;
const yearOf = (text: string) => (text.length === 4 ? text : `${Number(text) <= centuryTurns ? '20' : '19'}${text}`);

function isRealDate(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}

const iso = (year: string, month: string | number, day: string) =>
  `${yearOf(year)}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

function isoOf(text: string): string | null {
  const [, day = '', month = '', year = ''] = dayFirst.exec(text) ?? [];
  if (day !== '') return iso(year, month, day);
  const [, first = '', second = '', third = ''] = yearFirst.exec(text) ?? packed.exec(text) ?? [];
  if (first !== '') return iso(first, second, third);
  const [, date = '', name = '', of = ''] = named.exec(text) ?? [];
  const number = monthNames.indexOf(name.toLowerCase()) + 1;
  if (number > 0) return iso(of, number, date);
  const serial = /^\d{4,5}(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  return serial >= serials.first && serial <= serials.last ? serialDay(serial) : null;
}

/** Reads a date in British order. A month above 12 is an American date: it is refused, for others of the file would be read wrong unseen. */
export function readDate(text: string): Cell {
  const date = isoOf(text);
  if (date === null) return fault(`${text} is not a date. Write day, month and year, like 31/01/1980.`);
  if (isRealDate(date)) return value(date);
  return fault(
    Number(date.slice(5, 7)) > 12 && Number(date.slice(8)) <= 12
      ? `${text} has its month first. Write day, month and year, like 31/01/1980.`
      : `${text} is not a real date.`,
  );
}
