import { four, fourBack, lettersAt, together, two } from './bytes.ts';

/** Markers that stand alone, without a length: restarts, and one for the temporary use of coders. */
const alone = (marker: number) => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;
const startOfScan = 0xda;
const endOfImage = 0xd9;

/** Colours depend on these; all other notes of applications can say who, where and when. */
function isKept(marker: number, body: Uint8Array): boolean {
  if (marker === 0xe0) return lettersAt(body, 0, 5) === 'JFIF\0';
  if (marker === 0xe2) return lettersAt(body, 0, 12) === 'ICC_PROFILE\0';
  if (marker === 0xee) return lettersAt(body, 0, 5) === 'Adobe';
  return !((marker >= 0xe1 && marker <= 0xef) || marker === 0xfe);
}

/** Which way up the camera was held, 1 to 8, as a note says it; 1 when it does not. */
function orientationOf(note: Uint8Array): number {
  if (lettersAt(note, 0, 6) !== 'Exif\0\0') return 1;
  const tiff = note.subarray(6);
  const back = lettersAt(tiff, 0, 2) === 'II';
  const short = (at: number) => (back ? (tiff[at] ?? 0) + (tiff[at + 1] ?? 0) * 0x100 : two(tiff, at));
  const list = back ? fourBack(tiff, 4) : four(tiff, 4);
  const entries = Array.from({ length: Math.min(short(list), 200) }, (_, entry) => list + 2 + entry * 12);
  const found = entries.find((at) => short(at) === 0x0112);
  const said = found === undefined ? 1 : short(found + 8);
  return said >= 1 && said <= 8 ? said : 1;
}

/** A note that says which way up, and nothing else. */
const uprightNote = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);

/** Where the picture's own bytes end: at the next marker that is neither a restart nor a byte 255 of the picture. */
function endOfBytes(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !alone(next)) return at;
  }
  return bytes.length;
}

/**
 * A JPEG without what it says besides the picture: place, time, camera, names, a smaller picture, and whatever stands after
 * its end. Which way up it is stays. Null when it is not whole.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let scanned = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) break;
    const end = alone(marker) ? at + 2 : at + 2 + two(bytes, at + 2);
    if (end > bytes.length || (!alone(marker) && end < at + 4)) return null;
    const body = bytes.subarray(at + 4, end);
    if (marker === 0xe1) orientation = Math.max(orientation, orientationOf(body));
    const next = marker === startOfScan ? endOfBytes(bytes, end) : end;
    if (isKept(marker, body)) kept.push(bytes.subarray(at, next));
    scanned ||= marker === startOfScan;
    at = next;
  }
  if (!scanned) return null;
  const [jfif, ...rest] = kept;
  const first = jfif && jfif[1] === 0xe0 ? [jfif] : [];
  const upright = orientation === 1 ? [] : [uprightNote(orientation)];
  const others = first.length > 0 ? rest : kept;
  return together([Uint8Array.of(0xff, 0xd8), ...first, ...upright, ...others, Uint8Array.of(0xff, endOfImage)]);
}
