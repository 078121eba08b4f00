/** One figure over waves: a dot and whisker a wave, joined unless the wording or the ways of answering changed. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { DisclosedRow } from '../../surveys/results/disclosed.ts';
import { gapWords, type Trend, type TrendPoint } from '../../surveys/results/trend.ts';
import { baseWords, figureWords, meanWords } from '../../surveys/results/words.ts';
import { trendFinding } from './finding.ts';
import { hatch, paint } from './paint.ts';
import { el, lineStep, svg, text, textLines, wrap } from './svg.ts';

export interface TrendLineOptions {
  /** Different for every chart on a page. */
  id: string;
  /** At least; a trend of many waves is as wide as it must be, in a region that scrolls. */
  width?: number;
}

const left = 52;
const top = 20;
const plot = 240;
const leastStep = 160;

interface Mark {
  point: TrendPoint;
  x: number;
  /** Points of 100, or the mean; null when not told exactly. */
  value: number | null;
  low: number;
  high: number;
}

/** Waves from left to right at even steps, on an axis of 0 to 100 or of the scale. */
export function trendLine(trend: Trend, { id, width = 760 }: TrendLineOptions): string {
  const step = Math.max(leastStep, (width - left) / Math.max(1, trend.points.length));
  const whole = left + step * trend.points.length;
  const marks = trend.points.map((point, place) => markOf(point, left + step * (place + 0.5)));
  const scale = scaleLinear()
    .domain(domainOf(trend, marks))
    .range([top + plot, top]);
  const words = marks.map((mark) => pointWords(mark, step - 12, trend.table.method.weighted));
  const height = top + plot + 16 + Math.max(...words.map((each) => each.lines)) * lineStep + 8;
  return svg(
    { id, title: trendFinding(trend), width: whole, height },
    el('defs', {}, hatch(`${id}-hatch`)),
    axis(scale, whole),
    ...joins(marks, scale),
    ...marks.slice(1).map((mark, place) => gapNote(mark, marks[place], step)),
    ...marks.map((mark) => drawMark(mark, scale, step, `${id}-hatch`)),
    ...words.map((each) => each.markup),
  );
}

function markOf(point: TrendPoint, x: number): Mark {
  const { measure, mean } = point.row;
  if (measure?.state === 'exact') {
    return { point, x, value: measure.share * 100, low: measure.low * 100, high: measure.high * 100 };
  }
  if (!measure && mean?.state === 'exact') return { point, x, value: mean.mean, low: mean.low, high: mean.high };
  return { point, x, value: null, low: 0, high: 0 };
}

function domainOf({ table, points }: Trend, marks: readonly Mark[]): [number, number] {
  if (points.some(({ row }) => row.measure)) return [0, 100];
  const { min, max } = table.question;
  return min !== null && max !== null ? [min, max] : [0, Math.max(1, ...marks.map((mark) => mark.high))];
}

type Scale = ReturnType<typeof scaleLinear<number>>;

const axis = (scale: Scale, width: number): string =>
  scale
    .ticks(5)
    .map((tick) => {
      const y = scale(tick);
      const rule = el('line', {
        x1: left,
        x2: width,
        y1: y,
        y2: y,
        stroke: paint('line'),
        'stroke-width': 1,
        opacity: 0.35,
      });
      return rule + text(left - 10, y, String(tick), { anchor: 'end', fill: paint('soft') });
    })
    .join('');

/** The line in pieces, broken at each gap and at each figure not told. */
function joins(marks: readonly Mark[], scale: Scale): readonly string[] {
  const pieces: Mark[][] = [];
  for (const mark of marks) {
    const last = pieces.at(-1);
    if (last && mark.point.gap.length === 0 && mark.value !== null && last.at(-1)?.value !== null) last.push(mark);
    else pieces.push([mark]);
  }
  const path = line<Mark>(
    (mark) => mark.x,
    (mark) => scale(mark.value ?? 0),
  ).digits(1);
  return pieces
    .filter((piece) => piece.length > 1)
    .map((piece) => el('path', { d: path(piece), fill: 'none', stroke: paint('one'), 'stroke-width': 2 }));
}

/** The reason, written in the gap. Beside a wave that is not told there is nothing to join, and the table gives the reason. */
function gapNote({ point, x, value }: Mark, before: Mark | undefined, step: number): string {
  if (!before || point.gap.length === 0 || value === null || before.value === null) return '';
  const middle = (before.x + x) / 2;
  const lines = point.gap.flatMap((reason) => wrap(gapWords[reason], step - 40));
  const rule = el('line', {
    x1: middle,
    x2: middle,
    y1: top,
    y2: top + plot,
    stroke: paint('line'),
    'stroke-dasharray': '4 4',
  });
  const first = top + plot - 14 - (lines.length - 1) * lineStep;
  return rule + textLines(middle, first, lines, { anchor: 'middle', fill: paint('soft'), plate: paint('paper') });
}

function drawMark(mark: Mark, scale: Scale, step: number, hatchId: string): string {
  const { x, value, point } = mark;
  if (value === null) return notTold(point.row, x, step, hatchId);
  const [low, high, y] = [scale(mark.low), scale(mark.high), scale(value)].map(
    (each) => Math.round(each * 10) / 10,
  ) as [number, number, number];
  const stroke = { stroke: paint('one'), 'stroke-width': 2 };
  const whisker = el('path', {
    d: `M${x - 6} ${low}H${x + 6}M${x} ${low}V${high}M${x - 6} ${high}H${x + 6}`,
    fill: 'none',
    ...stroke,
  });
  return whisker + el('circle', { cx: x, cy: y, r: 6, fill: paint(point.row.lowBase ? 'paper' : 'one'), ...stroke });
}

function notTold(row: DisclosedRow, x: number, step: number, hatchId: string): string {
  if (row.state === 'empty') return '';
  const box = {
    x: x - step / 3,
    y: top,
    width: (2 * step) / 3,
    height: plot,
    fill: `url(#${hatchId})`,
    stroke: paint('line'),
  };
  const state = row.measure?.state ?? row.mean?.state;
  const words = row.measure && (state === 'over' || state === 'under') ? figureWords(row.measure) : 'Hidden';
  return el('rect', box) + text(x, top + plot / 2, words, { anchor: 'middle', plate: paint('panel') });
}

/** Name, figure and base under each wave. */
function pointWords({ point, x }: Mark, width: number, weighted: boolean): { markup: string; lines: number } {
  const { row } = point;
  const figure = row.measure ? figureWords(row.measure) : row.mean ? meanWords(row.mean) : '';
  const told =
    row.state === 'shown'
      ? [figure, `${baseWords(row, weighted)}${row.lowBase ? ', low base' : ''}`]
      : [row.state === 'hidden' ? 'Hidden' : 'None asked'];
  const name = wrap(point.name, width);
  const rest = told.flatMap((words) => words.split(/ (?=\()/)).flatMap((words) => wrap(words, width));
  const y = top + plot + 20;
  return {
    markup:
      textLines(x, y, name, { anchor: 'middle', weight: 700 }) +
      textLines(x, y + name.length * lineStep, rest, { anchor: 'middle' }),
    lines: name.length + rest.length,
  };
}
