import type { Bases } from './base.ts';
import { finiteBase, type Interval, z95 } from './wilson.ts';

export interface Mean extends Interval {
  mean: number;
}

/** What a mean needs of the numbers besides their base: sums of wx and wx^2. */
export interface Moments {
  sum: number;
  sumOfSquares: number;
}

/**
 * A mean and its 95% interval, z s / sqrt(n*), with s^2 over n-1 and n* as in `finiteBase`.
 * Kept within `min` and `max` where the scale has ends.
 */
export function meanOf(
  moments: Moments,
  base: Bases,
  population: number | null,
  min: number | null,
  max: number | null,
): Mean {
  const mean = moments.sum / base.weighted;
  const spread = Math.max(0, moments.sumOfSquares / base.weighted - mean * mean);
  const n = base.effective;
  const half = n > 1 ? z95 * Math.sqrt((spread * n) / (n - 1) / finiteBase(base, population)) : 0;
  return { mean, low: Math.max(mean - half, min ?? -Infinity), high: Math.min(mean + half, max ?? Infinity) };
}
