import type { Db } from '../connect.ts';

export type ImportState =
  | 'reading'
  | 'matching'
  | 'checking'
  | 'checked'
  | 'applying'
  | 'applied'
  | 'failed'
  | 'stopped';
/** How far an import goes by itself. */
export type ImportGoes = 'match' | 'check' | 'apply';

export interface NewImport {
  id: string;
  filename: string;
  file: Uint8Array;
  by: string;
  actor: string;
  goes: ImportGoes;
  skipBroken: boolean;
  everybody: boolean;
  leavers: boolean;
}

/** Keeps a file that was brought, to be read. */
export const insertImport = (db: Db, one: NewImport, at: Date) => db`
  insert into imports (id, filename, file, size, by, actor, at, state, goes, skip_broken, everybody, leavers, counts, rejects)
  values (${one.id}, ${one.filename}, ${one.file}::bytea, ${one.file.length}, ${one.by}, ${one.actor}, ${at}, 'reading', ${one.goes},
    ${one.skipBroken}, ${one.everybody}, ${one.leavers}, '{}', '[]')`;

/** Files of imports that were over before then are of no more use: they and their rows are forgotten, what became of them stays. */
export async function forgetFiles(db: Db, before: Date): Promise<void> {
  const old = db`select id from imports where coalesce(finished_at, at) < ${before} and state in ('applied', 'failed', 'stopped', 'matching', 'checked')`;
  await db`delete from import_rows where import_id in (${old})`;
  await db`update imports set file = null, columns = null where file is not null and id in (${old})`;
}

export interface ClaimedImport<Shape, Column> {
  id: string;
  state: 'reading' | 'checking' | 'applying';
  size: number;
  by: string;
  actor: string;
  goes: ImportGoes;
  skipBroken: boolean;
  everybody: boolean;
  leavers: boolean;
  tries: number;
  rows: number;
  shape: Shape | null;
  columns: Column[] | null;
}

/** Takes the oldest import that waits, or whose process ended over it: each of its states can be begun again. */
export async function claimImport<Shape, Column>(
  db: Db,
  now: Date,
  leaseUntil: Date,
): Promise<ClaimedImport<Shape, Column> | null> {
  const [row] = await db<ClaimedImport<Shape, Column>[]>`
    update imports set lease_until = ${leaseUntil}, tries = tries + 1, done = 0
    where id = (
      select id from imports where state in ('reading', 'checking', 'applying') and (lease_until is null or lease_until < ${now})
      order by at, id limit 1 for update skip locked)
    returning id, state, size, by, actor, goes, skip_broken, everybody, leavers, tries, rows, shape, columns`;
  return row ?? null;
}

/** Who holds an import: a process that was given up for dead, or whose import was stopped, holds it no more. */
export interface Hold {
  id: string;
  state: string;
  tries: number;
}

const held = (db: Db, { id, state, tries }: Hold) => db`id = ${id} and state = ${state} and tries = ${tries}`;

/** Says how far it is. False when it is no longer ours. */
export async function importProgress(db: Db, hold: Hold, done: number, leaseUntil: Date): Promise<boolean> {
  const { count } = await db`update imports set done = ${done}, lease_until = ${leaseUntil} where ${held(db, hold)}`;
  return count === 1;
}

/** Ends a state: the next one waits to be claimed, or for a person. False when it is no longer ours. */
export async function leaveState(
  db: Db,
  hold: Hold,
  next: ImportState,
  set: { shape?: object; columns?: readonly object[]; rows?: number; fault?: string } = {},
): Promise<boolean> {
  const { count } = await db`
    update imports set state = ${next}, lease_until = null, tries = 0, done = 0, fault = ${set.fault ?? null},
      shape = coalesce(${set.shape ? JSON.stringify(set.shape) : null}::text::jsonb, shape),
      columns = coalesce(${set.columns ? JSON.stringify(set.columns) : null}::text::jsonb, columns),
      rows = coalesce(${set.rows ?? null}::int, rows)
    where ${held(db, hold)}`;
  return count === 1;
}

