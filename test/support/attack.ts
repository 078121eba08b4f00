/**
 * Someone who has a table as told and knows its totals, trying to work the hidden numbers out. Written apart
 * from the code that hides: a circulation with bounds, solved by augmenting paths (Hoffman 1960).
 */

import type { Counts, RowStates, TableStates } from '../../surveys/results/raw/disclosure.ts';
import type { CellState } from '../../surveys/results/raw/family.ts';
import type { Thresholds } from '../../surveys/results/thresholds.ts';

interface Pipe {
  from: number;
  to: number;
  low: number;
  high: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Whether whole numbers fit every pipe so that each node passes on what it gets. */
function fits(pipes: readonly Pipe[]): boolean {
  const nodes = Math.max(...pipes.flatMap((pipe) => [pipe.from, pipe.to])) + 1;
  const [source, sink] = [nodes, nodes + 1];
  const room = Array.from({ length: nodes + 2 }, () => new Map<number, number>());
  const add = (from: number, to: number, size: number) => room[from]?.set(to, (room[from]?.get(to) ?? 0) + size);
  for (const { from, to, low, high } of pipes) {
    if (low > high) return false;
    add(from, to, high - low);
    add(source, to, low);
    add(from, sink, low);
  }
  const wanted = sum(pipes.map((pipe) => pipe.low));
  let got = 0;
  for (let size = augment(room, source, sink); size > 0; size = augment(room, source, sink)) got += size;
  return got === wanted;
}

function augment(room: readonly Map<number, number>[], source: number, sink: number): number {
  const came = new Map<number, number>([[source, source]]);
  const queue = [source];
  for (const at of queue) {
    for (const [to, size] of room[at] ?? []) {
      if (size <= 0 || came.has(to)) continue;
      came.set(to, at);
      queue.push(to);
    }
  }
  if (!came.has(sink)) return 0;
  const steps: [number, number][] = [];
  for (let at = sink; at !== source; at = came.get(at) ?? source) steps.push([came.get(at) ?? source, at]);
  const size = Math.min(...steps.map(([from, to]) => room[from]?.get(to) ?? 0));
  for (const [from, to] of steps) {
    room[from]?.set(to, (room[from]?.get(to) ?? 0) - size);
    room[to]?.set(from, (room[to]?.get(from) ?? 0) + size);
  }
  return size;
}

const bounds = (state: CellState, value: number, total: number, rules: Thresholds): [number, number] => {
  if (state === 'exact' || state === 'none') return [value, value];
  if (state === 'over') return [Math.floor((1 - rules.edge) * total + 1e-9) + 1, total];
  return state === 'under' ? [0, Math.ceil(rules.edge * total - 1e-9) - 1] : [0, 1e6];
};

/** The pipes of one line: its measure and the rest, and its options, from a node of its own to the option's. */
function linePipes(
  row: readonly number[],
  positive: readonly boolean[],
  states: RowStates,
  rules: Thresholds,
  at: number,
  option: (index: number) => number,
) {
  const total = sum(row);
  const measured = positive.includes(true) && positive.includes(false);
  const good = sum(row.filter((_, index) => positive[index]));
  const [low, high] = measured ? bounds(states.measure, good, total, rules) : [0, total];
  const sets: Pipe[] = [
    { from: at, to: at + 1, low, high },
    { from: at, to: at + 2, low: 0, high: total },
  ];
  const cells: Pipe[] = row.map((count, index) => {
    const [least, most] = bounds(states.options[index] ?? 'exact', count, total, rules);
    const from = !measured || positive[index] ? at + 1 : at + 2;
    return { from, to: option(index), low: least, high: most };
  });
  return { sets, cells };
}

export interface Target {
  group: number;
  option: number;
}

/** Hidden cells whose number can be worked out from a table as told; option -1 stands for the measure. */
export function workedOut(counts: Counts, told: TableStates, rules: Thresholds): readonly Target[] {
  const { groups, positive } = counts;
  const totals = positive.map((_, option) => sum(groups.map((row) => row[option] ?? 0)));
  const outside = 0;
  const optionNode = (option: number) => 1 + option;
  const start = 1 + positive.length;
  const wholeNode = start + 3 * groups.length;
  const whole = linePipes(totals, positive, told.all, rules, wholeNode, optionNode);
  const all = [...whole.sets, ...whole.cells].map(({ from, to, low, high }) => ({ from: to, to: from, low, high }));
  const lines = groups.map((row, group) =>
    linePipes(row, positive, told.groups?.[group] ?? told.all, rules, start + 3 * group, optionNode),
  );
  const bases: Pipe[] = groups.map((row, group) => ({
    from: outside,
    to: start + 3 * group,
    low: sum(row),
    high: sum(row),
  }));
  const end: Pipe = { from: wholeNode, to: outside, low: sum(totals), high: sum(totals) };
  const pipes = [...bases, ...lines.flatMap((line) => [...line.sets, ...line.cells]), ...all, end];
  const open = (cell: Pipe, value: number): boolean =>
    [value - 1, value + 1].some(
      (other) =>
        other >= 0 &&
        other >= cell.low &&
        other <= cell.high &&
        fits(pipes.map((pipe) => (pipe === cell ? { ...pipe, low: other, high: other } : pipe))),
    );
  const secret = (state: CellState | undefined) => state !== 'exact' && state !== 'none';
  return lines.flatMap((line, group) => {
    const row = groups[group] ?? [];
    const states = told.groups?.[group];
    if (!states || sum(row) === 0) return [];
    const cells = line.cells.flatMap((cell, option) => {
      if (!secret(states.options[option]) || totals[option] === 0) return [];
      return open(cell, row[option] ?? 0) ? [] : [{ group, option }];
    });
    const [good] = line.sets;
    const measured = secret(states.measure) && positive.includes(true) && positive.includes(false);
    const value = sum(row.filter((_, option) => positive[option]));
    return measured && good && !open(good, value) ? [...cells, { group, option: -1 }] : cells;
  });
}
