import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Db, Pool } from '../connect.ts';
import {
  type BackupHeader,
  columnList,
  migrationOf,
  type Shape,
  sequencesOf,
  tableName,
  tableShapes,
} from './tables.ts';

export interface BackupDone {
  rows: number;
  tables: number;
  bytes: number;
}

/** How Postgres writes values, whatever its settings: the file must read the same everywhere. */
const writing = ["datestyle = 'ISO, YMD'", "timezone = 'UTC'", "bytea_output = 'hex'", 'extra_float_digits = 1'];

async function headerOf(
  tx: Db,
  shapes: readonly Shape[],
  about: Pick<BackupHeader, 'madeAt' | 'secretMark'>,
): Promise<BackupHeader> {
  const tables = [];
  for (const { name, columns } of shapes) {
    const [row] = await tx.unsafe<{ rows: number }[]>(`select count(*) as rows from ${tableName(name)}`);
    tables.push({ name, columns, rows: row?.rows ?? 0 });
  }
  const [landlord] = await tx<{ name: string }[]>`select name from landlord`;
  const [migration, sequences] = [await migrationOf(tx), await sequencesOf(tx)];
  return {
    format: 'earshot-backup',
    version: 1,
    landlord: landlord?.name ?? '',
    migration,
    ...about,
    tables,
    sequences,
  };
}

/** Rows fetched at once; a table with files in it is read one by one. */
const rowsAtOnce = 500;

/**
 * The rows of a table, each a line: a JSON array of its values as text. COPY would be quicker, but its stream in our client stops for ever where the last
 * rows of a table fill its buffer.
 */
async function* rowsOf(tx: Db, { name, columns, types }: Shape): AsyncGenerator<Buffer> {
  const values = columns.map((column) => `${columnList([column])}::text`).join(', ');
  const query = `select json_build_array(${values})::text as line from ${tableName(name)} where $1`;
  const cursor = tx.unsafe<{ line: string }[]>(query, [true]).cursor(types.includes('bytea') ? 1 : rowsAtOnce);
  for await (const rows of cursor) yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
}

/** The file before it is packed: the header, the rows of each table, and the hash of it all. */
async function* content(tx: Db, header: BackupHeader, shapes: readonly Shape[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const told = (piece: Buffer) => {
    hash.update(piece);
    return piece;
  };
  yield told(Buffer.from(`${JSON.stringify(header)}\n`));
  for (const shape of shapes) for await (const piece of rowsOf(tx, shape)) yield told(piece);
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`);
}

/**
 * Writes everything into one file, as it all stood at one moment, while others go on working. Memory stays flat: rows pass through. The file is there
 * whole or not at all, readable to its owner only. Throws a sentence when there is such a file already.
 */
export async function writeBackup(
  pool: Pool,
  file: string,
  about: Pick<BackupHeader, 'madeAt' | 'secretMark'>,
): Promise<BackupDone> {
  if (existsSync(file)) throw new Error(`There is a file ${file} already. Give another name.`);
  const part = `${file}.part`;
  try {
    const header = await pool.begin('isolation level repeatable read read only', async (tx) => {
      for (const setting of writing) await tx.unsafe(`set local ${setting}`);
      const shapes = await tableShapes(tx);
      const made = await headerOf(tx, shapes, about);
      await pipeline(
        Readable.from(content(tx, made, shapes), { objectMode: false }),
        createGzip(),
        createWriteStream(part, { mode: 0o600 }),
      );
      return made;
    });
    renameSync(part, file);
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
    return { rows, tables: header.tables.length, bytes: statSync(file).size };
  } finally {
    rmSync(part, { force: true });
  }
}
