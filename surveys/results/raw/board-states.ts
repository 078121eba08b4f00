import type { Thresholds } from '../thresholds.ts';
import { settle } from './disclosure.ts';
import { makeUpStates } from './make-up-states.ts';
import { type Arc, hidden, shown } from './network.ts';

/** A cell of the board: how many are on the list, were asked of those, and answered of those. */
export interface Heard {
  population: number;
  asked: number;
  answered: number;
}

/** The five numbers a reader has of a cell: the three told and the two between them. */
const layers: readonly ((cell: Heard) => number)[] = [
  ({ population }) => population,
  ({ asked }) => asked,
  ({ answered }) => answered,
  ({ population, asked }) => population - asked,
  ({ asked, answered }) => asked - answered,
];

const sum = (cells: readonly Heard[], of: (cell: Heard) => number) =>
  cells.reduce((total, cell) => total + of(cell), 0);
const total = (cells: readonly Heard[]): Heard => ({
  population: sum(cells, ({ population }) => population),
  asked: sum(cells, ({ asked }) => asked),
  answered: sum(cells, ({ answered }) => answered),
});

/** Which groups of one field may be told: none with a number from 1 to the least cell, nor one that gives such a number away. */
export function boardStates(cells: readonly Heard[], rules: Thresholds): readonly boolean[] {
  const asked = makeUpStates(
    cells.map(({ population, asked: members }) => ({ population, members })),
    rules,
  );
  const answered = makeUpStates(
    cells.map(({ asked: population, answered: members }) => ({ population, members })),
    rules,
  );
  const tells = (told: { population: boolean; members: boolean } | undefined) =>
    told?.population === true && told.members;
  const first = cells.map((_, at) => tells(asked[at]) && tells(answered[at]));
  // One group hidden by the two together can be had from the total: all are hidden then.
  const away = cells.filter((cell, at) => !first[at] && cell.population > 0).length;
  return away === 1 ? cells.map(() => false) : first;
}

/**
 * Which cells of a cross may be told; rows are what people say of themselves, columns are not. The groups by themselves are told as `boardStates`
 * says, and the columns are told whole, so a cell of a hidden row is hidden, and so is what those sums would give away, in any of the layers.
 */
export function crossStates(rows: readonly (readonly Heard[])[], rules: Thresholds): readonly (readonly boolean[])[] {
  const columns = rows[0]?.map((_, column) => rows.map((row) => row[column] as Heard)) ?? [];
  const margins = boardStates(rows.map(total), rules);
  const small = (cell: Heard) => layers.some((of) => of(cell) > 0 && of(cell) < rules.minCell);
  /** Everybody of a column alike: living there would tell what somebody is. */
  const alike = columns.map((column) => column.filter(({ population }) => population > 0).length === 1);
  let told = rows.map((row, at) => row.map((cell, column) => margins[at] === true && !alike[column] && !small(cell)));
  for (;;) {
    const found = layers.map((of) =>
      protectLayer(
        rows.map((row) => row.map(of)),
        { told, margins },
        rules,
      ),
    );
    if (found.includes(null)) return rows.map((row) => row.map(() => false));
    const next = told.map((row, at) =>
      row.map((tells, column) => tells && found.every((layer) => layer?.[at]?.[column])),
    );
    if (JSON.stringify(next) === JSON.stringify(told)) return told;
    told = next;
  }
}

interface Told {
  told: readonly (readonly boolean[])[];
  margins: readonly boolean[];
}

/** Hides more of one layer until nothing hidden can be worked out; null when that cannot be done. */
function protectLayer(
  values: readonly (readonly number[])[],
  { told, margins }: Told,
  rules: Thresholds,
): readonly (readonly boolean[])[] | null {
  const columnNode = (column: number) => 1 + values.length + column;
  const add = (all: readonly number[]) => all.reduce((whole, value) => whole + value, 0);
  const edges = values.map((row, at) =>
    margins[at] ? shown(0, 1 + at, add(row), 'pinned') : hidden(0, 1 + at, add(row)),
  );
  const cells = values.map((row, at) =>
    row.map((value, column): Arc => {
      const [from, to] = [1 + at, columnNode(column)];
      return told[at]?.[column] ? shown(from, to, value, 'known') : hidden(from, to, value);
    }),
  );
  const width = values[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => cells.map((row) => row[column] as Arc));
  const ends = columns.map((column, at) => shown(columnNode(at), 0, add(column.map(({ value }) => value)), 'pinned'));
  const families = () => [...cells.filter((_, at) => margins[at]), ...columns];
  if (!settle([...edges, ...cells.flat(), ...ends], families, rules)) return null;
  return cells.map((row) => row.map(({ state }) => state !== 'hidden'));
}
