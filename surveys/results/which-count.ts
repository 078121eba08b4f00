import type { WaveColumns } from './columns.ts';

/** Which responses count. Worked out when reporting and never stored, so that a change of mind changes nothing kept. */
export interface CountRule {
  /** Of two completes of one person or household, the first or the last. */
  keep: 'first' | 'last';
  /** An unfinished response counts when at least this much of 100 of what it was asked has an answer; null: never. */
  partFrom: number | null;
}

export const usualRule: CountRule = { keep: 'first', partFrom: null };

/**
 * A mark of 1 for each row that counts: one a unit at most, and a complete one before a part one.
 * Ties in time go to the earlier row. Without a single answer none counts.
 */
export function whichCount(columns: WaveColumns, rule: CountRule = usualRule): Uint8Array {
  // Units are dense, so an array holds the best row of each: at a million rows ten times as fast as a map.
  const best = new Int32Array(columns.size).fill(-1);
  for (let row = 0; row < columns.size; row++) {
    if (!fits(columns, row, rule)) continue;
    const unit = columns.unit[row] as number;
    const held = best[unit] as number;
    if (held < 0 || beats(columns, row, held, rule)) best[unit] = row;
  }
  const marks = new Uint8Array(columns.size);
  for (const row of best) if (row >= 0) marks[row] = 1;
  return marks;
}

const fits = (columns: WaveColumns, row: number, rule: CountRule): boolean =>
  (columns.answered[row] ?? 0) > 0 &&
  (columns.complete[row] === 1 || (rule.partFrom !== null && (columns.answered[row] ?? 0) >= rule.partFrom));

function beats(columns: WaveColumns, row: number, held: number, rule: CountRule): boolean {
  const [mine, theirs] = [columns.complete[row] ?? 0, columns.complete[held] ?? 0];
  if (mine !== theirs) return mine > theirs;
  const [when, then] = [columns.finished[row] ?? 0, columns.finished[held] ?? 0];
  return rule.keep === 'first' ? when < then : when > then;
}
