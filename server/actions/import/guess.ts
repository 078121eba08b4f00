import { postcodeOf } from '../../../channels/post/address.ts';
import { readNumber } from '../../../channels/sms/number.ts';
import { readDate } from './cells/date.ts';
import { type Field, fieldNamed, plain } from './fields.ts';
import type { SheetRow } from './file/bytes.ts';

/** One column of a file: what it is called, what stands in it, and where it goes. */
export interface Column {
  heading: string;
  /** Its first cells that are not blank. */
  first: string[];
  /** Null is left out. */
  field: Field | null;
  /** How we know: by its heading, by what stands in it, from the last time, or said by a person. */
  how: 'sure' | 'likely' | 'remembered' | 'chosen' | 'none';
}

/** First cells shown, and rows looked at. */
const shownCells = 3;
/** Reports put their own title above the headings: so many rows are looked through. */
const headingWithin = 15;

/** Words that give a heading away although it is not one we know whole: `MOB_TEL_PREF` is a mobile. The first that fits wins. */
const hints: readonly (readonly [RegExp, Field])[] = [
  [/corr.*p(ost)?code|mailing.*p(ost)?code/, 'correspondencePostcode'],
  [/^(corr|mailing)/, 'correspondence1'],
  [/e?mail/, 'email'],
  [/mob|cell/, 'phone'],
  [/phone|^tel|tel$|telno/, 'phone2'],
  [/birth|^dob|dob$/, 'dateOfBirth'],
  [/postcode|^pcode/, 'postcode'],
  [/surname|familyname|lastname/, 'familyName'],
  [/forename|givenname|firstname/, 'givenName'],
  [/uprn/, 'uprn'],
  [/^(ten|tenancy).*(ref|id|no)$/, 'tenancyReference'],
  [/^(prop|property).*(ref|id|no)$/, 'propertyReference'],
  [/^(person|resident|tenant|customer|party).*(ref|id|no)$/, 'reference'],
  [/language/, 'language'],
  [/tenure/, 'tenure'],
];

const most = (cells: readonly string[], fits: (cell: string) => boolean) =>
  cells.length > 0 && cells.filter(fits).length * 3 >= cells.length * 2;

/** What the cells themselves look like, whatever the heading says. */
const looks: readonly (readonly [(cell: string) => boolean, Field])[] = [
  [(cell) => /^\S+@\S+\.\S+$/.test(cell), 'email'],
  [(cell) => readNumber(cell)?.mobile === true, 'phone'],
  [(cell) => postcodeOf(cell) !== null, 'postcode'],
  [(cell) => /^(mr|mrs|miss|ms|dr|mx)\.?$/i.test(cell), 'title'],
];

function likelyField(heading: string, cells: readonly string[]): Field | null {
  const hint = hints.find(([pattern]) => pattern.test(plain(heading)))?.[1];
  // A heading that hints at a date or a number over cells that are none is about something else.
  if (hint === 'dateOfBirth' && !most(cells, (cell) => 'value' in readDate(cell))) return null;
  if ((hint === 'phone' || hint === 'phone2') && !most(cells, (cell) => /\d{5}/.test(cell.replace(/\s/g, ''))))
    return null;
  return hint ?? looks.find(([fits]) => most(cells, fits))?.[1] ?? null;
}

/** The next best use of a field that another column has taken. */
const second: Partial<Record<Field, Field>> = {
  phone: 'phone2',
  address1: 'address2',
  correspondence1: 'correspondence2',
};

const filled = ({ cells }: SheetRow) => cells.filter((cell) => cell.trim() !== '').length;

/** Which row names the columns: the first that names two fields we know, else the first that is as wide as the table. -1 when there is none. */
export function headingIndex(rows: readonly SheetRow[]): number {
  const named = ({ cells }: SheetRow) => cells.filter((cell) => fieldNamed(cell) !== null).length;
  const known = rows.slice(0, headingWithin).findIndex((row) => named(row) >= 2);
  if (known !== -1) return known;
  const widest = Math.max(0, ...rows.map(filled));
  return rows.findIndex((row) => filled(row) > 0 && filled(row) * 3 >= widest * 2);
}

/** First cells of each column. */
const firstCells = (rows: readonly SheetRow[], column: number): string[] =>
  rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '');

/**
 * Guesses where each column goes. What was remembered for these headings wins; then headings we know; then what is likely. Each field is
 * filled by one column.
 */
export function guessColumns(
  headings: readonly string[],
  rows: readonly SheetRow[],
  remembered: Readonly<Record<string, Field | null>> | null,
): Column[] {
  const columns: Column[] = headings.map((heading, column) => ({
    heading: heading.trim(),
    first: firstCells(rows, column),
    field: null,
    how: 'none',
  }));
  const taken = new Set<Field>();
  const give = (column: Column, field: Field, how: Column['how']) => {
    const free = [field, second[field]].find((one) => one !== undefined && !taken.has(one));
    if (free === undefined) return;
    taken.add(free);
    Object.assign(column, { field: free, how: free === field ? how : 'likely' });
  };
  for (const column of columns) {
    const field = remembered?.[column.heading];
    if (field) give(column, field, 'remembered');
  }
  if (remembered === null) {
    for (const column of columns) {
      const field = fieldNamed(column.heading);
      if (field) give(column, field, 'sure');
    }
    for (const column of columns) {
      const field = column.field === null ? likelyField(column.heading, column.first) : null;
      if (field) give(column, field, 'likely');
    }
  }
  return columns.map((column) => ({ ...column, first: column.first.slice(0, shownCells) }));
}
