/**
 * Why a place in a column has no answer, as reserved codes at the top of a byte and the bottom of an Int32.
 *
 * not_asked: off the route, or not reached. blank: asked and passed over. The rest are answers outside the scale.
 */
export const missing = ['not_asked', 'blank', 'refused', 'dont_know', 'not_applicable'] as const;
export type Missing = (typeof missing)[number];

/** Codes of a byte, 0 to 249, are places in the list of options. */
export const byteOf: Record<Missing, number> = {
  not_asked: 255,
  blank: 254,
  refused: 253,
  dont_know: 252,
  not_applicable: 251,
};
export const lastByte = 249;

/** No age, day or number anyone gives comes near these. */
export const int32Of: Record<Missing, number> = {
  not_asked: -2147483648,
  blank: -2147483647,
  refused: -2147483646,
  dont_know: -2147483645,
  not_applicable: -2147483644,
};
export const lowestInt32 = -2147483643;

/** A field whose value is not known, in a byte: an age nobody holds, a member without an area. */
export const unknownByte = 255;

/** What a byte holds where free text was given; the words are not in the columns. */
export const answeredText = 0;
