/** Two orders of one list, both changed from a third. */

export interface Orders {
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Whose order holds: that of who changed it; null when both did, and not to the same. */
export function orderOf({ base, mine, theirs }: Orders): 'mine' | 'theirs' | null {
  const common = (list: readonly string[]) =>
    list.filter((id) => [base, mine, theirs].every((one) => one.includes(id)));
  const [was, ours, other] = [base, mine, theirs].map(common) as [string[], string[], string[]];
  if (same(ours, was)) return 'theirs';
  return same(other, was) || same(ours, other) ? 'mine' : null;
}

/** `lead` in its order, with what only `other` has after the item that it follows there. */
export function woven(lead: readonly string[], other: readonly string[]): string[] {
  const all = [...lead];
  for (const [place, id] of other.entries()) {
    if (all.includes(id)) continue;
    const before = other.slice(0, place).findLast((one) => all.includes(one));
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id);
  }
  return all;
}
