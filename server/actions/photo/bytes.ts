/** Reading the bytes of a picture. Past the end there are zeros, so a broken file is never read beyond itself. */

/** A number of two bytes, the high one first. */
export const two = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** A number of four bytes, the high one first. */
export const four = (bytes: Uint8Array, at: number): number => two(bytes, at) * 0x10000 + two(bytes, at + 2);

/** The same, the low one first. */
export const fourBack = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 0x100 + (bytes[at + 2] ?? 0) * 0x10000 + (bytes[at + 3] ?? 0) * 0x1000000;

/** Letters as they stand at a place. */
export const lettersAt = (bytes: Uint8Array, at: number, count: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + count));

/** Pieces as one. */
export function together(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
