import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { BackupHeader, BackupTable } from './tables.ts';

const newline = 10;
/** A header is a few kilobytes; what has no line end in this much is no backup. */
const longestHeader = 1024 * 1024;

/** Whole lines, their line ends with them; what is left at the end comes as it is. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const piece = chunk.subarray(from, at + 1);
      yield rest.length > 0 ? Buffer.concat([...rest, piece]) : piece;
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

function parsed(line: Buffer): Record<string, unknown> {
  const value: unknown = line.length < longestHeader ? JSON.parse(line.toString('utf8')) : null;
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const isHeader = (value: Record<string, unknown>): boolean => value.format === 'earshot-backup' && value.version === 1;

/** Who hears a backup as it is read: its header, then each row with its table. */
export interface Listener {
  header(header: BackupHeader): Promise<void> | void;
  row(table: BackupTable, line: Buffer): Promise<void> | void;
  /** The last row of a table has come. */
  end(table: BackupTable): Promise<void> | void;
}

async function listen(lines: AsyncGenerator<Buffer>, to: Listener): Promise<void> {
  const hash = createHash('sha256');
  const next = async (): Promise<Buffer> => {
    const { value } = await lines.next();
    if (!value || value.at(-1) !== newline) throw new Error('cut off');
    return value;
  };
  const first = await next();
  const header = parsed(first);
  if (!isHeader(header)) throw new Error('no header');
  hash.update(first);
  // The hash at the end proves that it is the header we wrote.
  const { tables } = header as { tables: BackupTable[] };
  await to.header(header as Record<string, unknown> & BackupHeader);
  for (const table of tables) {
    for (let row = 0; row < table.rows; row += 1) {
      const line = await next();
      hash.update(line);
      await to.row(table, line);
    }
    await to.end(table);
  }
  if (parsed(await next()).sha256 !== hash.digest('hex')) throw new Error('wrong hash');
  if (!(await lines.next()).done) throw new Error('something after the end');
}

/** Reads a backup once through. Throws what is wrong with it. */
export async function readBackup(file: string, to: Listener): Promise<void> {
  await pipeline(createReadStream(file), createGunzip(), (source: AsyncIterable<Buffer>) =>
    listen(linesOf(source), to),
  );
}

/** Reads a file to its end, changing nothing, and gives its header. Throws a sentence when it is no whole backup. */
export async function checkBackup(file: string): Promise<BackupHeader> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const found: BackupHeader[] = [];
  try {
    await readBackup(file, { header: (header) => void found.push(header), row: () => {}, end: () => {} });
  } catch {
    throw new Error(
      `${file} is not a whole backup: it is cut off, damaged, or another kind of file. Nothing has changed. Use another copy.`,
    );
  }
  const [header] = found;
  if (header === undefined) throw new Error(`${file} has no header.`);
  return header;
}
