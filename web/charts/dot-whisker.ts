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

/** Each group of a table, with all as the last row and as a line through the others. */
export function dotWhisker(table: DisclosedTable, options: DotWhiskerOptions): string {
  const pick = options.pick ?? 'measure';
  const rows = [...table.rows, table.all].map((row) => rowOf(row, pick, table.method.weighted));
  const all = rows.at(-1)?.mark ?? null;
  return picture(table, rows, numberOf(all), groupFinding(table, pick), options);
}

/** Each option of a question as a row, for all: what a multiple choice is shown by. */
export function optionDots(table: DisclosedTable, options: DotWhiskerOptions): string {
  const { weighted } = table.method;
  const rows = table.question.options.map((option, place): Row => {
    const figure = table.all.state === 'empty' ? null : (table.all.options[place] ?? { state: 'hidden' });
    return {
      label: option.label,
      words: rowWords(table.all, figure, weighted),
      state: table.all.state,
      lowBase: table.all.lowBase,
      mark: figure,
    };
  });
  const top = rows
    .map((row) => ({ row, value: numberOf(row.mark) }))
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))[0];
  const most =
    top && top.value !== null ? `Most often: ${top.row.label}, ${top.row.words}.` : 'Too few answers to show.';
  return picture(table, rows, null, `${table.question.title}. ${most}`, options);
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

function picture(
  table: DisclosedTable,
  rows: readonly Row[],
  all: number | null,
  title: string,
  options: DotWhiskerOptions,
): string {
  const layout = layoutOf(rows, options.width ?? 760);
  const domain = domainOf(table, rows, options.pick);
  const scale = scaleLinear().domain(domain).range([layout.left, layout.right]);
  const bottom = layout.top + rows.length * layout.rowHeight;
  const hatchId = `${options.id}-hatch`;
  const drawn = rows.map((row, place) =>
    drawRow(row, layout.top + place * layout.rowHeight, layout, scale, hatchId, domain),
  );
  const lines = [
    all === null ? '' : referenceLine(scale(all), `All ${rounded(all)}`, layout, bottom, null),
    options.reference
      ? referenceLine(
          scale(options.reference.value),
          `${options.reference.label} ${rounded(options.reference.value)}`,
          layout,
          bottom,
          '6 4',
        )
      : '',
  ];
  return svg(
    { id: options.id, title, width: layout.width, height: bottom + 34 },
    el('defs', {}, hatch(hatchId)),
    axis(scale, layout, bottom),
    ...lines,
    ...drawn,
  );
}

function layoutOf(rows: readonly Row[], width: number): Layout {
  const narrow = width < 600;
  const top = 2 * lineStep + 12;
  if (narrow) return { left: 16, right: width - 16, rowHeight: 84, narrow, width, top };
  const longest = Math.max(...rows.map((row) => widthOf(row.words)), 0);
  const left = Math.min(190, Math.max(...rows.map((row) => widthOf(row.label)), 40) + 16);
  const lines = Math.max(...rows.map((row) => wrap(row.label, left - 16).length), 1);
  return {
    left: left + 8,
    right: width - Math.min(longest, 300) - 28,
    rowHeight: Math.max(40, lines * lineStep + 12),
    narrow,
    width,
    top,
  };
}

/** 0 to 100 for shares; the ends of the scale for means, or what the numbers need when it has none. */
function domainOf({ question }: DisclosedTable, rows: readonly Row[], pick: Pick | undefined): [number, number] {
  const isMean = (pick ?? 'measure') === 'measure' && rows.some((row) => row.mark && 'mean' in row.mark);
  if (!isMean) return [0, 100];
  if (question.min !== null && question.max !== null) return [question.min, question.max];
  return [0, Math.max(...rows.map((row) => ends(row.mark)?.high ?? 0), 1)];
}

type Scale = ReturnType<typeof scaleLinear<number>>;

