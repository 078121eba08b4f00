/** The one way from columns to numbers anyone may see. */
import { type Bands, bandsFor } from './bands.ts';
import { bases } from './base.ts';
import { answeredText } from './codes.ts';
import type { QuestionColumn, ResultQuestion, WaveColumns } from './columns.ts';
import type { DisclosedTable, TableOption } from './disclosed.ts';
import { bareLines } from './raw/bare-lines.ts';
import { chosenLines } from './raw/chosen-lines.ts';
import { codedLines, onScale } from './raw/coded-lines.ts';
import { type Breakdown, type Grouping, groupRows } from './raw/grouping.ts';
import { basesOf, type Lines, type Making } from './raw/lines.ts';
import { tallyBytes, tallyWhole } from './raw/tally.ts';
import { wholeLines } from './raw/whole-lines.ts';
import { bandsOfScale } from './scale-bands.ts';
import { thresholdsFor, type Use } from './thresholds.ts';
import { type CountRule, usualRule, whichCount } from './which-count.ts';

export { type Breakdown, breakdowns } from './raw/grouping.ts';

export interface TableOptions {
  use: Use;
  /** The day the table is made (local date): which bands and thresholds are in force. */
  day: string;
  /** Which responses count; by default one complete response a person, the first. */
  count?: CountRule;
  /** Sets of bands of age to choose from; the usual ones when left out. */
  bands?: readonly Bands[];
  /** A weight for each row of the columns. */
  weights?: Float64Array;
  /** Everyone who could have been asked, in all and by group, for the finite population. */
  population?: { all: number | null; groups?: Readonly<Record<string, number>> };
  /** Words of the questionnaire by key, for the title and the options. */
  texts?: Readonly<Record<string, string>>;
  /** Words for codes of area, tenure and mode. */
  labels?: Readonly<Record<string, string>>;
}

/**
 * One question by one breakdown, with bases, intervals and disclosure control.
 * Fails with `RangeError` when the question is not in the columns.
 */
export function questionTable(
  columns: WaveColumns,
  questionId: string,
  by: Breakdown,
  options: TableOptions,
): DisclosedTable {
  const column = columns.questions.find((each) => each.question.id === questionId);
  if (!column) throw new RangeError(`No question ${questionId}`);
  const rules = thresholdsFor(options.use, options.day);
  const count = options.count ?? usualRule;
  const marks = whichCount(columns, count);
  const bands = bandsFor(
    options.day,
    marks.reduce((sum, mark) => sum + mark, 0),
    options.bands,
  );
  const grouping = groupRows(columns, by, bands, options.labels ?? {});
  const making: Making = {
    groups: grouping.groups,
    counted: { marks, weights: options.weights ?? null },
    rules,
    population: { all: options.population?.all ?? null, groups: options.population?.groups ?? {} },
  };
  const lines = linesOf(columns, column, grouping, making, options.day);
  const { id, kind, measure, min, max } = column.question;
  const content = {
    question: {
      id,
      kind,
      title: options.texts?.[`q.${id}.title`] ?? id,
      measure,
      options: optionsOf(column.question, options),
      min,
      max,
    },
    by,
    ...lines,
    rows: by === 'none' ? [] : lines.rows,
    method: {
      interval: column.type === 'whole' && column.question.positive.length === 0 ? 'normal' : 'wilson',
      level: 0.95,
      weighted: options.weights !== undefined,
      population: making.population.all,
      thresholds: rules.id,
      minCell: rules.minCell,
      minBase: rules.minBase,
      bands: by === 'age' ? bands.id : null,
      count,
    },
  } as const;
  return content as typeof content & DisclosedTable;
}

function linesOf(columns: WaveColumns, column: QuestionColumn, grouping: Grouping, making: Making, day: string): Lines {
  const { question } = column;
  const { counted, groups } = making;
  switch (column.type) {
    case 'coded':
      // Own words and photos: how many answered, and no more.
      if (question.kind === 'text' || question.kind === 'photo') {
        const tally = tallyBytes(column.values, grouping, counted);
        return bareLines(
          groups.map((_, group) => basesOf(tally, group, [answeredText])),
          making,
        );
      }
      return codedLines(question, tallyBytes(column.values, grouping, counted), making);
    case 'chosen': {
      const each = onScale(question).flatMap((place) => column.each[place] ?? []);
      return chosenLines(
        each.map((values) => tallyBytes(values, grouping, counted)),
        making,
      );
    }
    case 'whole': {
      const isScale = question.kind === 'scale';
      const tallies = tallyWhole(columns, column.values, grouping, counted, isScale);
      if (question.kind === 'date')
        return bareLines(
          tallies.map((tally) => bases(tally.answers)),
          making,
        );
      return wholeLines(question, tallies, isScale ? spreadOf(question, day) : [], making);
    }
    default:
      return column satisfies never;
  }
}

const spreadOf = (question: ResultQuestion, day: string) => bandsOfScale(question.min ?? 0, question.max ?? 10, day);

function optionsOf(question: ResultQuestion, { texts, day }: TableOptions): readonly TableOption[] {
  if (question.kind === 'scale') {
    return spreadOf(question, day).map(([low, high]) => ({
      id: low === high ? String(low) : `${low}-${high}`,
      label: low === high ? String(low) : `${low} to ${high}`,
      positive: question.positive.includes(String(low)) && question.positive.includes(String(high)),
    }));
  }
  return onScale(question).flatMap((place) => {
    const option = question.options[place];
    if (!option) return [];
    return [
      { id: option.id, label: texts?.[option.key] ?? option.id, positive: question.positive.includes(option.id) },
    ];
  });
}
