/** The table beside every chart: the same numbers, in words. */
import type { DisclosedRow, DisclosedTable } from '../../surveys/results/disclosed.ts';
import { gapWords, type Trend } from '../../surveys/results/trend.ts';
import { baseWords, changeWords, figureWords, hiddenReason, meanWords } from '../../surveys/results/words.ts';
import { groupFinding, pickName, trendFinding } from './finding.ts';
import { el, escapeText } from './svg.ts';

interface Column {
  head: string;
  cell(row: DisclosedRow): string;
}

/** An HTML table of every figure of a disclosed table, its finding as the caption. */
export function dataTable(table: DisclosedTable): string {
  const columns = columnsOf(table);
  const heads = ['Group', ...columns.map((column) => column.head)];
  const rows = [...table.rows, table.all].map((row) => [row.label, ...columns.map((column) => column.cell(row))]);
  const hidden = rows.some((cells) => cells.includes('Hidden'));
  const note = hidden ? el('p', { class: 'hidden-reason' }, escapeText(hiddenReason(table.method))) : '';
  return htmlTable(groupFinding(table, 'measure'), heads, rows) + note;
}

/** An HTML table of a trend: a row a wave. */
export function trendTable(trend: Trend): string {
  const { weighted } = trend.table.method;
  const rows = trend.points.map(({ name, closedOn, row, change, gap }, place) => {
    const figure = row.measure ? figureWords(row.measure) : row.mean ? meanWords(row.mean) : '';
    const moved = place === 0 ? '' : changeWords(change, row.measure === null);
    return [
      name,
      closedOn,
      row.state === 'empty' ? 'None asked' : figure,
      baseOf(row, weighted),
      moved,
      gap.map((reason) => gapWords[reason]).join('. '),
    ];
  });
  return htmlTable(
    trendFinding(trend),
    ['Wave', 'Closed', 'Figure (95% interval)', 'Answers', 'Against the wave before', 'Why not joined'],
    rows,
  );
}

function columnsOf(table: DisclosedTable): readonly Column[] {
  const { question, all, method } = table;
  const shares = question.options.map(
    (option, place): Column => ({
      head: `${option.label} (95% interval)`,
      cell: (row) => optionCell(row, place, question.kind === 'scale'),
    }),
  );
  return [
    ...(all.measure ? [{ head: `${pickName(table, 'measure')} (95% interval)`, cell: measureCell }] : []),
    ...(all.mean ? [{ head: 'Mean (95% interval)', cell: meanCell }] : []),
    { head: 'Answers', cell: (row) => baseOf(row, method.weighted) },
    ...shares,
    ...(all.dontKnow.state === 'none' ? [] : [{ head: "Don't know, left out", cell: doubtCell }]),
  ];
}

/** The spread of a scale is told for all only. */
function optionCell(row: DisclosedRow, place: number, isScale: boolean): string {
  if (row.state === 'empty') return 'None asked';
  const figure = row.options[place];
  return figure ? figureWords(figure) : isScale ? 'Not by group' : 'Hidden';
}

const measureCell = (row: DisclosedRow): string =>
  row.state === 'empty' ? 'None asked' : row.measure ? figureWords(row.measure) : '';
const meanCell = (row: DisclosedRow): string =>
  row.state === 'empty' ? 'None asked' : row.mean ? meanWords(row.mean) : '';
const doubtCell = ({ dontKnow }: DisclosedRow): string =>
  dontKnow.state === 'hidden' ? 'Hidden' : dontKnow.state === 'none' ? '0' : String(dontKnow.count);
const baseOf = (row: DisclosedRow, weighted: boolean): string =>
  baseWords(row, weighted) + (row.lowBase ? ', low base' : '');

function htmlTable(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = el('tr', {}, ...heads.map((words) => el('th', { scope: 'col' }, escapeText(words))));
  const body = rows.map((cells) => el('tr', {}, ...cells.map(htmlCell)));
  return el(
    'table',
    { class: 'chart-table' },
    el('caption', {}, escapeText(caption)),
    el('thead', {}, head),
    el('tbody', {}, ...body),
  );
}

function htmlCell(words: string, place: number): string {
  if (place === 0) return el('th', { scope: 'row' }, escapeText(words));
  return el('td', words === 'Hidden' ? { class: 'hidden-cell' } : {}, escapeText(words));
}
