import type { Db } from '../connect.ts';

/** An import in a list. */
export interface ImportRow {
  id: string;
  filename: string;
  by: string;
  at: Date;
  state: 'reading' | 'matching' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed' | 'stopped';
  done: number;
  rows: number;
  counts: Record<string, number>;
  fault: string | null;
  checkedAt: Date | null;
  finishedAt: Date | null;
}

/** The same with what its page shows. */
export interface ImportSeen<Shape, Column> extends ImportRow {
  shape: Shape | null;
  columns: Column[] | null;
  rejects: { column: string; count: number }[];
  everybody: boolean;
  hasFile: boolean;
  size: number;
}

const listed = (db: Db) => db`id, filename, by, at, state, done, rows, counts, fault, checked_at, finished_at`;

/** Imports, newest first; one more than asked for. */
export const importRows = (db: Db, after: readonly string[] | null, limit: number) => db<ImportRow[]>`
  select ${listed(db)} from imports
  where ${after === null} or (at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid)
  order by at desc, id desc limit ${limit + 1}`;

/** One import; null when there is none. */
export async function importById<Shape, Column>(db: Db, id: string): Promise<ImportSeen<Shape, Column> | null> {
  const [row] = await db<ImportSeen<Shape, Column>[]>`
    select ${listed(db)}, shape, columns, rejects, everybody, size, file is not null as has_file from imports where id = ${id}`;
  return row ?? null;
}

/** A piece of an import's file. */
export async function filePiece(db: Db, id: string, from: number, length: number): Promise<Uint8Array> {
  const [row] = await db<{ piece: Uint8Array | null }[]>`
    select substring(file from ${from + 1}::int for ${length}::int) as piece from imports where id = ${id}`;
  return row?.piece ?? new Uint8Array();
}

/** Where files with these headings went the last time; null when they are new. */
export async function mappingOf(db: Db, key: string): Promise<{ fields: Record<string, string>; at: Date } | null> {
  const [row] = await db<{ fields: Record<string, string>; at: Date }[]>`
    select fields, at from import_mappings where key = md5(${key})`;
  return row ?? null;
}

/** One row of a file as the check found it. */
export interface CheckedRow {
  row: number;
  reference: string;
  name: string | null;
  kind: 'new' | 'changed' | 'unchanged' | 'rejected' | 'left';
  residentId: string | null;
  changes: Record<string, [unknown, unknown]> | null;
  kept: string[] | null;
  faults: { column: string; value: string; reason: string }[] | null;
  notes: { column: string; value: string; words: string }[] | null;
}

export interface RowFilter {
  /** An outcome, or `kept`: rows with details that stay as residents set them. */
  kind: string;
  /** A field that changes, or a column that cannot be used. */
  column?: string | undefined;
}

/** Rows of one outcome, in the order of the file; one more than asked for. */
export const checkedRows = (db: Db, id: string, { kind, column }: RowFilter, after: number, limit: number) => db<
  CheckedRow[]
>`
  select row, reference, name, kind, resident_id, changes, kept, faults, notes from import_rows
  where import_id = ${id} and row > ${after} and case when ${kind} = 'kept' then kept is not null else kind = ${kind} end
    and (${column ?? null}::text is null or changes ? ${column ?? ''} or faults @> ${JSON.stringify([{ column: column ?? '' }])}::text::jsonb)
  order by row limit ${limit + 1}`;

/** How many changed rows change each field. */
export const changedFields = (db: Db, id: string) => db<{ field: string; count: number }[]>`
  select k as field, count(*)::int as count from import_rows, jsonb_object_keys(changes) k
  where import_id = ${id} and kind = 'changed' group by k order by 2 desc, 1`;

/** Why each rejected row cannot be used, by its number. */
export const rejectedRows = (db: Db, id: string) => db<{ row: number; faults: { column: string; reason: string }[] }[]>`
  select row, faults from import_rows where import_id = ${id} and kind = 'rejected' order by row`;

/** Imports at work now, for the first page. */
export const importsAtWork = (db: Db) => db<ImportRow[]>`
  select ${listed(db)} from imports where state in ('reading', 'checking', 'applying') order by at`;
