import { type Bases, bases } from '../base.ts';
import { int32Of } from '../codes.ts';
import type { ResultQuestion } from '../columns.ts';
import type { DisclosedRow, Figure, MeanFigure } from '../disclosed.ts';
import { meanOf } from '../mean.ts';
import { lineStates, tableStates } from './disclosure.ts';
import { type CellState, familyStates, hiddenGroups } from './family.ts';
import type { Group } from './grouping.ts';
import { allGroup, bareRow, figure, type Lines, leftOut, type Making, populationOf } from './lines.ts';
import { addUp, type WholeTally } from './tally.ts';

type ScaleBand = readonly [number, number];

/** What the numbers of one line come to, with what may be told of its measure. */
interface RawLine {
  group: Group;
  tally: WholeTally;
  base: Bases;
  good: { count: number; weighted: number };
}

/**
 * Table of a scale or a number: means by group, and the spread for all only. A mean beside a spread with some of it hidden
 * could give the hidden part away, so the spread is told whole or not at all, and no mean where the measure is hidden.
 */
export function wholeLines(
  question: ResultQuestion,
  tallies: readonly WholeTally[],
  bands: readonly ScaleBand[],
  making: Making,
): Lines {
  const lines = tallies.map((tally, index) => rawLine(making.groups[index] ?? allGroup, tally, question));
  const all = rawLine(allGroup, addUp(tallies), question);
  const few = all.base.answers < making.rules.minBase;
  const measured = question.positive.length > 0;
  const counts = lines.map(({ base, good }) => (measured ? [good.count, base.answers - good.count] : [base.answers]));
  const states = measured ? tableStates({ groups: counts, positive: [true, false] }, making.rules) : null;
  const away = hiddenGroups(
    lines.map((line) => line.base.answers),
    making.rules,
  ).map((each) => each || few);
  const measureOf = (index: number) => (states ? (states.groups?.[index]?.measure ?? 'hidden') : null);
  const means = meanStates(
    lines,
    lines.map((_, index) => measureOf(index)),
    away,
    question,
    making,
  );
  const unsure = lineStates(lines.map(dontKnowOf), away, making.rules);
  const tell = (line: RawLine, hidden: boolean, measure: CellState | null, mean: CellState, dontKnow: CellState) =>
    tellLine(line, hidden, measure, mean, dontKnow, question, making);
  const allMeasure = states ? states.all.measure : null;
  const allTold = tell(all, few, allMeasure, meanState(all, allMeasure, question, making), unsure.all);
  return {
    told: few ? 'too_few' : states && !states.groups ? 'all_only' : 'whole',
    rows: lines.map((line, index) =>
      tell(line, away[index] ?? true, measureOf(index), means[index] ?? 'hidden', unsure.groups[index] ?? 'hidden'),
    ),
    all: { ...allTold, options: allTold.state === 'shown' ? spread(all, bands, allMeasure, making) : [] },
  };
}

function rawLine(group: Group, tally: WholeTally, question: ResultQuestion): RawLine {
  const good = { count: 0, weighted: 0 };
  for (const [value, held] of tally.byValue) {
    if (!question.positive.includes(String(value))) continue;
    good.count += held.count;
    good.weighted += held.weighted;
  }
  return { group, tally, base: bases(tally.answers, tally.weighted, tally.squaredWeights), good };
}

const dontKnowOf = (line: RawLine): number => line.tally.missing.get(int32Of.dont_know) ?? 0;

/** A mean at the very end of a scale, or of numbers all alike, tells what each person said. */
function meanState(
  line: RawLine,
  measure: CellState | null,
  { min, max }: ResultQuestion,
  { rules }: Making,
): CellState {
  if (measure !== null && measure !== 'exact') return 'hidden';
  const { lowest, highest, sum, weighted } = line.tally;
  if (min !== null && max !== null) {
    const place = (sum / weighted - min) / (max - min);
    if (place > 1 - rules.edge) return 'over';
    if (place < rules.edge) return 'under';
  }
  return lowest === highest ? 'hidden' : 'exact';
}

/** One mean not told could be worked out from the others, so a second is hidden: that of the smallest group. */
function meanStates(
  lines: readonly RawLine[],
  measures: readonly (CellState | null)[],
  away: readonly boolean[],
  question: ResultQuestion,
  making: Making,
): readonly CellState[] {
  const states = lines.map((line, index): CellState => {
    if (line.base.answers === 0) return 'none';
    return away[index] ? 'hidden' : meanState(line, measures[index] ?? null, question, making);
  });
  const closed = states.filter((state) => state !== 'exact' && state !== 'none').length;
  if (closed !== 1) return states;
  const open = lines.flatMap((line, index) =>
    states[index] === 'exact' ? [{ index, answers: line.base.answers }] : [],
  );
  const second = open.sort((a, b) => a.answers - b.answers)[0];
  return states.map((state, index) => (index === second?.index ? 'hidden' : state));
}

function tellLine(
  line: RawLine,
  hidden: boolean,
  measure: CellState | null,
  mean: CellState,
  dontKnow: CellState,
  question: ResultQuestion,
  making: Making,
): DisclosedRow {
  const bare = bareRow(line.group, line.base, hidden, making.rules);
  if (bare.state === 'empty') return bare;
  const population = populationOf(making, line.group.id);
  return {
    ...bare,
    measure:
      measure === null
        ? null
        : figure(hidden ? 'hidden' : measure, line.good.weighted, line.base, population, making.rules),
    mean: meanFigure(hidden ? 'hidden' : mean, line, population, question, making),
    dontKnow: leftOut(hidden ? 'hidden' : dontKnow, dontKnowOf(line), line.base),
  };
}

function meanFigure(
  state: CellState,
  line: RawLine,
  population: number | null,
  { min, max }: ResultQuestion,
  { rules }: Making,
): MeanFigure {
  const width = (max ?? 0) - (min ?? 0);
  if (state === 'over') return { state, limit: (max ?? 0) - rules.edge * width };
  if (state === 'under') return { state, limit: (min ?? 0) + rules.edge * width };
  if (state !== 'exact') return { state: 'hidden' };
  const { sum, sumOfSquares } = line.tally;
  return { state, ...meanOf({ sum, sumOfSquares }, line.base, population, min, max) };
}

function spread(
  all: RawLine,
  bands: readonly ScaleBand[],
  measure: CellState | null,
  making: Making,
): readonly Figure[] {
  const parts = bands.map(([low, high]) => {
    const held = [...all.tally.byValue].filter(([value]) => value >= low && value <= high).map(([, each]) => each);
    return {
      count: held.reduce((sum, each) => sum + each.count, 0),
      weighted: held.reduce((sum, each) => sum + each.weighted, 0),
    };
  });
  const states = familyStates(
    parts.map((part) => part.count),
    all.base.answers,
    making.rules,
  );
  const whole =
    (measure === null || measure === 'exact') && states.every((state) => state === 'exact' || state === 'none');
  return parts.map((part) =>
    figure(
      whole ? (part.count === 0 ? 'none' : 'exact') : 'hidden',
      part.weighted,
      all.base,
      making.population.all,
      making.rules,
    ),
  );
}
