import type { PageFormat } from '../../surveys/format.ts';

/** Measures of one print size: type in points, the rest in millimetres. */
export interface Size {
  body: number;
  title: number;
  section: number;
  foot: number;
  code: number;
  /** Side of a tick box. */
  tick: number;
  /** Between option rows, between blocks, and from one ruled line to the next. */
  row: number;
  gap: number;
  rule: number;
  side: number;
  top: number;
  /** Side of a picture beside words. */
  picture: number;
}

const page = { side: 20, top: 15, picture: 30 };

/**
 * Clear print at 14 point, large at 18, giant at 24 (UKAAF G003: at least 12, 16 and 24), easy read at 16. Page numbers are of the size of the
 * words; boxes of large print and above are at least 8 mm; nothing of a letter is under 12 point.
 */
export const sizes: Record<PageFormat, Size> = {
  standard: { ...page, body: 14, title: 18, section: 16, foot: 14, code: 22, tick: 6, row: 2.2, gap: 5, rule: 10 },
  large: { ...page, body: 18, title: 24, section: 22, foot: 18, code: 26, tick: 9, row: 3.5, gap: 8, rule: 13 },
  giant: { ...page, body: 24, title: 30, section: 30, foot: 24, code: 32, tick: 12, row: 5, gap: 10, rule: 16 },
  easy_read: { ...page, body: 16, title: 22, section: 20, foot: 16, code: 24, tick: 8, row: 3.2, gap: 8, rule: 13 },
};

const millimetresPerPoint = 25.4 / 72;

/** More than this at every foot would leave no page for a question: the version then stands on the first page alone. */
const mostFoot = 35;

/** Lines at the foot of a page: its number and the code, and the version where there is room. */
export const footLines = (size: Size, lineHeight: number): 1 | 2 =>
  2 * lineHeight * size.foot * millimetresPerPoint > mostFoot ? 1 : 2;

/** Room at the foot of a page in millimetres: its lines in the script, and 13 mm of edge and gaps. */
export function footRoom(size: Size, lineHeight: number): number {
  return 13 + footLines(size, lineHeight) * lineHeight * size.foot * millimetresPerPoint;
}
