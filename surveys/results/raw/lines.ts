/** From tallies and states to the lines of a table. */
import { type Bases, bases } from '../base.ts';
import type { DisclosedRow, Figure, LeftOut } from '../disclosed.ts';
import type { Thresholds } from '../thresholds.ts';
import { finiteBase, wilson } from '../wilson.ts';
import type { CellState } from './family.ts';
import type { Group } from './grouping.ts';
import type { ByteTally, Counted } from './tally.ts';

/** What every kind of question's table is made with. */
export interface Making {
  groups: readonly Group[];
  counted: Counted;
  rules: Thresholds;
  population: { all: number | null; groups: Readonly<Record<string, number>> };
}

export const populationOf = (making: Making, group: string): number | null =>
  group === 'all' ? making.population.all : (making.population.groups[group] ?? null);

/** Sums of one group over some bytes of a tally. */
export function basesOf(tally: ByteTally, group: number, bytes: readonly number[]): Bases {
  const total = (values: Uint32Array | Float64Array) =>
    bytes.reduce((sum, byte) => sum + (values[group * 256 + byte] as number), 0);
  return bases(total(tally.counts), total(tally.sums), total(tally.squares));
}

/** Sums of all groups together. */
export function basesOfAll(tally: ByteTally, bytes: readonly number[]): Bases {
  const groups = Array.from({ length: tally.counts.length / 256 }, (_, group) => group);
  const total = (values: Uint32Array | Float64Array) =>
    groups.reduce(
      (sum, group) => sum + bytes.reduce((part, byte) => part + (values[group * 256 + byte] as number), 0),
      0,
    );
  return bases(total(tally.counts), total(tally.sums), total(tally.squares));
}

/** A share as it may be told. A true zero is told as an edge, as a group of one mind is. */
export function figure(
  state: CellState,
  weightedPart: number,
  base: Bases,
  population: number | null,
  rules: Thresholds,
): Figure {
  if (state === 'hidden') return { state };
  if (state === 'over') return { state, limit: 1 - rules.edge };
  if (state !== 'exact') return { state: 'under', limit: rules.edge };
  const share = weightedPart / base.weighted;
  return { state, share, ...wilson(share, finiteBase(base, population)) };
}

export function leftOut(state: CellState, count: number, base: Bases): LeftOut {
  if (state === 'hidden') return { state };
  return state === 'none' ? { state } : { state: 'exact', count, share: count / (count + base.answers) };
}

/** A line with nothing in it but who it is about and its base. */
export function bareRow(group: Group, base: Bases, hidden: boolean, rules: Thresholds): DisclosedRow {
  const state = base.answers === 0 ? 'empty' : hidden ? 'hidden' : 'shown';
  return {
    id: group.id,
    label: group.label,
    state,
    answers: state === 'hidden' ? null : base.answers,
    effective: state === 'hidden' ? null : base.effective,
    lowBase: state === 'shown' && base.answers < rules.lowBase,
    measure: null,
    mean: null,
    options: [],
    dontKnow: { state: state === 'hidden' ? 'hidden' : 'none' },
  };
}

export const allGroup: Group = { id: 'all', label: 'All' };

/** The lines of one table, for `tables.ts` to put the question and the method round. */
export interface Lines {
  told: 'whole' | 'all_only' | 'too_few';
  rows: readonly DisclosedRow[];
  all: DisclosedRow;
}
