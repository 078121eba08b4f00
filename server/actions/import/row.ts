import type { CellFault, CellNote, Incoming } from '../../../db/commands/import-check.ts';
import { profileFields } from '../../../surveys/profiles/lists.ts';
import { readAddress } from './cells/address.ts';
import type { Cell } from './cells/cell.ts';
import { splitName } from './cells/name.ts';
import { type ReadingPlace, readerOf } from './cells/read.ts';
import { type Field, fieldName } from './fields.ts';
import type { SheetRow } from './file/bytes.ts';

/** Cells of a row by field, read; what they were; and what was wrong or odd with them. */
interface Read {
  values: Partial<Record<Field, string>>;
  texts: Partial<Record<Field, string>>;
  faults: CellFault[];
  notes: CellNote[];
}

type Readers = readonly (readonly [number, Field, (text: string) => Cell])[];

function readCells(cells: readonly string[], readers: Readers): Read {
  const read: Read = { values: {}, texts: {}, faults: [], notes: [] };
  for (const [index, field, reader] of readers) {
    // Our own file of rows to fix puts an apostrophe before what a spreadsheet would run.
    const text = (cells[index] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    if (text === '') continue;
    read.texts[field] = text;
    const cell = reader(text);
    if ('fault' in cell) read.faults.push({ column: fieldName(field), value: text, reason: cell.fault });
    else if ('value' in cell) {
      read.values[field] = cell.value;
      if (cell.how !== undefined) read.notes.push({ column: fieldName(field), value: text, words: cell.how });
    }
  }
  return read;
}

/** A second number steps in for a first that cannot be used; the fault of a second is none when the first is good. */
function choosePhone({ values, texts, faults, notes }: Read): string | null {
  const faultOf = (field: Field) => faults.findIndex(({ column }) => column === fieldName(field));
  const [first, second] = [values.phone, values.phone2];
  const drop = (field: Field, words: string) => {
    const at = faultOf(field);
    if (at === -1) return;
    faults.splice(at, 1);
    notes.push({ column: fieldName(field), value: texts[field] ?? '', words });
  };
  if (first !== undefined) drop('phone2', 'left out, for the first number is good');
  else if (second !== undefined) drop('phone', `left out, and the second number is used: ${second}`);
  const mobileSecond = first !== undefined && second !== undefined && !isMobile(first) && isMobile(second);
  if (mobileSecond)
    notes.push({ column: fieldName('phone'), value: first, words: `a landline, so the mobile is used: ${second}` });
  return (mobileSecond ? second : (first ?? second)) ?? null;
}

const isMobile = (number: string) => number.startsWith('+447');

interface Names {
  title: string | null;
  givenName: string | null;
  familyName: string | null;
}

function namesOf({ values, texts, faults }: Read): Names {
  const split = values.fullName === undefined ? {} : splitName(values.fullName);
  if (split === null)
    faults.push({
      column: fieldName('fullName'),
      value: texts.fullName ?? '',
      reason: 'names two people. Give each a row and a reference.',
    });
  return {
    title: values.title ?? split?.title ?? null,
    givenName: values.givenName ?? split?.givenName ?? null,
    familyName: values.familyName ?? split?.familyName ?? null,
  };
}

interface Places {
  lines: string[] | null;
  postcode: string | null;
  correspondence: string[] | null;
}

/** The home's address, and another to write to where it is not the same. */
function placesOf({ values, texts, faults }: Read): Places {
  const fault = (field: Field, reason: string) =>
    faults.push({ column: fieldName(field), value: texts[field] ?? '', reason });
  const home = readAddress([values.address1, values.address2, values.address3, values.address4], values.postcode);
  if (home && 'fault' in home) fault('address1', `cannot be posted to. ${home.fault}`);
  const { correspondence1, correspondence2, correspondence3, correspondence4, correspondencePostcode } = values;
  const away = readAddress(
    [correspondence1, correspondence2, correspondence3, correspondence4],
    correspondencePostcode,
  );
  if (away && 'fault' in away) fault('correspondence1', `cannot be posted to. ${away.fault}`);
  else if (away && away.postcode === null) fault('correspondence1', 'has no postcode. We need it to write there.');
  const lines = home && 'lines' in home ? home.lines : null;
  const postcode = values.postcode ?? (home && 'lines' in home ? home.postcode : null);
  const full = away && 'lines' in away && away.postcode !== null ? [...away.lines, away.postcode] : null;
  const same =
    full !== null && lines !== null && full.join('\n').toLowerCase() === [...lines, postcode].join('\n').toLowerCase();
  return { lines, postcode, correspondence: same ? null : full };
}

/** Whether somebody has left, and when. A tenancy that ends in the future is no leaving yet. */
function leavingOf({ values }: Read, today: string): { status: string | null; leftOn: string | null } {
  const { leftOn = null, leftReason = null } = values;
  if (leftOn !== null && leftOn > today) return { status: null, leftOn: null };
  return leftOn === null && leftReason === null
    ? { status: null, leftOn: null }
    : { status: leftReason ?? 'moved', leftOn };
}

const listOf = (cell: string | undefined): string[] | null => {
  const items = (cell ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return items.length > 0 ? items : null;
};

function profileOf(values: Read['values']): Record<string, string> | null {
  const said = profileFields.flatMap((field) => {
    const code = values[field];
    return code === undefined ? [] : [[field, code] as const];
  });
  return said.length > 0 ? Object.fromEntries(said) : null;
}

const orNull = (text: string | undefined): string | null => text ?? null;

function incoming(row: number, read: Read, today: string): Incoming {
  const { values } = read;
  const names = namesOf(read);
  const { lines, postcode, correspondence } = placesOf(read);
  const first = lines?.[0];
  return {
    row,
    reference: values.reference ?? '',
    name: [names.givenName, names.familyName].filter(Boolean).join(' ') || null,
    ...names,
    dateOfBirth: orNull(values.dateOfBirth),
    phone: choosePhone(read),
    email: orNull(values.email),
    language: orNull(values.language),
    format: orNull(values.format),
    preferredChannel: orNull(values.preferredChannel),
    accessNeeds: listOf(values.accessNeeds),
    correspondence,
    role: orNull(values.role),
    ...leavingOf(read, today),
    property: orNull(values.propertyReference),
    homeKey: orNull(values.uprn ?? (first && postcode ? `${postcode} ${first}`.toUpperCase() : undefined)),
    uprn: orNull(values.uprn),
    addressLines: lines,
    postcode,
    area: orNull(values.area),
    scheme: orNull(values.scheme),
    type: orNull(values.propertyType),
    tenancy: orNull(values.tenancyReference),
    tenure: orNull(values.tenure ?? values.needsType ?? values.rentType),
    tenancyStart: orNull(values.tenancyStart),
    groups: listOf(values.panel),
    profile: profileOf(values),
    faults: read.faults,
    notes: read.notes,
  };
}

/** A row with too many cells: they have slipped, so what stands in them tells nothing but who it may be. */
function slipped(read: Read, cells: number, headings: number): void {
  const { reference } = read.values;
  read.values = reference === undefined ? {} : { reference };
  read.notes = [];
  const reason = `This row has ${cells} cells and the heading has ${headings}. Is there a comma inside a cell?`;
  read.faults = [{ column: '', value: '', reason }];
}

/** Makes a reader of the rows of a file, from the field of each column. */
export function rowReader(fields: readonly (Field | null)[], place: ReadingPlace): (row: SheetRow) => Incoming {
  const readers: Readers = fields.flatMap((field, index) =>
    field === null ? [] : [[index, field, readerOf(field, place)] as const],
  );
  return ({ row, cells }) => {
    const read = readCells(cells, readers);
    if (cells.length > fields.length && cells.slice(fields.length).some((cell) => cell.trim() !== ''))
      slipped(read, cells.length, fields.length);
    if (read.values.reference === undefined && read.faults.every(({ column }) => column !== fieldName('reference')))
      read.faults.push({
        column: fieldName('reference'),
        value: read.texts.reference ?? '',
        reason: 'empty. We need it to know who this is.',
      });
    return incoming(row, read, place.today);
  };
}