/** Counts what the check found and ends it. */
export async function finishCheck(db: Db, hold: Hold, next: 'checked' | 'applying', at: Date): Promise<boolean> {
  const { count } = await db`
    with found as (select kind, kept, faults from import_rows where import_id = ${hold.id})
    update imports set state = ${next}, lease_until = null, tries = 0, done = 0, checked_at = ${at},
      rows = (select count(*) from found where kind <> 'left'),
      counts = (select jsonb_object_agg(k, (select count(*) from found where kind = k))
        from unnest('{new,changed,unchanged,rejected,left}'::text[]) k)
        || jsonb_build_object('kept', (select coalesce(sum(cardinality(kept)), 0) from found)),
      rejects = coalesce((select jsonb_agg(jsonb_build_object('column', c, 'count', n) order by n desc, c) from (
        select f ->> 'column' as c, count(*) as n from found, jsonb_array_elements(faults) f where kind = 'rejected' group by 1) by_column), '[]')
    where ${held(db, hold)}`;
  return count === 1;
}

/** An import is over and everything of it stands. False when it is no longer ours: the caller rolls back. */
export async function finishApply(db: Db, hold: Hold, at: Date): Promise<boolean> {
  const { count } = await db`
    update imports set state = 'applied', lease_until = null, finished_at = ${at}, done = rows, fault = null where ${held(db, hold)}`;
  return count === 1;
}

/** True when another import was applied since this one was checked. */
export async function isStale(db: Db, id: string): Promise<boolean> {
  const [row] = await db<{ stale: boolean }[]>`
    select exists (select from imports other where other.state = 'applied' and other.finished_at > i.checked_at and other.id <> i.id) as stale
    from imports i where i.id = ${id}`;
  return row?.stale ?? false;
}

/** An import that cannot go on stands with its fault; nothing of it was applied. */
export const failImport = (db: Db, hold: Hold, fault: string | null, at: Date) => db`
  update imports set state = 'failed', fault = ${fault}, finished_at = ${at}, lease_until = null where ${held(db, hold)}`;

/** Lets go of an import that failed for now, so that it is tried again at once. */
export const letGo = (db: Db, hold: Hold) => db`update imports set lease_until = null where ${held(db, hold)}`;

/** Keeps where the columns go and has the file checked. False when it is not waiting for that. */
export async function askCheck(
  db: Db,
  id: string,
  set: { columns: readonly object[]; everybody: boolean },
): Promise<boolean> {
  const { count } = await db`
    update imports set state = 'checking', columns = ${JSON.stringify(set.columns)}::text::jsonb, everybody = ${set.everybody}, tries = 0,
      lease_until = null, done = 0, fault = null
    where id = ${id} and state in ('matching', 'checked', 'failed', 'stopped') and file is not null and shape is not null`;
  return count === 1;
}

/** Has a checked file applied. False when it is not checked, or rows that cannot be used stand in the way. */
export async function askApply(db: Db, id: string, set: { skipBroken: boolean; leavers: boolean }): Promise<boolean> {
  const { count } = await db`
    update imports set state = 'applying', skip_broken = ${set.skipBroken}, leavers = ${set.leavers}, tries = 0, lease_until = null, done = 0, fault = null
    where id = ${id} and state = 'checked' and (${set.skipBroken} or (counts ->> 'rejected')::int = 0)`;
  return count === 1;
}

/** Stops an import that is not over. What it was doing is undone by whoever does it. */
export async function stopImport(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db`
    update imports set state = 'stopped', finished_at = ${at}, lease_until = null
    where id = ${id} and state in ('reading', 'matching', 'checking', 'checked', 'applying')`;
  return count === 1;
}

/** Begins an import that stopped or failed anew: with its columns if they are known. */
export async function restartImport(db: Db, id: string): Promise<boolean> {
  const { count } = await db`
    update imports set state = case when columns @> '[{"field": "reference"}]' then 'checking' else 'reading' end, fault = null, finished_at = null, tries = 0,
      goes = 'match', lease_until = null, done = 0
    where id = ${id} and state in ('failed', 'stopped') and file is not null`;
  return count === 1;
}

/** Remembers where the columns of files with these headings go. */
export const rememberMapping = (
  db: Db,
  { key, fields, by }: { key: string; fields: Record<string, string>; by: string },
  at: Date,
) => db`
  insert into import_mappings (key, fields, by, at) values (md5(${key}), ${JSON.stringify(fields)}::text::jsonb, ${by}, ${at})
  on conflict (key) do update set fields = excluded.fields, by = excluded.by, at = excluded.at`;