function axis(scale: Scale, layout: Layout, bottom: number): string {
  const ticks = scale.ticks(layout.narrow ? 4 : 5);
  return ticks
    .map((tick) => {
      const x = scale(tick);
      const line = el('line', {
        x1: x,
        x2: x,
        y1: layout.top - 4,
        y2: bottom,
        stroke: paint('line'),
        'stroke-width': 1,
        opacity: 0.35,
      });
      return line + text(x, bottom + 16, String(tick), { anchor: 'middle', fill: paint('soft') });
    })
    .join('');
}

/** A line through all rows, named where it stands; a solid one above the dashed one. */
function referenceLine(x: number, words: string, layout: Layout, bottom: number, dash: string | null): string {
  const half = widthOf(words) / 2 + 4;
  const middle = Math.min(Math.max(x, half), layout.width - half);
  const y = dash === null ? 14 : 14 + lineStep;
  const line = {
    x1: x,
    x2: x,
    y1: y + 11,
    y2: bottom,
    stroke: paint('ink'),
    'stroke-width': 1.5,
    'stroke-dasharray': dash,
  };
  return el('line', line) + text(middle, y, words, { anchor: 'middle' });
}

function drawRow(
  row: Row,
  y: number,
  layout: Layout,
  scale: Scale,
  hatchId: string,
  domain: readonly [number, number],
): string {
  const middle = layout.narrow ? y + 64 : y + layout.rowHeight / 2;
  const labelLines = layout.narrow ? [row.label] : wrap(row.label, layout.left - 24);
  const first = layout.narrow ? y + 12 : middle - ((labelLines.length - 1) * lineStep) / 2;
  const label = textLines(0, first, labelLines, { weight: 700 });
  const words = layout.narrow ? text(0, y + 34, row.words) : text(layout.right + 22, middle, row.words);
  const mark = drawMark(row, middle, layout, scale, hatchId, domain);
  return label + (row.mark?.state === 'hidden' || row.state === 'hidden' ? '' : words) + mark;
}

function drawMark(
  row: Row,
  y: number,
  layout: Layout,
  scale: Scale,
  hatchId: string,
  domain: readonly [number, number],
): string {
  if (row.state === 'empty' || row.mark === null) return '';
  if (row.mark.state === 'hidden') return hiddenBand(y, layout, hatchId);
  if (row.mark.state !== 'exact') return edgeBar(row.mark.state, y, scale, domain);
  const span = ends(row.mark);
  const value = numberOf(row.mark);
  if (!span || value === null) return '';
  const [low, high, x] = [scale(span.low), scale(span.high), scale(value)];
  const stroke = { stroke: paint('one'), 'stroke-width': 2 };
  const whisker = el('path', {
    d: `M${round(low)} ${y - 6}V${y + 6}M${round(low)} ${y}H${round(high)}M${round(high)} ${y - 6}V${y + 6}`,
    fill: 'none',
    ...stroke,
  });
  return whisker + el('circle', { cx: x, cy: y, r: 6, fill: paint(row.lowBase ? 'paper' : 'one'), ...stroke });
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The whole row, so that nothing can be measured. */
function hiddenBand(y: number, layout: Layout, hatchId: string): string {
  const width = layout.right - layout.left;
  const box = {
    x: layout.left,
    y: y - 13,
    width,
    height: 26,
    fill: `url(#${hatchId})`,
    stroke: paint('line'),
    'stroke-width': 1,
  };
  return el('rect', box) + text(layout.left + width / 2, y, 'Hidden', { anchor: 'middle', plate: paint('panel') });
}

/** "over 95%": the stretch of the axis it may lie in, not a point. */
function edgeBar(state: 'under' | 'over', y: number, scale: Scale, [low, high]: readonly [number, number]): string {
  const width = (high - low) / 20;
  const from = state === 'over' ? high - width : low;
  const [x, end] = [scale(from), scale(from + width)];
  return (
    el('rect', { x, y: y - 8, width: end - x, height: 16, fill: paint('one'), opacity: 0.35 }) +
    el('rect', { x, y: y - 8, width: end - x, height: 16, fill: 'none', stroke: paint('one'), 'stroke-width': 2 })
  );
}
