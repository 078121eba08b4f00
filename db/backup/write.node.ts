import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Db, Pool } from '../connect.ts';
import { type BackupHeader, columnList, migrationOf, sequencesOf, tableName, tableShapes } from './tables.ts';

export interface BackupDone {
  rows: number;
  tables: number;
  bytes: number;
}

/** How Postgres writes values, whatever its settings: the file must read the same everywhere. */
const writing = ["datestyle = 'ISO, YMD'", "timezone = 'UTC'", "bytea_output = 'hex'", 'extra_float_digits = 1'];

async function headerOf(tx: Db, about: Pick<BackupHeader, 'madeAt' | 'secretMark'>): Promise<BackupHeader> {
  const tables = [];
  for (const { name, columns } of await tableShapes(tx)) {
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

/** The file before it is packed: the header, the rows of each table a line each, and the hash of it all. */
async function* content(tx: Db, header: BackupHeader): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const told = (piece: Buffer) => {
    hash.update(piece);
    return piece;
  };
  yield told(Buffer.from(`${JSON.stringify(header)}\n`));
  for (const { name, columns } of header.tables) {
    const rows = await tx.unsafe(`copy ${tableName(name)} (${columnList(columns)}) to stdout`).readable();
    for await (const piece of rows) yield told(piece);
  }
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
      const made = await headerOf(tx, about);
      await pipeline(
        Readable.from(content(tx, made), { objectMode: false }),
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
