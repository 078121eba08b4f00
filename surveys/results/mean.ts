import { finiteBase, type Interval, z95 } from './wilson.ts';

export interface Mean extends Interval {
  mean: number;
}

/** What a mean needs of the numbers: sums of w, wx and wx^2, and the effective base. */
export interface Moments {
  weighted: number;
  sum: number;
  sumOfSquares: number;
  effective: number;
}

/**
 * A mean and its 95% interval, z s / sqrt(n*), with s^2 over n-1 and n* as in `finiteBase`.
 * Kept within `min` and `max` where the scale has ends.
 */
export function meanOf(moments: Moments, population: number | null, min: number | null, max: number | null): Mean {
  const mean = moments.sum / moments.weighted;
  const spread = Math.max(0, moments.sumOfSquares / moments.weighted - mean * mean);
  const base = moments.effective;
  const half = base > 1 ? z95 * Math.sqrt((spread * base) / (base - 1) / finiteBase(base, population)) : 0;
  return { mean, low: Math.max(mean - half, min ?? -Infinity), high: Math.min(mean + half, max ?? Infinity) };
}
