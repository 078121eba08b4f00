/** How many answered, and by how much the answers may be out. */
import { type Disposition, type DispositionGroup, dispositionGroups, groupCounts } from '../fieldwork/disposition.ts';
import { marginOfError, neededFor, toAsk } from './margin.ts';

export interface ResponseFigures {
  asked: number;
  answered: number;
  /** Of those asked who could have answered: moved and died are left out. Null with nobody. */
  rate: number | null;
  /** In the order they are shown; the counts add up to `asked`. */
  lines: readonly { group: DispositionGroup; words: string; count: number }[];
  /** 1.96 x the standard error at 50%, as a share. */
  margin: number | null;
  needed: number;
  enough: boolean;
  /** More people to ask, at the rate so far, to have enough; 0 when there are enough, null when nobody has answered. */
  toAsk: number | null;
}

/**
 * A wave's response from counts by disposition. The rate is AAPOR's RR1 in small: complete over everyone asked and eligible,
 * part answers and those of whom nothing is known staying in the denominator.
 * `population`: the frame. `aim`: the margin wanted, 0.05 for 5 points.
 */
export function responseFigures(
  counts: Partial<Record<Disposition, number>>,
  population: number | null,
  aim: number,
): ResponseFigures {
  const groups = groupCounts(counts);
  const names = Object.keys(dispositionGroups) as DispositionGroup[];
  const asked = names.reduce((sum, group) => sum + groups[group], 0);
  const eligible = asked - groups.gone;
  const rate = eligible > 0 ? groups.complete / eligible : null;
  const needed = neededFor(aim, population);
  const short = Math.max(0, needed - groups.complete);
  return {
    asked,
    answered: groups.complete,
    rate,
    lines: names.map((group) => ({ group, words: dispositionGroups[group], count: groups[group] })),
    margin: marginOfError(groups.complete, population),
    needed,
    enough: short === 0,
    toAsk: short === 0 ? 0 : toAsk(short, rate ?? 0),
  };
}
