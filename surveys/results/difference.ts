import { type Interval, wilson, z95 } from './wilson.ts';

/** A share and the effective number of answers it stands on. */
export interface Measured {
  share: number;
  effective: number;
}

export type Change = { change: 'none_clear' } | { change: 'up' | 'down'; by: number };

/**
 * z of the difference of two independent shares, pooled: (p1-p2) / sqrt(P(1-P)(1/e1+1/e2)), without a continuity correction.
 * Zero where both are 0 or both are 1.
 */
export function differenceZ(now: Measured, before: Measured): number {
  const pooled = (now.share * now.effective + before.share * before.effective) / (now.effective + before.effective);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.effective + 1 / before.effective));
  return error === 0 ? 0 : (now.share - before.share) / error;
}

/** Newcombe's interval (1998, method 10) of the difference of two shares, from the two Wilson intervals. */
export function differenceInterval(now: Measured, before: Measured): Interval {
  const [a, b] = [wilson(now.share, now.effective), wilson(before.share, before.effective)];
  const gap = now.share - before.share;
  return {
    low: gap - Math.hypot(now.share - a.low, b.high - before.share),
    high: gap + Math.hypot(a.high - now.share, before.share - b.low),
  };
}

/** Whether one share is clearly above another at 95%, and by how much. Below `least` effective answers on a side nothing is said. */
export function compare(now: Measured, before: Measured, least = 30): Change | null {
  if (now.effective < least || before.effective < least) return null;
  if (Math.abs(differenceZ(now, before)) < z95) return { change: 'none_clear' };
  const gap = now.share - before.share;
  return { change: gap > 0 ? 'up' : 'down', by: Math.abs(gap) };
}

/** The same for two means, from their intervals: |m1-m2| against z times the root of the summed squared errors. */
export function compareMeans(now: Interval & { mean: number }, before: Interval & { mean: number }): Change {
  const error = (interval: Interval) => (interval.high - interval.low) / (2 * z95);
  const gap = now.mean - before.mean;
  if (Math.abs(gap) <= z95 * Math.hypot(error(now), error(before))) return { change: 'none_clear' };
  return { change: gap > 0 ? 'up' : 'down', by: Math.abs(gap) };
}

/** z at 95% when the two furthest of several groups are picked out, by Bonferroni over all pairs: [groups, z]. */
const zOfGroups: readonly (readonly [number, number])[] = [
  [2, z95],
  [3, 2.39398],
  [4, 2.638257],
  [5, 2.807034],
  [6, 2.935199],
  [8, 3.123735],
  [12, 3.367848],
  [20, 3.649103],
];

/** Whether two shares picked from so many groups are clearly apart; never below `least` effective answers. */
export function clearlyApart(a: Measured, b: Measured, groups: number, least = 30): boolean {
  if (a.effective < least || b.effective < least) return false;
  const z = zOfGroups.find(([upTo]) => groups <= upTo)?.[1] ?? 4;
  return Math.abs(differenceZ(a, b)) >= z;
}
