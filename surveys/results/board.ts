/** Which cells of the board of a wave may be told: the one way from its counts to what staff may see. */
import { boardStates, crossStates, type Heard } from './raw/board-states.ts';
import { thresholdsFor } from './thresholds.ts';

/** Whether rows and columns are what people say of themselves; columns null where nothing is crossed. */
export interface Closer {
  rows: boolean;
  columns: boolean | null;
}

/** All cells, where nothing that people say of themselves is in play; else none that is small, nor one that would give a small one away. */
export function toldCells(
  counts: readonly (readonly Heard[])[],
  closer: Closer,
  today: string,
): readonly (readonly boolean[])[] {
  const rules = thresholdsFor('published', today);
  if (closer.rows && closer.columns === null) return boardStates(counts.flat(), rules).map((told) => [told]);
  if (closer.rows) return crossStates(counts, rules);
  if (!closer.columns) return counts.map((row) => row.map(() => true));
  const width = counts[0]?.length ?? 0;
  const turned = crossStates(
    Array.from({ length: width }, (_, column) => counts.flatMap((row) => row.slice(column, column + 1))),
    rules,
  );
  return counts.map((row, at) => row.map((_, column) => turned[column]?.[at] ?? false));
}
