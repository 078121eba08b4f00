/** A file of results. Takes disclosed tables only, so it can say no more than the screen does. */
import type { Cell } from './csv.ts';
import type { DisclosedRow, DisclosedTable, Figure, MeanFigure } from './disclosed.ts';
import { hiddenReason, rounded } from './words.ts';

/** What a file says of where its numbers come from. */
export interface TableSource {
  wave: string;
  /** Local date the file was made. */
  date: string;
}

const heads = [
  'wave',
  'question',
  'wording',
  'broken down by',
  'group',
  'figure',
  'value',
  'unit',
  'lower 95%',
  'upper 95%',
  'answers',
  'effective answers',
  'note',
  'method',
  'date',
] as const;

/** Rows of the file: the heads, then one row a figure; hidden ones say so and hold no number. */
export function* tableRows(tables: Iterable<DisclosedTable>, source: TableSource): Generator<readonly Cell[]> {
  yield heads;
  for (const table of tables) for (const row of [...table.rows, table.all]) yield* rowFigures(table, row, source);
}

function* rowFigures(
  table: DisclosedTable,
  row: DisclosedRow,
  { wave, date }: TableSource,
): Generator<readonly Cell[]> {
  const { question, method } = table;
  const start = [
    wave,
    question.measure ?? question.id,
    question.title,
    table.by === 'none' ? 'all' : table.by,
    row.label,
  ];
  const how = `${method.weighted ? 'weighted' : 'unweighted'}, ${method.interval}, ${method.thresholds}`;
  const line = (name: string, values: Values) => [
    ...start,
    name,
    values.value,
    values.unit,
    values.low,
    values.high,
    row.answers,
    row.effective === null ? null : Number(rounded(row.effective)),
    values.note || noteOf(table, row),
    how,
    date,
  ];
  if (row.measure) yield line('measure', shareValues(row.measure, table));
  if (row.mean) yield line('mean', meanValues(row.mean, table));
  for (const [place, figure] of row.options.entries()) {
    yield line(question.options[place]?.label ?? '', shareValues(figure, table));
  }
  if (!row.measure && !row.mean && row.options.length === 0) yield line('answers', empty(''));
}

interface Values {
  value: Cell;
  unit: string;
  low: Cell;
  high: Cell;
  note: string;
}

const empty = (note: string): Values => ({ value: null, unit: '', low: null, high: null, note });

const noteOf = (table: DisclosedTable, row: DisclosedRow): string => {
  if (row.state === 'empty') return 'No answers';
  if (row.state === 'hidden') return hiddenReason(table.method);
  return row.lowBase ? 'Low base' : '';
};

function shareValues(figure: Figure, table: DisclosedTable): Values {
  if (figure.state === 'hidden') return empty(hiddenReason(table.method));
  if (figure.state !== 'exact')
    return { ...empty(''), value: `${figure.state} ${rounded(figure.limit * 100, 0)}`, unit: '%' };
  const tenth = (share: number) => Number(rounded(share * 100));
  return { value: tenth(figure.share), unit: '%', low: tenth(figure.low), high: tenth(figure.high), note: '' };
}

function meanValues(figure: MeanFigure, table: DisclosedTable): Values {
  if (figure.state === 'hidden') return empty(hiddenReason(table.method));
  if (figure.state !== 'exact')
    return { ...empty(''), value: `${figure.state} ${rounded(figure.limit)}`, unit: 'mean' };
  const tenth = (value: number) => Number(rounded(value));
  return { value: tenth(figure.mean), unit: 'mean', low: tenth(figure.low), high: tenth(figure.high), note: '' };
}
