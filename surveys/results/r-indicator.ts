/** How alike groups answer: Schouten, Cobben and Bethlehem's R-indicator. A guide for fieldwork, never a mark to reach. */

/** It is noise before so many were asked and have answered, or while so large a share is of no known group; as dated data. */
export const enoughForR = { from: '2026-01-01', asked: 100, answered: 30, known: 0.8 } as const;

interface Counts {
  asked: number;
  answered: number;
}

export interface RIndicator {
  /** 1 - 2 S: 1 when every group answers at the same rate. */
  r: number;
  /** S over the mean rate: the most by which a figure of this survey can be out, in standard deviations of it. */
  cv: number;
  /** The share of all of these who answered. */
  rate: number;
  /** Of each group, sqrt(its share of those asked) x (its rate - the mean rate): below 0 it answers less. */
  partial: readonly number[];
}

/**
 * From how many of each group were asked and answered; `unknown` are those of no known group. S is the standard deviation of the groups'
 * response rates over those asked. Null when not enough is known.
 */
export function rIndicator(groups: readonly Counts[], unknown: Counts = { asked: 0, answered: 0 }): RIndicator | null {
  const used = groups.filter(({ asked }) => asked > 0);
  const asked = used.reduce((sum, group) => sum + group.asked, 0);
  const answered = used.reduce((sum, group) => sum + group.answered, 0);
  if (used.length < 2 || asked < enoughForR.asked || answered < enoughForR.answered) return null;
  if (asked / (asked + unknown.asked) < enoughForR.known) return null;
  const rate = answered / asked;
  const off = (group: Counts) => (group.asked === 0 ? 0 : group.answered / group.asked - rate);
  const variance = used.reduce((sum, group) => sum + (group.asked / asked) * off(group) ** 2, 0);
  const s = Math.sqrt(variance);
  const partial = groups.map((group) => Math.sqrt(group.asked / asked) * off(group));
  return { r: 1 - 2 * s, cv: s / rate, rate, partial };
}
