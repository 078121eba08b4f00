import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type Db, type Pool, transaction } from '../connect.ts';
import { checkBackup, readBackup } from './read.node.ts';
import { type BackupHeader, type BackupTable, columnList, migrationOf, tableName, tableShapes } from './tables.ts';

type Shapes = Awaited<ReturnType<typeof tableShapes>>;

/** What is to be kept from going wrong before anything is touched. Each throws a sentence. */
async function mayRestore(tx: Db, header: BackupHeader, shapes: Shapes, replace: string | null): Promise<void> {
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

/** Where the rows of one table stay as plain text until all have come: the client would wait for ever if the table itself refused one of them. */
async function openStage(tx: Db, { columns }: BackupTable): Promise<Writable> {
  await tx.unsafe(`create temporary table stage (${columns.map((_, at) => `c${at} text`).join(', ')}) on commit drop`);
  return tx.unsafe('copy pg_temp.stage from stdin').writable();
}

async function settleStage(
  tx: Db,
  stage: Writable,
  { name, columns, rows }: BackupTable,
  shapes: Shapes,
): Promise<void> {
  stage.end();
  await finished(stage);
  const types = shapes.find((shape) => shape.name === name)?.types ?? [];
  const values = columns.map((_, at) => `c${at}::${types[at]}`).join(', ');
  const put = await tx.unsafe(
    `insert into ${tableName(name)} (${columnList(columns)}) overriding system value select ${values} from pg_temp.stage`,
  );
  if (put.count !== rows) throw new Error(`${name} has ${put.count} rows instead of ${rows}. Nothing has changed.`);
  await tx.unsafe('drop table pg_temp.stage');
}

async function fill(tx: Db, file: string, shapes: Shapes): Promise<void> {
  let stage: Writable | null = null;
  await readBackup(file, {
    header: () => {},
    async row(table, line) {
      stage ??= await openStage(tx, table);
      if (!stage.write(line)) await once(stage, 'drain');
    },
    async end(table) {
      if (stage !== null) await settleStage(tx, stage, table, shapes);
      stage = null;
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
