import { elements, unescapeXml } from './xml.ts';

/** What the cells of a sheet lean on. */
export interface CellContext {
  shared: readonly string[];
  /** By style: whether it shows a number as a date. */
  dates: readonly boolean[];
  /** Workbooks of old Macs count days from 1904. */
  from1904: boolean;
}

/** Formats every workbook has without naming them: 14 to 22 and 45 to 47 are dates and times. */
const builtInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);

/** Whether a number format shows a date: it has a day, month or year outside quoted words and colours. */
export const isDateFormat = (id: number, code: string): boolean =>
  builtInDate(id) || /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

const dayMs = 86_400_000;
/** The day before the first of January 1900, less the leap day of 1900 that spreadsheets believe in. */
const dayZero = Date.UTC(1899, 11, 30);
const days1904 = 1462;

/** The day a spreadsheet means by a number, as YYYY-MM-DD. */
export function serialDay(serial: number, from1904 = false): string {
  const days = Math.floor(serial) + (from1904 ? days1904 : 0);
  return new Date(dayZero + days * dayMs).toISOString().slice(0, 10);
}

/** The most days a year of four digits has. */
const lastSerial = 2_958_465;

function numberText(text: string, style: number, context: CellContext): string {
  const value = Number(text);
  if (Number.isNaN(value)) return text;
  if (context.dates[style] && value > 0 && value < lastSerial) return serialDay(value, context.from1904);
  return String(value);
}

function textOf(type: string, style: number, inside: string, context: CellContext): string {
  if (type === 'inlineStr') return unescapeXml([...elements(inside, 't')].map((one) => one.inside).join(''));
  const raw = /<(?:\w+:)?v(?: [^>]*)?>([\s\S]*?)<\//.exec(inside)?.[1];
  if (raw === undefined) return '';
  if (type === 's') return context.shared[Number(raw)] ?? '';
  if (type === 'b') return raw === '1' ? 'Yes' : 'No';
  if (type === 'n' || type === '') return numberText(raw, style, context);
  return type === 'd' ? raw.slice(0, 10) : unescapeXml(raw);
}

/** The column of a cell by its letters: A is 0. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const cell = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
/** No spreadsheet has more columns. */
const lastColumn = 16_384;

/** The cells of one row, as text; those that are not written are empty. */
export function cellsOf(row: string, context: CellContext): string[] {
  const cells: string[] = [];
  let next = 0;
  for (const [, tag = '', inside = ''] of row.matchAll(cell)) {
    const letters = / r="([A-Z]+)/.exec(tag)?.[1];
    const column = letters === undefined ? next : columnOf(letters);
    next = column + 1;
    if (inside === '' || column >= lastColumn) continue;
    while (cells.length < column) cells.push('');
    const type = / t="(\w+)"/.exec(tag)?.[1] ?? '';
    cells[column] = textOf(type, Number(/ s="(\d+)"/.exec(tag)?.[1] ?? -1), inside, context);
  }
  return cells;
}
