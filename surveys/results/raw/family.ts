import type { Thresholds } from '../thresholds.ts';

/** exact: may be shown. none: a true zero. hidden: too few. under, over: all but a few gave one answer, so only the edge is told. */
export type CellState = 'exact' | 'none' | 'hidden' | 'under' | 'over';

/**
 * What may be told of the parts of one total, looking at nothing else: counts that are too small are hidden; where so few
 * gave another answer that the group is as good as of one mind, the parts are told as "over 95%" and "under 5%", or, where
 * the group is so small that this would say the same, not at all.
 */
export function familyStates(parts: readonly number[], total: number, rules: Thresholds): readonly CellState[] {
  if (total === 0) return parts.map(() => 'none');
  const top = Math.max(...parts);
  if (total - top >= rules.minCell) {
    return parts.map((count) => (count === 0 ? 'none' : count < rules.minCell ? 'hidden' : 'exact'));
  }
  if (top < overFrom(total, rules) || overFrom(total, rules) === total) return parts.map(() => 'hidden');
  return parts.map((count) => (count === top ? 'over' : 'under'));
}

/** The smallest count that is over 95% of a total, and the largest that is under 5% of it. */
export const overFrom = (total: number, rules: Thresholds): number => Math.floor((1 - rules.edge) * total + 1e-9) + 1;
export const underTo = (total: number, rules: Thresholds): number => Math.ceil(rules.edge * total - 1e-9) - 1;

/**
 * Groups not shown at all: those with fewer answers than `minBase`, and then the smallest others until two or more are
 * hidden with at least `minBase` answers between them, so that the rest of the total is itself big enough.
 */
export function hiddenGroups(bases: readonly number[], rules: Thresholds): readonly boolean[] {
  const hidden = bases.map((base) => base > 0 && base < rules.minBase);
  const held = () => bases.filter((_, group) => hidden[group]);
  const enough = () => held().length >= 2 && held().reduce((sum, base) => sum + base, 0) >= rules.minBase;
  const rest = bases
    .map((base, group) => ({ base, group }))
    .filter(({ base, group }) => base > 0 && !hidden[group])
    .sort((a, b) => a.base - b.base);
  for (const { group } of rest) {
    if (held().length === 0 || enough()) break;
    hidden[group] = true;
  }
  return hidden;
}
