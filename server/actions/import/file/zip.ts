import { type FileBytes, FileError, piecesOf } from './bytes.ts';

/** One file of a zip: where its bytes are, and whether they are packed. */
export interface ZipEntry {
  name: string;
  at: number;
  packed: number;
  deflated: boolean;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 64 KB. */
const endBytes = 22 + 65_535;
/** An honest workbook of 100,000 rows unpacks to about 200 MB; what grows past this was made to do harm. */
const mostUnpacked = 600 * 1024 * 1024;

const damaged = () => new FileError('This workbook is damaged. Open it in Excel, save it again, and bring that.');

async function directory(file: FileBytes): Promise<DataView> {
  const from = Math.max(0, file.size - endBytes);
  const tail = await file.read(from, file.size - from);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== endMark) continue;
    const bytes = await file.read(view.getUint32(at + 16, true), view.getUint32(at + 12, true));
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  throw damaged();
}

/** What a zip holds, by name. Throws `FileError` for one that is damaged. */
export async function zipEntries(file: FileBytes): Promise<Map<string, ZipEntry>> {
  const view = await directory(file);
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  for (let at = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === entryMark; ) {
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
    entries.set(name, {
      name,
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      deflated: view.getUint16(at + 10, true) === 8,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** A stream of the bytes of an entry as they are in the zip. */
async function packedBytes(file: FileBytes, entry: ZipEntry): Promise<ReadableStream<BufferSource>> {
  const head = await file.read(entry.at, 30);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const from = entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const pieces = piecesOf(file, from, from + entry.packed);
  return new ReadableStream<BufferSource>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
  });
}

/** The text of an entry, unpacked piece by piece. Throws `FileError` for one that is damaged or unpacks without end. */
export async function* zipText(file: FileBytes, entry: ZipEntry): AsyncGenerator<string> {
  const packed = await packedBytes(file, entry);
  const bytes: ReadableStream<BufferSource> = entry.deflated
    ? packed.pipeThrough(new DecompressionStream('deflate-raw'))
    : packed;
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let unpacked = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => Promise.reject(damaged()));
      if (done) break;
      unpacked += value.byteLength;
      if (unpacked > mostUnpacked) throw new FileError('This workbook is too large to unpack. Save it as CSV.');
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  yield decoder.decode();
}

/** The whole text of a small entry; an empty one when there is none of that name. */
export async function smallText(file: FileBytes, entry: ZipEntry | undefined): Promise<string> {
  if (entry === undefined) return '';
  const parts: string[] = [];
  for await (const part of zipText(file, entry)) parts.push(part);
  return parts.join('');
}
