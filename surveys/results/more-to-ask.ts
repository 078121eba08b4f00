/** Where we hear too little: how many more answers would mend it, and how many more people to ask for them. */
import { ratioLimits } from './representation.ts';

/** A group is taken to answer at this rate at least, as dated data: at 1% a figure would say "ask everybody" and mean nothing. */
export const leastRate = { from: '2026-01-01', share: 0.05 } as const;
/** A group's own rate is used once so many of it were asked; before that the rate of all. */
export const ownRateFrom = 30;

export interface More {
  /** Answers missing. */
  short: number;
  /** People to ask for them. */
  ask: number;
}

interface Counts {
  asked: number;
  answered: number;
}

/**
 * How many more answers of a group would bring its share of all answers to its share of the list, when nobody else answers meanwhile:
 * (p x all - own) / (1 - p), rounded up; and how many more of it to ask, at its rate so far. Null where it is not short, marked from amber on.
 */
export function moreToAsk(group: Counts & { populationShare: number }, all: Counts): More | null {
  const { populationShare: share, asked, answered } = group;
  if (all.answered === 0 || share <= 0 || share >= 1) return null;
  if (answered / all.answered / share >= ratioLimits.amber.low) return null;
  const short = Math.ceil(Number(((share * all.answered - answered) / (1 - share)).toFixed(9)));
  const of = asked >= ownRateFrom ? group : all;
  const rate = Math.max(leastRate.share, of.asked === 0 ? 0 : of.answered / of.asked);
  return { short, ask: Math.ceil(Number((short / rate).toFixed(9))) };
}
