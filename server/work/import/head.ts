import { leaveState } from '../../../db/commands/imports.ts';
import { mappingOf } from '../../../db/queries/imports.ts';
import { isField } from '../../actions/import/fields.ts';
import { FileError, type SheetRow } from '../../actions/import/file/bytes.ts';
import { isBlank, rowsOf, shapeOf } from '../../actions/import/file/shape.ts';
import { type Claimed, type Head, headingsKey, storedFile } from '../../actions/import/file.ts';
import { type Column, guessColumns, headingIndex } from '../../actions/import/guess.ts';
import { columnFaults } from '../../actions/import/match.ts';
import type { Deps } from '../../deps.ts';
import { mustBeOurs } from './hold.ts';

/** Rows looked at to guess what the columns are. */
const lookedAt = 60;
/** More columns than any housing system writes. */
const mostColumns = 300;

async function firstRows(rows: AsyncGenerator<SheetRow[]>): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  for await (const some of rows) {
    first.push(...some.slice(0, lookedAt - first.length));
    if (first.length >= lookedAt) break;
  }
  return first;
}

/** Headings told apart: an empty one is called by its place, a second of the same name by its number. */
function ownNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.trim() || `Column ${at + 1}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

const rememberedFields = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([heading, field]) => [heading, isField(field) ? field : null]));

/** Finds out what a file is, guesses its columns, and leaves it to a person or goes on as it was asked to. Throws `FileError`. */
export async function readHead(deps: Deps, claimed: Claimed): Promise<void> {
  const stored = storedFile(deps.db, claimed);
  const file = await shapeOf(stored);
  const rows = await firstRows(rowsOf(stored, file));
  const at = headingIndex(rows);
  const heading = rows[at];
  if (heading === undefined) throw new FileError('This file is empty. Its first row must name the columns.');
  const headings = ownNames(withoutEmptyEnd(heading.cells));
  if (headings.length > mostColumns)
    throw new FileError(`This file has ${headings.length} columns. Leave out those that are not about residents.`);
  const mapping = await mappingOf(deps.db, headingsKey(headings));
  const sample = rows.slice(at + 1).filter(({ cells }) => !isBlank(cells));
  const columns: Column[] = guessColumns(headings, sample, mapping && rememberedFields(mapping.fields));
  const goesOn = claimed.goes !== 'match';
  const [wrong] = goesOn ? columnFaults(columns) : [];
  if (wrong) throw new FileError(wrong.message);
  const shape: Head = { file, headingRow: heading.row, remembered: mapping?.at.toISOString() ?? null };
  const total = Math.max(0, file.rows - heading.row);
  mustBeOurs(await leaveState(deps.db, claimed, goesOn ? 'checking' : 'matching', { shape, columns, rows: total }));
}
