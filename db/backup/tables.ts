import type { Db } from '../connect.ts';

/** One table as a backup knows it. */
export interface BackupTable {
  name: string;
  columns: string[];
  rows: number;
}

/** The line a backup begins with. */
export interface BackupHeader {
  format: 'earshot-backup';
  version: 1;
  landlord: string;
  madeAt: string;
  /** How many migrations the database had, and the hash of the last: it is restored only where both are the same. */
  migration: Migration;
  /** Tells whether another installation has the same secret, and not what it is. */
  secretMark: string;
  /** In an order in which each can be filled: what is pointed to comes first. */
  tables: BackupTable[];
  /** Where each count goes on. */
  sequences: { name: string; last: number | null }[];
}

export interface Migration {
  number: number;
  hash: string;
}

/** How far the database was brought. */
export async function migrationOf(db: Db): Promise<Migration> {
  const [row] = await db<Migration[]>`
    select count(*)::int as number, coalesce((array_agg(hash order by created_at desc))[1], '') as hash from drizzle.__drizzle_migrations`;
  return row ?? { number: 0, hash: '' };
}

/** One table as the database has it now. */
export interface Shape {
  name: string;
  columns: string[];
  types: string[];
  /** Tables it points to. */
  needs: string[];
}

/** Every table of ours with its columns and their types, in an order in which each can be filled. Throws when tables point at each other in a ring. */
export async function tableShapes(db: Db): Promise<Shape[]> {
  const shapes = await db<Shape[]>`
    select c.relname::text as name, a.columns, a.types,
      array(select distinct f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    cross join lateral (
      select array_agg(attname::text order by attnum) as columns, array_agg(format_type(atttypid, atttypmod) order by attnum) as types
      from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') a
    where c.relkind = 'r' order by c.relname`;
  return inOrder(shapes.map((shape) => ({ ...shape, needs: shape.needs.map((name) => name.replaceAll('"', '')) })));
}

function inOrder(shapes: readonly Shape[]): Shape[] {
  const ordered: Shape[] = [];
  const done = new Set<string>();
  while (ordered.length < shapes.length) {
    const next = shapes.filter(({ name, needs }) => !done.has(name) && needs.every((need) => done.has(need)));
    if (next.length === 0) throw new Error('Some tables point at each other in a ring; no order fills them.');
    for (const shape of next) {
      ordered.push(shape);
      done.add(shape.name);
    }
  }
  return ordered;
}

/** Where the numbers of identity columns go on. */
export const sequencesOf = (db: Db) => db<{ name: string; last: number | null }[]>`
  select sequencename::text as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const columnList = (columns: readonly string[]): string => columns.map(quoted).join(', ');
export const tableName = (name: string): string => `public.${quoted(name)}`;
