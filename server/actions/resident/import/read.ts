import Papa from 'papaparse';
import { type Field, fieldNames, fieldsOf } from './columns.ts';
import { readCell } from './values.ts';

/** More rows than this come in several files. */
export const maxRows = 100_000;

/** One person of the file, as read: only what was not blank. */
export interface FileRow {
  /** As the spreadsheet numbers it: the heading is row 1. */
  row: number;
  values: Partial<Record<Field, string>> & { reference: string };
}

/** A row that cannot be used, and why in a sentence that follows the name of its column. */
export interface Reject {
  row: number;
  column: string;
  value: string;
  reason: string;
}

export interface FileRead {
  rows: FileRow[];
  rejects: Reject[];
}

/** Why a whole file cannot be used. */
export class FileError extends Error {}

type Cells = readonly string[];
const isBlank = (cells: Cells) => cells.every((cell) => cell.trim() === '');

function parse(csv: string): Cells[] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  const open = errors.find((error) => error.type === 'Quotes');
  if (open)
    throw new FileError(
      `Row ${(open.row ?? 0) + 1} has a quotation mark that is not closed. What follows cannot be told apart.`,
    );
  if (data.length > maxRows + 1)
    throw new FileError(`This file has ${data.length - 1} rows. Bring in at most ${maxRows} at a time.`);
  return data;
}

function headingsOf(cells: Cells | undefined): (Field | null)[] {
  if (!cells || isBlank(cells)) throw new FileError('This file is empty. Its first row must name the columns.');
  const fields = fieldsOf(cells);
  if (!fields.includes('reference'))
    throw new FileError('This file has no column we can use as Person reference. Choose one, or add it.');
  return fields;
}

function readRow(cells: Cells, fields: readonly (Field | null)[], row: number): FileRow | Reject {
  if (cells.length > fields.length && !isBlank(cells.slice(fields.length))) {
    return {
      row,
      column: '',
      value: '',
      reason: `This row has ${cells.length} cells and the heading has ${fields.length}. Is there a comma inside a cell?`,
    };
  }
  const values: Partial<Record<Field, string>> = {};
  for (const [index, field] of fields.entries()) {
    const text = (cells[index] ?? '').trim();
    if (field === null || /^-*$/.test(text)) continue;
    const cell = readCell(field, text);
    if ('fault' in cell) return { row, column: fieldNames[field], value: text, reason: cell.fault };
    values[field] = cell.value;
  }
  const { reference } = values;
  if (reference !== undefined) return { row, values: { ...values, reference } };
  return { row, column: fieldNames.reference, value: '', reason: 'empty. We need it to know who this is.' };
}

const nameOf = ({ values }: FileRow) => `${values.givenName ?? ''} ${values.familyName ?? ''}`.trim().toLowerCase();

/** Splits off rows whose reference stood in an earlier row. */
function withoutTwins(rows: readonly FileRow[]): { rows: FileRow[]; twins: Reject[] } {
  const seen = new Map<string, FileRow>();
  const twins: Reject[] = [];
  for (const one of rows) {
    const first = seen.get(one.values.reference);
    if (!first) seen.set(one.values.reference, one);
    else {
      const other = nameOf(first) === nameOf(one) ? '' : ' with another name';
      twins.push({
        row: one.row,
        column: fieldNames.reference,
        value: one.values.reference,
        reason: `also in row ${first.row}${other}.`,
      });
    }
  }
  return { rows: [...seen.values()], twins };
}

/** Reads a CSV file of residents, whatever order its columns stand in. Throws `FileError` when no row of it can be used. */
export function readResidents(csv: string): FileRead {
  const [heading, ...body] = parse(csv);
  const fields = headingsOf(heading);
  const read = body.flatMap((cells, index) => (isBlank(cells) ? [] : [readRow(cells, fields, index + 2)]));
  const { rows, twins } = withoutTwins(read.filter((one) => 'values' in one));
  const rejects = [...read.filter((one) => 'reason' in one), ...twins].toSorted((a, b) => a.row - b.row);
  return { rows, rejects };
}
