/** How the answers of each group were spread: one bar of 100 a row, words in the bar, "don't know" beside it. */
import type { DisclosedRow, DisclosedTable, Figure, TableOption } from '../../surveys/results/disclosed.ts';
import { baseWords, percent } from '../../surveys/results/words.ts';
import { spreadFinding } from './finding.ts';
import { type Fill, fillPattern, hatch, paint, plainFills, steps } from './paint.ts';
import { el, svg, text, widthOf } from './svg.ts';

export interface StackedBarsOptions {
  /** Different for every chart on a page. */
  id: string;
  width?: number;
}

const barHeight = 34;
const rowHeight = 78;
const doubtHeight = 28;

/** Each group of a table, then all. Not for a multiple choice, whose shares do not add up to 100. */
export function stackedBars(table: DisclosedTable, { id, width = 760 }: StackedBarsOptions): string {
  const fills = fillsOf(table.question.options);
  const patterns = fills.map((fill, place) => fillPattern(`${id}-fill-${place}`, fill));
  const key = legend(table, id, width);
  const rows = [...table.rows, table.all];
  const doubts = rows.some((row) => row.state === 'shown' && row.dontKnow.state !== 'none');
  const step = doubts ? rowHeight + doubtHeight : rowHeight;
  const drawn = rows.map((row, place) => drawRow(row, table, fills, key.height + place * step, id, width));
  return svg(
    { id, title: spreadFinding(table), width, height: key.height + rows.length * step },
    el('defs', {}, hatch(`${id}-hatch`), ...patterns),
    key.markup,
    ...drawn,
  );
}

/** Options with a good end take the steps from best to worst; others four colours in turn. */
function fillsOf(options: readonly TableOption[]): readonly Fill[] {
  const good = options.map((option) => option.positive);
  const ordered = good.includes(true) && good.includes(false);
  if (!ordered) return options.map((_, place) => plainFills[place % plainFills.length] ?? plainFills[0]);
  const bestFirst = good[0] === true;
  const fills = options.map((_, place) => stepAt(place, options.length));
  return bestFirst ? fills : fills.toReversed();
}

/** The five steps spread over so many options: two take the ends, three the ends and the middle. */
function stepAt(place: number, options: number): Fill {
  const step = Math.round((place * (steps.length - 1)) / Math.max(1, options - 1));
  return steps[step] ?? plainFills[0];
}

const letter = (place: number): string => String.fromCharCode(65 + (place % 26));

/** A letter, a swatch and the words for each option, and the hatch where something is hidden: colour alone tells nothing. */
function legend(table: DisclosedTable, id: string, width: number): { markup: string; height: number } {
  const hides = [...table.rows, table.all].some((row) => row.state !== 'empty' && hidesSome(row));
  const entries = [
    ...table.question.options.map(({ label }, place) => ({
      words: `${letter(place)} ${label}`,
      fill: `fill-${place}`,
    })),
    ...(hides ? [{ words: 'Hidden', fill: 'hatch' }] : []),
  ];
  let [x, y] = [0, 14];
  const parts = entries.map(({ words, fill }) => {
    const size = 30 + widthOf(words) + 12;
    if (x > 0 && x + size > width) [x, y] = [0, y + 28];
    const box = { x: x + 0.5, y: y - 9.5, width: 22, height: 19, fill: `url(#${id}-${fill})`, stroke: paint('line') };
    const entry = el('rect', box) + text(x + 30, y, words);
    x += size;
    return entry;
  });
  return { markup: parts.join(''), height: y + 28 };
}

const hidesSome = (row: DisclosedRow): boolean =>
  row.options.length === 0 || row.options.some((figure) => figure.state === 'hidden');

function drawRow(
  row: DisclosedRow,
  table: DisclosedTable,
  fills: readonly Fill[],
  top: number,
  id: string,
  width: number,
): string {
  const base =
    row.state === 'hidden' ? '' : `, ${baseWords(row, table.method.weighted)}${row.lowBase ? ', low base' : ''}`;
  const label = text(0, top + 14, `${row.label}${base}`, { weight: 700 });
  const y = top + 30;
  return label + drawBar(row, table.question.options, fills, y, width, id) + doubt(row, y + barHeight + 16, width);
}

/** A bar, or the hatch across it. Hidden parts stand together at the end, so that no single one can be measured. */
function drawBar(
  row: DisclosedRow,
  options: readonly TableOption[],
  fills: readonly Fill[],
  y: number,
  width: number,
  id: string,
): string {
  if (row.state === 'empty') return text(0, y + barHeight / 2, 'None asked', { fill: paint('soft') });
  const over = row.options.findIndex((figure) => figure.state === 'over');
  if (over >= 0) return part(0, y, width, over, fills, `${options[over]?.label ?? letter(over)}, over 95%`, id);
  let x = 0;
  const told = row.options.map((figure, place) => {
    if (figure.state !== 'exact') return '';
    const size = figure.share * width;
    const drawn = part(x, y, size, place, fills, words(figure, options[place]?.label ?? '', place, size), id);
    x += size;
    return drawn;
  });
  return told.join('') + (hidesSome(row) ? hiddenPart(x, y, width - x, id) : '');
}

function words(figure: Figure, label: string, place: number, size: number): string {
  if (figure.state !== 'exact') return '';
  const choices = [`${label}: ${percent(figure.share)}`, `${letter(place)} ${percent(figure.share)}`, letter(place)];
  return choices.find((each) => widthOf(each) + 14 <= size) ?? '';
}

function part(
  x: number,
  y: number,
  width: number,
  place: number,
  fills: readonly Fill[],
  inside: string,
  id: string,
): string {
  const fill = fills[place] ?? plainFills[0];
  const box = el('rect', {
    x,
    y,
    width,
    height: barHeight,
    fill: `url(#${id}-fill-${place})`,
    stroke: paint('line'),
    'stroke-width': 1,
  });
  if (inside === '') return box;
  return (
    box +
    text(x + width / 2, y + barHeight / 2, inside, {
      anchor: 'middle',
      fill: paint(fill.words),
      plate: paint(fill.colour),
    })
  );
}

function hiddenPart(x: number, y: number, width: number, id: string): string {
  const box = el('rect', {
    x,
    y,
    width,
    height: barHeight,
    fill: `url(#${id}-hatch)`,
    stroke: paint('line'),
    'stroke-width': 1,
  });
  const fits = widthOf('Hidden') + 14 <= width;
  return fits
    ? box + text(x + width / 2, y + barHeight / 2, 'Hidden', { anchor: 'middle', plate: paint('panel') })
    : box;
}

/** "Don't know", apart from the bar: a short one of its own, on the same scale. */
function doubt(row: DisclosedRow, y: number, width: number): string {
  if (row.dontKnow.state === 'none' || row.state !== 'shown') return '';
  if (row.dontKnow.state === 'hidden') return text(0, y, "Don't know: Hidden", { fill: paint('soft') });
  const size = row.dontKnow.share * width;
  const words = `Don't know ${percent(row.dontKnow.share)}`;
  const inside = size + widthOf(words) + 12 > width;
  const bar = el('rect', { x: 0, y: y - 7, width: size, height: 14, fill: paint('line') });
  return bar + text(inside ? 8 : size + 8, y, words, { fill: paint('soft'), plate: paint('paper') });
}
