/** Groups as dots with whiskers on an axis that never changes: 0 to 100, or the ends of the scale. */
import { scaleLinear } from 'd3-scale';
import type { DisclosedRow, DisclosedTable, Figure, MeanFigure } from '../../surveys/results/disclosed.ts';
import { rounded, rowWords } from '../../surveys/results/words.ts';
import { groupFinding, type Pick, pickFigure } from './finding.ts';
import { hatch, paint } from './paint.ts';
import { el, lineStep, svg, text, textLines, widthOf, wrap } from './svg.ts';

export interface DotWhiskerOptions {
  /** Different for every chart on a page. */
  id: string;
  /** In px; below 600 the words stand above the marks. */
  width?: number;
  /** The measure or mean by default, or the place of one option. */
  pick?: Pick;
  /** A figure to compare with, such as the national one, drawn dashed. */
  reference?: { label: string; value: number };
}

/** One row of the picture. */
interface Row {
  label: string;
  words: string;
  state: DisclosedRow['state'];
  lowBase: boolean;
  mark: Figure | MeanFigure | null;
}

interface Layout {
  left: number;
  right: number;
  rowHeight: number;
  narrow: boolean;
  width: number;
  top: number;
}

interface Plot extends Layout {
  scale: ReturnType<typeof scaleLinear<number>>;
  domain: readonly [number, number];
  bottom: number;
  hatchId: string;
}

/** Each group of a table, with all as the last row and as a line through the others. */
export function dotWhisker(table: DisclosedTable, options: DotWhiskerOptions): string {
  const pick = options.pick ?? 'measure';
  const rows = [...table.rows, table.all].map((row) => rowOf(row, pick, table.method.weighted));
  const all = numberOf(rows.at(-1)?.mark ?? null);
  const references = [
    ...(all === null ? [] : [{ label: 'All', value: all, dash: null }]),
    ...(options.reference ? [{ ...options.reference, dash: '6 4' }] : []),
  ];
  return picture(table, rows, references, groupFinding(table, pick), options);
}

/** Each option of a question as a row, for all: what a multiple choice is shown by. */
export function optionDots(table: DisclosedTable, options: DotWhiskerOptions): string {
  const { state, lowBase } = table.all;
  const rows = table.question.options.map(({ label }, place): Row => {
    const mark: Figure | null = state === 'empty' ? null : (table.all.options[place] ?? { state: 'hidden' });
    return { label, words: rowWords(table.all, mark, table.method.weighted), state, lowBase, mark };
  });
  const told = rows.filter((row) => numberOf(row.mark) !== null);
  const top = told.toSorted((a, b) => (numberOf(b.mark) ?? 0) - (numberOf(a.mark) ?? 0))[0];
  const most = top ? `Most often: ${top.label}, ${top.words}.` : 'Too few answers to show.';
  return picture(table, rows, [], `${table.question.title} ${most}`, options);
}

const rowOf = (row: DisclosedRow, pick: Pick, weighted: boolean): Row => {
  const figure = pickFigure(row, pick);
  const mark = pick === 'measure' && figure === null ? row.mean : figure;
  return { label: row.label, words: rowWords(row, figure, weighted), state: row.state, lowBase: row.lowBase, mark };
};

/** A share as points of 100, a mean as it is; null when not told exactly. */
function numberOf(mark: Row['mark']): number | null {
  if (mark?.state !== 'exact') return null;
  return 'share' in mark ? mark.share * 100 : mark.mean;
}

const ends = (mark: Row['mark']): { low: number; high: number } | null => {
  if (mark?.state !== 'exact') return null;
  return 'share' in mark ? { low: mark.low * 100, high: mark.high * 100 } : { low: mark.low, high: mark.high };
};

interface Reference {
  label: string;
  value: number;
  dash: string | null;
}

function picture(
  table: DisclosedTable,
  rows: readonly Row[],
  references: readonly Reference[],
  title: string,
  { id, width = 760 }: DotWhiskerOptions,
): string {
  const layout = layoutOf(rows, references.length, width);
  const domain = domainOf(table, rows);
  const scale = scaleLinear().domain(domain).range([layout.left, layout.right]);
  const bottom = layout.top + rows.length * layout.rowHeight;
  const plot: Plot = { ...layout, scale, domain, bottom, hatchId: `${id}-hatch` };
  return svg(
    { id, title, width, height: bottom + 34 },
    el('defs', {}, hatch(plot.hatchId)),
    axis(plot),
    ...references.map((each, place) => referenceLine(each, 14 + place * lineStep, plot)),
    ...references.map((each, place) => referenceWords(each, 14 + place * lineStep, plot)),
    ...rows.map((row, place) => drawRow(row, layout.top + place * layout.rowHeight, plot)),
  );
}

/** Words beside a mark take two lines or three: the figure, then its base. */
function wordLines(words: string, width: number): readonly string[] {
  const [figure, base] = words.split(/, (.*)/s, 2);
  return [figure ?? '', ...(base ? wrap(base, width) : [])];
}

const wordsWidth = 216;

