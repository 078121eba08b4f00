import type { Bases } from './base.ts';

/** 95%: the quantile of the normal distribution at 0.975. */
export const z95 = 1.959964;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Base for an interval in a finite population: n* = n_eff (N-1)/(N-n), n the answers. When everyone answered nothing is
 * uncertain: infinity. `population` null: as if endless.
 */
export function finiteBase(base: Bases, population: number | null): number {
  if (population === null) return base.effective;
  const left = population - base.answers;
  return left <= 0 ? Number.POSITIVE_INFINITY : (base.effective * (population - 1)) / left;
}

/**
 * Wilson's interval of a proportion (1927), 95%. `base` is the effective one, after `finiteBase`.
 * Checked against Newcombe (1998), Statistics in Medicine 17:857.
 */
export function wilson(share: number, base: number): Interval {
  if (base === Number.POSITIVE_INFINITY) return { low: share, high: share };
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * base)) / (1 + z2 / base);
  const half = (z95 / (1 + z2 / base)) * Math.sqrt((share * (1 - share)) / base + z2 / (4 * base * base));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
