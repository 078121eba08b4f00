import { fourBack, lettersAt, together } from './bytes.ts';

/** The picture and its colours: every other chunk can say who, where and when. */
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const pictures = new Set(['VP8 ', 'VP8L', 'ANMF']);

/** Bits of the extended header that promise notes (EXIF, XMP), which are gone. */
const promisesNotes = 0x08 | 0x04;

function chunkWithout(chunk: Uint8Array, type: string): Uint8Array {
  if (type !== 'VP8X') return chunk;
  const header = chunk.slice();
  header[8] = (header[8] ?? 0) & ~promisesNotes;
  return header;
}

function sized(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = Uint8Array.from('RIFF\0\0\0\0', (letter) => letter.charCodeAt(0));
  new DataView(head.buffer).setUint32(4, body.length, true);
  return together([head, body]);
}

/** A WebP without what it says besides the picture, and without what stands after its end. Null when it is not whole. */
export function bareWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const last = 8 + fourBack(bytes, 4);
  if (last > bytes.length) return null;
  const pieces: Uint8Array[] = [bytes.subarray(8, 12)];
  let pictured = false;
  for (let at = 12; at + 8 <= last; ) {
    const type = lettersAt(bytes, at, 4);
    const size = fourBack(bytes, at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > last + 1) return null;
    if (kept.has(type)) pieces.push(chunkWithout(bytes.subarray(at, end), type));
    pictured ||= pictures.has(type);
    at = end;
  }
  return pictured ? sized(together(pieces)) : null;
}
