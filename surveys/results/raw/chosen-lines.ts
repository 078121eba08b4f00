import { byteOf } from '../codes.ts';
import type { DisclosedRow } from '../disclosed.ts';
import { lineStates, tableStates } from './disclosure.ts';
import type { CellState } from './family.ts';
import type { Group } from './grouping.ts';
import {
  allGroup,
  bareRow,
  basesOf,
  basesOfAll,
  figure,
  type Lines,
  leftOut,
  type Making,
  populationOf,
} from './lines.ts';
import type { ByteTally } from './tally.ts';

const [no, yes] = [0, 1];

/** One line: its tally of each option, by a function of the bytes wanted. */
interface RawLine {
  group: Group;
  count: (tally: ByteTally, bytes: readonly number[]) => ReturnType<typeof basesOf>;
}

/** Table of a question with several answers: each option is a table of its own of those who chose it and those who did not. */
export function chosenLines(tallies: readonly ByteTally[], making: Making): Lines {
  const lines: readonly RawLine[] = making.groups.map((group, index) => ({
    group,
    count: (tally, bytes) => basesOf(tally, index, bytes),
  }));
  const answers = (line: RawLine, tally: ByteTally, bytes: readonly number[]) => line.count(tally, bytes).answers;
  const states = tallies.map((tally) => {
    const groups = lines.map((line) => [answers(line, tally, [yes]), answers(line, tally, [no])]);
    return tableStates({ groups, positive: [false, false] }, making.rules);
  });
  const everyone: RawLine = { group: allGroup, count: basesOfAll };
  const few = tallies.every((tally) => answers(everyone, tally, [yes, no]) < making.rules.minBase);
  const whole = states.every((each) => each.groups !== null);
  const away = (index: number) => !whole || (states[0]?.hiddenGroups[index] ?? true);
  const dontKnow = lines.map((line) =>
    Math.max(0, ...tallies.slice(0, 1).map((tally) => answers(line, tally, [byteOf.dont_know]))),
  );
  const unsure = lineStates(
    dontKnow,
    lines.map((_, index) => away(index)),
    making.rules,
  );
  const tell = (line: RawLine, hidden: boolean, options: readonly CellState[], dontKnowState: CellState) =>
    tellLine(line, tallies, hidden, options, dontKnowState, making);
  return {
    told: few ? 'too_few' : whole ? 'whole' : 'all_only',
    rows: lines.map((line, index) =>
      tell(
        line,
        away(index),
        states.map((each) => each.groups?.[index]?.options[0] ?? 'hidden'),
        unsure.groups[index] ?? 'hidden',
      ),
    ),
    all: tell(
      everyone,
      few,
      states.map((each) => each.all.options[0] ?? 'hidden'),
      unsure.all,
    ),
  };
}

function tellLine(
  line: RawLine,
  tallies: readonly ByteTally[],
  hidden: boolean,
  options: readonly CellState[],
  dontKnowState: CellState,
  making: Making,
): DisclosedRow {
  const first = tallies[0];
  const base = first ? line.count(first, [yes, no]) : { answers: 0, weighted: 0, effective: 0 };
  const bare = bareRow(line.group, base, hidden, making.rules);
  if (bare.state === 'empty') return bare;
  const population = populationOf(making, line.group.id);
  const dontKnow = first ? line.count(first, [byteOf.dont_know]).answers : 0;
  return {
    ...bare,
    options: tallies.map((tally, place) =>
      figure(
        hidden ? 'hidden' : (options[place] ?? 'hidden'),
        line.count(tally, [yes]).weighted,
        base,
        population,
        making.rules,
      ),
    ),
    dontKnow: leftOut(hidden ? 'hidden' : dontKnowState, dontKnow, base),
  };
}
