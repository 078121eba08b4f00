/** Counting. What comes out of here has not been through disclosure control: only `tables.ts` may use it. */
import { int32Of } from '../codes.ts';
import type { WaveColumns } from '../columns.ts';
import type { Grouping } from './grouping.ts';

/** Which rows are counted, and what each weighs; no weights: each weighs 1. */
export interface Counted {
  marks: Uint8Array;
  weights: Float64Array | null;
}

/** Counts, sums of weights and of their squares, by group and byte: `group * 256 + byte`. */
export interface ByteTally {
  counts: Uint32Array;
  sums: Float64Array;
  squares: Float64Array;
}

/** One pass over a column of bytes. */
export function tallyBytes(values: Uint8Array, grouping: Grouping, { marks, weights }: Counted): ByteTally {
  const length = grouping.groups.length * 256;
  const counts = new Uint32Array(length);
  const { of } = grouping;
  for (let row = 0; row < values.length; row++) {
    const place = ((of[row] as number) << 8) | (values[row] as number);
    counts[place] = (counts[place] as number) + (marks[row] as number);
  }
  if (!weights) return { counts, sums: Float64Array.from(counts), squares: Float64Array.from(counts) };
  const sums = new Float64Array(length);
  const squares = new Float64Array(length);
  for (let row = 0; row < values.length; row++) {
    const place = ((of[row] as number) << 8) | (values[row] as number);
    const weight = (weights[row] as number) * (marks[row] as number);
    sums[place] = (sums[place] as number) + weight;
    squares[place] = (squares[place] as number) + weight * weight;
  }
  return { counts, sums, squares };
}

/** What the numbers of one group come to. `counts` by value is for scales. */
export interface WholeTally {
  answers: number;
  weighted: number;
  squaredWeights: number;
  sum: number;
  sumOfSquares: number;
  lowest: number;
  highest: number;
  byValue: Map<number, { count: number; weighted: number }>;
  missing: Map<number, number>;
}

/** One pass over a column of numbers, a tally a group. `keepValues`: counts by value too, for scales with few values. */
export function tallyWhole(
  columns: WaveColumns,
  values: Int32Array,
  grouping: Grouping,
  { marks, weights }: Counted,
  keepValues: boolean,
): readonly WholeTally[] {
  const tallies = grouping.groups.map(emptyWhole);
  for (let row = 0; row < columns.size; row++) {
    if (marks[row] !== 1) continue;
    const tally = tallies[grouping.of[row] as number];
    if (tally) addWhole(tally, values[row] as number, weights ? (weights[row] as number) : 1, keepValues);
  }
  return tallies;
}

export const emptyWhole = (): WholeTally => ({
  answers: 0,
  weighted: 0,
  squaredWeights: 0,
  sum: 0,
  sumOfSquares: 0,
  lowest: Number.POSITIVE_INFINITY,
  highest: Number.NEGATIVE_INFINITY,
  byValue: new Map(),
  missing: new Map(),
});

function addWhole(tally: WholeTally, value: number, weight: number, keepValues: boolean): void {
  if (value <= int32Of.not_applicable) {
    tally.missing.set(value, (tally.missing.get(value) ?? 0) + 1);
    return;
  }
  tally.answers += 1;
  tally.weighted += weight;
  tally.squaredWeights += weight * weight;
  tally.sum += weight * value;
  tally.sumOfSquares += weight * value * value;
  tally.lowest = Math.min(tally.lowest, value);
  tally.highest = Math.max(tally.highest, value);
  if (!keepValues) return;
  const held = tally.byValue.get(value) ?? { count: 0, weighted: 0 };
  tally.byValue.set(value, { count: held.count + 1, weighted: held.weighted + weight });
}

/** Tallies of several groups as one. */
export function addUp(tallies: readonly WholeTally[]): WholeTally {
  const all = emptyWhole();
  for (const each of tallies) {
    all.answers += each.answers;
    all.weighted += each.weighted;
    all.squaredWeights += each.squaredWeights;
    all.sum += each.sum;
    all.sumOfSquares += each.sumOfSquares;
    all.lowest = Math.min(all.lowest, each.lowest);
    all.highest = Math.max(all.highest, each.highest);
    for (const [code, count] of each.missing) all.missing.set(code, (all.missing.get(code) ?? 0) + count);
    for (const [value, { count, weighted }] of each.byValue) {
      const held = all.byValue.get(value) ?? { count: 0, weighted: 0 };
      all.byValue.set(value, { count: held.count + count, weighted: held.weighted + weighted });
    }
  }
  return all;
}
