/**
 * Which numbers of a table may be told. Every route, file and chart sees a number only after this.
 *
 * A table is groups by options, with a base for each group, a measure (a set of options counted as good) and a line for all.
 * The line for all is settled first and by itself, so that it says the same in every breakdown of the question.
 * The base of a group is taken as known to whoever tries to work a number out: the page on fieldwork tells it.
 */
import type { Thresholds } from '../thresholds.ts';
import { type CellState, familyStates, hiddenGroups, overFrom, underTo } from './family.ts';
import { type Arc, hidden, hide, protect, shown } from './network.ts';

export interface Counts {
  /** Answers by group and option. */
  groups: readonly (readonly number[])[];
  /** For each option, whether it is in the measure; none or all of them: there is no measure. */
  positive: readonly boolean[];
}

export interface RowStates {
  measure: CellState;
  options: readonly CellState[];
}

export interface TableStates {
  all: RowStates;
  /** Null: nothing by this breakdown can be told without giving people away. */
  groups: readonly RowStates[] | null;
  /** Groups of which not even the base is told. */
  hiddenGroups: readonly boolean[];
}

/** One line of the flow: the arcs of its measure, of the rest, and of its options. */
interface Line {
  sets: readonly [Arc, Arc];
  options: readonly Arc[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What may be told of a table of counts. Nothing at all when fewer than `minBase` answered. */
export function tableStates(counts: Counts, rules: Thresholds): TableStates {
  const totals = counts.positive.map((_, option) => sum(counts.groups.map((row) => row[option] ?? 0)));
  const away = hiddenGroups(counts.groups.map(sum), rules);
  if (sum(totals) < rules.minBase) {
    return {
      all: allHidden(counts),
      groups: counts.groups.map(() => allHidden(counts)),
      hiddenGroups: counts.groups.map(() => true),
    };
  }
  const all = allStates(totals, counts.positive, rules);
  return { all, groups: groupStates(counts, totals, all, away, rules), hiddenGroups: away };
}

const allHidden = (counts: Counts): RowStates => ({ measure: 'hidden', options: counts.positive.map(() => 'hidden') });

/** States of one line by itself, before anything is hidden to protect something else. */
function firstStates(row: readonly number[], positive: readonly boolean[], rules: Thresholds): RowStates {
  const total = sum(row);
  const good = sum(row.filter((_, option) => positive[option]));
  const measure = hasMeasure(positive) ? familyStates([good, total - good], total, rules)[0] : 'exact';
  return { measure: measure ?? 'exact', options: familyStates(row, total, rules) };
}

const hasMeasure = (positive: readonly boolean[]): boolean => positive.includes(true) && positive.includes(false);

function allStates(totals: readonly number[], positive: readonly boolean[], rules: Thresholds): RowStates {
  const first = firstStates(totals, positive, rules);
  const [outside, good, rest, base] = [0, 1, 2, 3];
  const line = lineArcs(totals, positive, first, rules, {
    set: (isGood) => [isGood ? good : rest, base],
    option: (isGood) => [outside, isGood ? good : rest],
  });
  const arcs = [...line.sets, ...line.options, shown(base, outside, sum(totals), 'pinned')];
  const told = settle(arcs, () => lineFamilies(line, positive), rules);
  return told ? finalStates(line, first) : allHidden({ groups: [], positive });
}

function groupStates(
  counts: Counts,
  totals: readonly number[],
  all: RowStates,
  away: readonly boolean[],
  rules: Thresholds,
): readonly RowStates[] | null {
  const { positive } = counts;
  const [outside, good, rest, firstOption] = [0, 1, 2, 3];
  const firstGroup = firstOption + positive.length;
  const total = lineArcs(totals, positive, all, rules, {
    set: (isGood) => [isGood ? good : rest, outside],
    option: (isGood, option) => [firstOption + option, isGood ? good : rest],
  });
  for (const arc of [...total.sets, ...total.options]) if (arc.state === 'known') arc.state = 'pinned';
  const first = counts.groups.map((row, group) => givenAll(row, away[group] ?? false, all, positive, rules));
  const lines = counts.groups.map((row, group) => {
    const node = firstGroup + 3 * group;
    return lineArcs(row, positive, first[group] ?? all, rules, {
      set: (isGood) => [node, isGood ? node + 1 : node + 2],
      option: (isGood, option) => [isGood ? node + 1 : node + 2, firstOption + option],
    });
  });
  for (const line of lines) for (const [option, arc] of line.options.entries()) if (totals[option] === 0) pinZero(arc);
  const bases = counts.groups.map((row, group) => shown(outside, firstGroup + 3 * group, sum(row), 'pinned'));
  const arcs = [...lines.flatMap((line) => [...line.sets, ...line.options]), ...total.sets, ...total.options, ...bases];
  const families = () => [
    ...lines.filter((_, group) => !away[group]).flatMap((line) => lineFamilies(line, positive)),
    ...columnFamilies(lines, total),
  ];
  if (!settle(arcs, families, rules)) return null;
  return lines.map((line, group) => (away[group] ? allHidden(counts) : finalStates(line, first[group] ?? all)));
}

/** What is hidden for all is hidden in every group, or the groups of one breakdown would tell on another. */
function givenAll(
  row: readonly number[],
  away: boolean,
  all: RowStates,
  positive: readonly boolean[],
  rules: Thresholds,
): RowStates {
  if (away) return allHidden({ groups: [], positive });
  const first = firstStates(row, positive, rules);
  const given = (mine: CellState, whole: CellState | undefined): CellState => (whole === 'hidden' ? 'hidden' : mine);
  return {
    measure: given(first.measure, all.measure),
    options: first.options.map((mine, option) => given(mine, all.options[option])),
  };
}

/** Nobody at all gave this answer, and that is told: it is known of every group. */
function pinZero(arc: Arc): void {
  arc.state = 'pinned';
  arc.low = 0;
  arc.high = 0;
}

interface Ends {
  set(isGood: boolean): [number, number];
  option(isGood: boolean, option: number): [number, number];
}

function lineArcs(
  row: readonly number[],
  positive: readonly boolean[],
  states: RowStates,
  rules: Thresholds,
  ends: Ends,
): Line {
  const total = sum(row);
  const good = sum(row.filter((_, option) => positive[option]));
  const measured = hasMeasure(positive);
  const isGood = (option: number) => measured && positive[option] === true;
  const set = (value: number, good: boolean, state: CellState): Arc => {
    const [from, to] = ends.set(good);
    return measured ? arcOf(from, to, value, total, state, rules) : shown(from, to, value, 'pinned');
  };
  return {
    sets: measured
      ? [set(good, true, states.measure), set(total - good, false, opposite(states.measure))]
      : [set(0, true, 'exact'), set(total, false, 'exact')],
    options: row.map((count, option) => {
      const [from, to] = ends.option(isGood(option), option);
      return arcOf(from, to, count, total, states.options[option] ?? 'exact', rules);
    }),
  };
}

const opposites: Record<CellState, CellState> = {
  exact: 'exact',
  none: 'none',
  hidden: 'hidden',
  under: 'over',
  over: 'under',
};
const opposite = (state: CellState): CellState => opposites[state];

function arcOf(from: number, to: number, value: number, total: number, state: CellState, rules: Thresholds): Arc {
  if (state === 'exact' || state === 'none') return shown(from, to, value, 'known');
  if (state === 'over') return hidden(from, to, value, overFrom(total, rules), total);
  return state === 'under' ? hidden(from, to, value, 0, underTo(total, rules)) : hidden(from, to, value);
}

/** Options that add up to a number that is told: those of the measure and of the rest, or all when the measure is hidden. */
function lineFamilies(line: Line, positive: readonly boolean[]): readonly (readonly Arc[])[] {
  if (!hasMeasure(positive) || line.sets[0].state === 'hidden') return [line.options];
  const of = (good: boolean) => line.options.filter((_, option) => positive[option] === good);
  return [of(true), of(false)];
}

/** Groups that add up to a number told for all. */
function columnFamilies(lines: readonly Line[], total: Line): readonly (readonly Arc[])[] {
  const options = total.options.flatMap((arc, option) =>
    arc.state === 'hidden' ? [] : [lines.flatMap((line) => line.options[option] ?? [])],
  );
  const sets = total.sets.flatMap((arc, set) =>
    arc.state === 'hidden' ? [] : [lines.flatMap((line) => line.sets[set] ?? [])],
  );
  return [...options, ...sets];
}

/**
 * Hides more until no hidden number can be worked out, and until what is hidden in a family adds up to enough: else the
 * remainder of the total would itself be a cell that is too small. False when that cannot be done.
 */
export function settle(arcs: readonly Arc[], families: () => readonly (readonly Arc[])[], rules: Thresholds): boolean {
  do {
    if (!protect(arcs)) return false;
  } while (widen(families(), rules));
  return true;
}

function widen(families: readonly (readonly Arc[])[], rules: Thresholds): boolean {
  let changed = false;
  for (const family of families) {
    const held = sum(family.filter((arc) => arc.state === 'hidden').map((arc) => arc.value));
    if (held === 0 || held >= rules.minCell) continue;
    const next = family.filter((arc) => arc.state === 'known' && arc.value > 0).sort((a, b) => a.value - b.value)[0];
    if (!next) continue;
    hide(next);
    changed = true;
  }
  return changed;
}

function finalStates(line: Line, first: RowStates): RowStates {
  const state = (arc: Arc | undefined, was: CellState): CellState =>
    arc?.state === 'hidden' && (was === 'exact' || was === 'none') ? 'hidden' : was;
  return {
    measure: state(line.sets[0], first.measure),
    options: first.options.map((was, option) => state(line.options[option], was)),
  };
}

/**
 * What may be told of one number a group that adds up over the groups and to nothing else, such as "don't know".
 * Groups away are hidden; the number for all is hidden only when it is itself too small.
 */
export function lineStates(
  values: readonly number[],
  away: readonly boolean[],
  rules: Thresholds,
): { all: CellState; groups: readonly CellState[] } {
  const whole = sum(values);
  const small = (value: number) => value > 0 && value < rules.minCell;
  if (small(whole)) return { all: 'hidden', groups: values.map(() => 'hidden') };
  if (whole === 0) return { all: 'none', groups: values.map((_, group) => (away[group] ? 'hidden' : 'none')) };
  const arcs = values.map((value, group) =>
    away[group] || small(value) ? hidden(0, 1, value) : shown(0, 1, value, 'known'),
  );
  const all = shown(1, 0, whole, 'pinned');
  if (!settle([...arcs, all], () => [arcs], rules)) return { all: 'exact', groups: values.map(() => 'hidden') };
  return {
    all: 'exact',
    groups: arcs.map((arc) => (arc.state === 'hidden' ? 'hidden' : arc.value === 0 ? 'none' : 'exact')),
  };
}
