import { four, lettersAt, together } from './bytes.ts';

const signature = 8;

/** The picture, its colours and its size: every other chunk can say who, where and when. */
const kept = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/** A PNG without what it says besides the picture, and without what stands after its end. Null when it is not whole. */
export function barePng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const pieces: Uint8Array[] = [bytes.subarray(0, signature)];
  for (let at = signature; at + 12 <= bytes.length; ) {
    const end = at + 12 + four(bytes, at);
    const type = lettersAt(bytes, at + 4, 4);
    if (end > bytes.length || (at === signature && type !== 'IHDR')) return null;
    if (kept.has(type)) pieces.push(bytes.subarray(at, end));
    if (type === 'IEND') return together(pieces);
    at = end;
  }
  return null;
}