function layoutOf(rows: readonly Row[], references: number, width: number): Layout {
  const narrow = width < 600;
  const top = references * lineStep + 12;
  if (narrow) {
    const lines = Math.max(...rows.map((row) => wrap(row.label, width).length + wrap(row.words, width).length), 2);
    return { left: 20, right: width - 20, rowHeight: lines * lineStep + 44, narrow, width, top };
  }
  const left = Math.min(190, Math.max(...rows.map((row) => widthOf(row.label) * 1.08), 40) + 16);
  const lines = Math.max(
    ...rows.map((row) => Math.max(wrap(row.label, left - 16).length, wordLines(row.words, wordsWidth).length)),
    1,
  );
  return { left: left + 8, right: width - wordsWidth - 24, rowHeight: lines * lineStep + 14, narrow, width, top };
}

/** 0 to 100 for shares; the ends of the scale for means, or what the numbers need when it has none. */
function domainOf({ question }: DisclosedTable, rows: readonly Row[]): [number, number] {
  if (!rows.some((row) => row.mark && 'mean' in row.mark)) return [0, 100];
  if (question.min !== null && question.max !== null) return [question.min, question.max];
  return [0, Math.max(...rows.map((row) => ends(row.mark)?.high ?? 0), 1)];
}

function axis({ scale, narrow, top, bottom }: Plot): string {
  const marks = scale.ticks(narrow ? 4 : 5).map((tick) => {
    const x = scale(tick);
    const line = { x1: x, x2: x, y1: top - 4, y2: bottom, stroke: paint('line'), 'stroke-width': 1, opacity: 0.35 };
    return el('line', line) + text(x, bottom + 16, String(tick), { anchor: 'middle', fill: paint('soft') });
  });
  return marks.join('');
}

/** A line through all rows, named where it stands; a solid one above the dashed one. */
const referenceLine = ({ value, dash }: Reference, y: number, { scale, bottom }: Plot): string =>
  el('line', {
    x1: scale(value),
    x2: scale(value),
    y1: y + 11,
    y2: bottom,
    stroke: paint('ink'),
    'stroke-width': 1.5,
    'stroke-dasharray': dash,
  });

function referenceWords({ label, value }: Reference, y: number, { scale, width }: Plot): string {
  const words = `${label} ${rounded(value)}`;
  const half = widthOf(words) / 2 + 6;
  const middle = Math.min(Math.max(scale(value), half), width - half);
  return text(middle, y, words, { anchor: 'middle', plate: paint('paper') });
}

function drawRow(row: Row, y: number, plot: Plot): string {
  const told = row.mark?.state === 'hidden' || row.state === 'hidden' ? '' : row.words;
  if (plot.narrow) {
    const labels = wrap(row.label, plot.width);
    const words = told === '' ? [] : wrap(told, plot.width);
    const first = y + 14;
    const plate = paint('paper');
    return (
      textLines(0, first, labels, { weight: 700, plate }) +
      textLines(0, first + labels.length * lineStep, words, { plate }) +
      drawMark(row, y + plot.rowHeight - 22, plot)
    );
  }
  const middle = y + plot.rowHeight / 2;
  const centred = (lines: readonly string[]) => middle - ((lines.length - 1) * lineStep) / 2;
  const labels = wrap(row.label, plot.left - 24);
  const words = told === '' ? [] : wordLines(told, wordsWidth);
  return (
    textLines(0, centred(labels), labels, { weight: 700 }) +
    textLines(plot.right + 22, centred(words), words) +
    drawMark(row, middle, plot)
  );
}

function drawMark(row: Row, y: number, plot: Plot): string {
  if (row.state === 'empty' || row.mark === null) return '';
  if (row.mark.state === 'hidden') return hiddenBand(y, plot);
  if (row.mark.state !== 'exact') return edgeBar(row.mark.state, y, plot);
  const span = ends(row.mark);
  const value = numberOf(row.mark);
  if (!span || value === null) return '';
  const [low, high] = [round(plot.scale(span.low)), round(plot.scale(span.high))];
  const stroke = { stroke: paint('one'), 'stroke-width': 2 };
  const whisker = `M${low} ${y - 6}V${y + 6}M${low} ${y}H${high}M${high} ${y - 6}V${y + 6}`;
  const dot = { cx: plot.scale(value), cy: y, r: 6, fill: paint(row.lowBase ? 'paper' : 'one'), ...stroke };
  return el('path', { d: whisker, fill: 'none', ...stroke }) + el('circle', dot);
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The whole row, so that nothing can be measured. */
function hiddenBand(y: number, { left, right, hatchId }: Plot): string {
  const width = right - left;
  const box = { x: left, y: y - 13, width, height: 26, fill: `url(#${hatchId})`, stroke: paint('line') };
  return el('rect', box) + text(left + width / 2, y, 'Hidden', { anchor: 'middle', plate: paint('panel') });
}

/** "over 95%": the stretch of the axis it may lie in, not a point. */
function edgeBar(state: 'under' | 'over', y: number, { scale, domain: [low, high] }: Plot): string {
  const width = (high - low) / 20;
  const from = state === 'over' ? high - width : low;
  const box = { x: scale(from), y: y - 8, width: scale(from + width) - scale(from), height: 16 };
  return (
    el('rect', { ...box, fill: paint('one'), opacity: 0.35 }) +
    el('rect', { ...box, fill: 'none', stroke: paint('one'), 'stroke-width': 2 })
  );
}
