/** Files in a folder, as one ZIP: stored as they are (texts of a few kilobytes), named in UTF-8. */

export interface ZipEntry {
  name: string;
  content: Uint8Array;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The parts of APPNOTE 6.3 that every reader knows: local header, central header, end. Numbers are little-endian. */
function record(fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const out = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of fields) {
    for (let byte = 0; byte < size; byte += 1) out[at + byte] = (value >>> (8 * byte)) & 0xff;
    at += size;
  }
  return out;
}

/** Names are UTF-8. */
const utf8 = 0x0800;
const version = 20;

const dosTime = (at: Date) => (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
const dosDate = (at: Date) => ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();

/** Joins pieces of bytes. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** Takes files and the moment they are of; gives the ZIP. */
export function zipOf(entries: readonly ZipEntry[], at: Date): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const title = new TextEncoder().encode(name);
    const same = [
      [2, version],
      [2, utf8],
      [2, 0],
      [2, dosTime(at)],
      [2, dosDate(at)],
      [4, crc32(content)],
      [4, content.length],
      [4, content.length],
      [2, title.length],
      [2, 0],
    ] as const;
    const local = record([[4, 0x04034b50], ...same]);
    const more = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    central.push(record([[4, 0x02014b50], [2, version], ...same, ...more]), title);
    pieces.push(local, title, content);
    offset += local.length + title.length + content.length;
  }
  const size = central.reduce((sum, piece) => sum + piece.length, 0);
  const count = entries.length;
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
  return joined([...pieces, ...central, end]);
}
