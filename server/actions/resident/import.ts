import { insertImport, lockImports } from '../../../db/commands/residents-import.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { groupNames } from '../../../db/queries/groups.ts';
import { type Known, knownResidents } from '../../../db/queries/residents-known.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { fieldNames } from './import/columns.ts';
import { difference, groupsOf, lacking } from './import/compare.ts';
import { FileError, type FileRow, type Reject, readResidents } from './import/read.ts';
import { type Wanted, writeRows } from './import/write.ts';

export interface ImportInput {
  filename: string;
  csv: string;
  /** False checks only. */
  apply: boolean;
  /** Take in the rows that can be used although others cannot. */
  skipBroken: boolean;
}

export interface ImportResult {
  rows: number;
  counts: { new: number; changed: number; unchanged: number; rejected: number };
  /** Details that residents had set themselves and that stay as they are. */
  kept: number;
  rejects: Reject[];
  applied: boolean;
}

function read(csv: string) {
  try {
    return readResidents(csv);
  } catch (error) {
    if (error instanceof FileError) throw problems.badInput([{ path: 'body.csv', message: error.message }]);
    throw error;
  }
}

interface Sorted {
  fresh: Wanted[];
  changed: Wanted[];
  unchanged: number;
  kept: number;
  rejects: Reject[];
}

function unknownGroup({ row, values }: FileRow, groups: ReadonlySet<string>): Reject | null {
  const name = groupsOf(values).find((one) => !groups.has(one));
  return name === undefined
    ? null
    : { row, column: fieldNames.panel, value: name, reason: `There is no panel or group called "${name}".` };
}

/** What each row would do. */
function sort(rows: readonly FileRow[], known: ReadonlyMap<string, Known>, groups: ReadonlySet<string>): Sorted {
  const sorted: Sorted = { fresh: [], changed: [], unchanged: 0, kept: 0, rejects: [] };
  for (const file of rows) {
    const held = known.get(file.values.reference) ?? null;
    const reject = unknownGroup(file, groups) ?? (held === null ? lacking(file) : null);
    const { changed, kept } = held === null ? { changed: true, kept: [] } : difference(file, held);
    sorted.kept += kept.length;
    if (reject) sorted.rejects.push(reject);
    else if (held === null) sorted.fresh.push({ file, known: null, kept });
    else if (changed) sorted.changed.push({ file, known: held, kept });
    else sorted.unchanged += 1;
  }
  return sorted;
}

async function sortAgainst(db: Db, rows: readonly FileRow[]): Promise<Sorted> {
  const found = await knownResidents(
    db,
    rows.map((one) => one.values.reference),
  );
  return sort(rows, new Map(found.map((one) => [one.reference, one])), new Set(await groupNames(db)));
}

async function take(tx: Db, deps: Deps, actor: Actor, input: ImportInput): Promise<ImportResult> {
  const { rows, rejects: unread } = read(input.csv);
  await lockImports(tx);
  const { fresh, changed, unchanged, kept, rejects: unfit } = await sortAgainst(tx, rows);
  const rejects = [...unread, ...unfit].toSorted((a, b) => a.row - b.row);
  const counts = { new: fresh.length, changed: changed.length, unchanged, rejected: rejects.length };
  const applied = input.apply && (rejects.length === 0 || input.skipBroken);
  const at = deps.clock.now();
  if (applied) {
    const zone = (await landlordSettings(tx))?.timeZone ?? 'Europe/London';
    await writeRows(tx, [...fresh, ...changed], at, localDate(at.getTime(), zone), deps.newId);
  }
  const total = rows.length + unread.length;
  const id = deps.newId();
  await insertImport(tx, {
    id,
    filename: input.filename,
    by: actor.name,
    at,
    state: applied ? 'applied' : 'checked',
    rows: total,
    counts,
    rejects,
  });
  if (applied) await audit(tx, deps, actor, { action: 'residents.import', subject: id, detail: { counts } });
  return { rows: total, counts, kept, rejects, applied };
}

/**
 * Brings in residents from a CSV file, or says what that would do. All or nothing: one transaction, and a row that cannot be used
 * stops the rest unless `skipBroken`. The same file again changes nothing. Never lifts a stop, never empties a detail, never
 * changes what a resident set themselves. Throws `bad_input` when no row of the file can be used.
 */
export const importResidents = (deps: Deps, actor: Actor, input: ImportInput): Promise<ImportResult> =>
  transaction(deps.db, (tx) => take(tx, deps, actor, input));
