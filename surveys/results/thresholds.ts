/** Below which numbers nothing is shown, as dated data. */
export interface Thresholds {
  id: string;
  /** First day they apply. */
  from: string;
  /** For whom: the landlord's own staff, or anyone. */
  use: Use;
  /** A count above none and below this is hidden. */
  minCell: number;
  /** No percentage on fewer answers. */
  minBase: number;
  /** Marked "low base" on fewer answers. */
  lowBase: number;
  /** All or none of a group is written "over 95%" or "under 5%": the width of that edge. */
  edge: number;
}
export const uses = ['internal', 'published'] as const;
export type Use = (typeof uses)[number];

export const thresholds: readonly Thresholds[] = [
  { id: 'internal-2026', from: '2026-01-01', use: 'internal', minCell: 5, minBase: 10, lowBase: 30, edge: 0.05 },
  { id: 'published-2026', from: '2026-01-01', use: 'published', minCell: 10, minBase: 10, lowBase: 30, edge: 0.05 },
];

/** The thresholds of a use in force on a day (local date); the first there are for a day before them. */
export function thresholdsFor(use: Use, day: string): Thresholds {
  const mine = thresholds.filter((each) => each.use === use);
  const fit = mine.filter((each) => each.from <= day).at(-1) ?? mine[0];
  if (!fit) throw new RangeError(`No thresholds for ${use}`);
  return fit;
}
