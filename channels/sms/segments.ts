import { septetsOf } from './gsm7.ts';

/** How a text travels, and what that costs. Providers may count one more, never fewer: show it as "at least". */
export interface SegmentCount {
  encoding: 'gsm7' | 'ucs2';
  segments: number;
  /** Septets (GSM-7) or 16-bit units (UCS-2). */
  units: number;
  /** The characters that make it UCS-2, each once, in the order met. Empty for GSM-7. */
  forcing: readonly string[];
}

interface Limits {
  single: number;
  part: number;
}

/** Octets of a text: 140. A part of a longer one gives 6 (GSM 7) of them to the header that joins it. */
const limits: Record<SegmentCount['encoding'], Limits> = {
  gsm7: { single: 160, part: 153 },
  ucs2: { single: 70, part: 67 },
};

/**
 * Counts the segments of a text as it is sent. Takes any words; gives encoding, segments and the characters that cost more.
 * An empty text is no segment. Rules: 3GPP TS 23.038 (alphabet) and 23.040 (joined parts).
 */
export function countSegments(text: string): SegmentCount {
  const chars = [...text];
  const forcing = [...new Set(chars.filter((char) => septetsOf(char) === null))];
  const encoding = forcing.length === 0 ? 'gsm7' : 'ucs2';
  const sizes = chars.map((char) => (encoding === 'gsm7' ? (septetsOf(char) ?? 1) : char.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  return { encoding, segments: pack(sizes, units, limits[encoding]), units, forcing };
}

/** Parts needed when a character of two units is never split over two parts. */
function pack(sizes: readonly number[], units: number, { single, part }: Limits): number {
  if (units <= single) return units === 0 ? 0 : 1;
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > part) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
