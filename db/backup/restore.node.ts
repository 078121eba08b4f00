import { type Db, type Pool, transaction } from '../connect.ts';
import { checkBackup, readBackup } from './read.node.ts';
import {
  type BackupHeader,
  type BackupTable,
  columnList,
  migrationOf,
  type Shape,
  tableName,
  tableShapes,
} from './tables.ts';

/** What is to be kept from going wrong before anything is touched. Each throws a sentence. */
async function mayRestore(
  tx: Db,
  header: BackupHeader,
  shapes: readonly Shape[],
  replace: string | null,
): Promise<void> {
  const here = await migrationOf(tx);
  if (here.number !== header.migration.number || here.hash !== header.migration.hash)
    throw new Error(
      `The backup is of migration ${header.migration.number} and this Earshot has ${here.number}. Restore it with the version of Earshot that made it, then update. Nothing has changed.`,
    );
  const shape = (tables: readonly Pick<BackupTable, 'name' | 'columns'>[]) =>
    JSON.stringify(tables.map(({ name, columns }) => [name, columns]));
  if (shape(header.tables) !== shape(shapes))
    throw new Error('The backup has other tables than this database. Nothing has changed.');
  const [landlord] = await tx<{ name: string }[]>`select name from landlord`;
  const [anybody] = await tx`select from "user" union all select from residents limit 1`;
  if (replace === null && (landlord || anybody))
    throw new Error(
      `This database is not empty: it is ${landlord?.name || 'in use'}. To put the backup in its place, and lose what is there, add: --replace "${landlord?.name ?? ''}"`,
    );
  if (replace !== null && replace !== (landlord?.name ?? ''))
    throw new Error(`The landlord here is "${landlord?.name ?? ''}", not "${replace}". Nothing has changed.`);
}

/** Lines put in with one statement: so many, or so many bytes, whichever is first. */
const batch = { lines: 2000, bytes: 4_000_000 };

/** Puts lines of a table in. Gives how many rows that made. */
async function put(tx: Db, { name, columns, types }: Shape, lines: readonly string[]): Promise<number> {
  const values = columns.map((_, at) => `(j ->> ${at})::${types[at]}`).join(', ');
  const done = await tx.unsafe(
    `insert into ${tableName(name)} (${columnList(columns)}) overriding system value
     select ${values} from json_array_elements($1::text::json) j`,
    [`[${lines.join(',')}]`],
  );
  return done.count;
}

async function fill(tx: Db, file: string, shapes: readonly Shape[]): Promise<void> {
  let [lines, bytes, made]: [string[], number, number] = [[], 0, 0];
  const flush = async ({ name }: BackupTable) => {
    const shape = shapes.find((one) => one.name === name);
    if (shape !== undefined && lines.length > 0) made += await put(tx, shape, lines);
    [lines, bytes] = [[], 0];
  };
  await readBackup(file, {
    header: () => {},
    async row(table, line) {
      lines.push(line.toString('utf8'));
      bytes += line.length;
      if (lines.length >= batch.lines || bytes >= batch.bytes) await flush(table);
    },
    async end(table) {
      await flush(table);
      if (made !== table.rows)
        throw new Error(`${table.name} has ${made} rows instead of ${table.rows}. Nothing has changed.`);
      made = 0;
    },
  });
}

/** Counts go on where they were. Not undone by a rollback, so it is the last thing before the end. */
async function goOn(tx: Db, { sequences }: BackupHeader): Promise<void> {
  for (const { name, last } of sequences)
    await tx`select setval(format('public.%I', ${name}::text)::regclass, ${last ?? 1}, ${last !== null})`;
}

/**
 * Puts a backup into an empty database, or in the place of what is there when its landlord is named: all of it or nothing, in one transaction. The file is
 * read to its end and its hash proved before anything is touched. Gives its header. Throws a sentence.
 */
export async function restoreBackup(
  pool: Pool,
  file: string,
  { replace, after }: { replace: string | null; after(tx: Db, header: BackupHeader): Promise<unknown> },
): Promise<BackupHeader> {
  const header = await checkBackup(file);
  await transaction(pool, async (tx) => {
    const shapes = await tableShapes(tx);
    await mayRestore(tx, header, shapes, replace);
    await tx`set local timezone = 'UTC'`;
    await tx.unsafe(`truncate table ${shapes.map(({ name }) => tableName(name)).join(', ')}`);
    await fill(tx, file, shapes);
    await goOn(tx, header);
    await after(tx, header);
  });
  await pool`analyze`;
  return header;
}
