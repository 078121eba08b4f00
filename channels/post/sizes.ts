import type { Letter } from './printer.ts';

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
}

const page = { side: 20, top: 15 };

/** Clear print at 14 point and large print at 18 (UKAAF G003: at least 12 and 16); nothing of a letter is under 12. */
export const sizes: Record<Letter['format'], Size> = {
  standard: { ...page, body: 14, title: 18, section: 16, foot: 12, code: 22, tick: 6, row: 2.2, gap: 5, rule: 10 },
  large: { ...page, body: 18, title: 24, section: 21, foot: 16, code: 26, tick: 9, row: 3.5, gap: 8, rule: 13 },
};

/** Room at the foot of a page in millimetres: two lines of the script, and 13 mm of edge and gaps. */
export function footRoom(size: Size, lineHeight: number): number {
  return 13 + 2 * lineHeight * size.foot * millimetresPerPoint;
}

const millimetresPerPoint = 25.4 / 72;
