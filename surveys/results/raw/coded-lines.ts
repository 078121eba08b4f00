import type { Bases } from '../base.ts';
import { byteOf } from '../codes.ts';
import type { ResultQuestion } from '../columns.ts';
import type { DisclosedRow } from '../disclosed.ts';
import { lineStates, type RowStates, tableStates } from './disclosure.ts';
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

/** Bytes that are answers: places of the options that stand on the scale. */
export const onScale = (question: ResultQuestion): readonly number[] =>
  question.options.flatMap((option, place) => (option.meaning === null || option.meaning === 'none' ? [place] : []));

/** One line's numbers before disclosure control. */
interface RawLine {
  group: Group;
  base: Bases;
  options: readonly Bases[];
  dontKnow: number;
}

/** Table of a question with one answer of several. */
export function codedLines(question: ResultQuestion, tally: ByteTally, making: Making): Lines {
  const places = onScale(question);
  const positive = places.map((place) => question.positive.includes(question.options[place]?.id ?? ''));
  const raw = making.groups.map((group, index) => rawLine(group, places, (bytes) => basesOf(tally, index, bytes)));
  const all = rawLine(allGroup, places, (bytes) => basesOfAll(tally, bytes));
  const states = tableStates(
    { groups: raw.map((line) => line.options.map((each) => each.answers)), positive },
    making.rules,
  );
  const unsure = lineStates(
    raw.map((line) => line.dontKnow),
    states.hiddenGroups,
    making.rules,
  );
  const few = all.base.answers < making.rules.minBase;
  const rows = raw.map((line, index) => {
    const away = states.hiddenGroups[index] ?? false;
    return tellLine(line, states.groups?.[index] ?? null, unsure.groups[index] ?? 'hidden', away, positive, making);
  });
  return {
    told: few ? 'too_few' : states.groups ? 'whole' : 'all_only',
    rows,
    all: tellLine(all, states.all, few ? 'hidden' : unsure.all, few, positive, making),
  };
}

const rawLine = (group: Group, places: readonly number[], basesFor: (bytes: readonly number[]) => Bases): RawLine => ({
  group,
  base: basesFor(places),
  options: places.map((place) => basesFor([place])),
  dontKnow: basesFor([byteOf.dont_know]).answers,
});

function tellLine(
  line: RawLine,
  states: RowStates | null,
  unsure: CellState,
  away: boolean,
  positive: readonly boolean[],
  making: Making,
): DisclosedRow {
  const bare = bareRow(line.group, line.base, away || states === null, making.rules);
  const population = populationOf(making, line.group.id);
  const tell = (state: CellState, part: number) => figure(state, part, line.base, population, making.rules);
  const hasMeasure = positive.includes(true) && positive.includes(false);
  const good = line.options.filter((_, place) => positive[place]).reduce((sum, each) => sum + each.weighted, 0);
  if (bare.state === 'empty') return { ...bare, dontKnow: leftOut(unsure, line.dontKnow, line.base) };
  const given = bare.state === 'hidden' || states === null ? null : states;
  return {
    ...bare,
    measure: hasMeasure ? tell(given?.measure ?? 'hidden', good) : null,
    options: line.options.map((each, place) => tell(given?.options[place] ?? 'hidden', each.weighted)),
    dontKnow: leftOut(bare.state === 'hidden' ? 'hidden' : unsure, line.dontKnow, line.base),
  };
}
