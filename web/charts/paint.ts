/** Colours and patterns of screens.md, section 4. Light stands as the fallback; a dark page sets the variables. */
import { el } from './svg.ts';

const colours = {
  paper: ['#ffffff', '#14181d'],
  panel: ['#f4f6f8', '#1f252c'],
  ink: ['#14181d', '#f2f5f7'],
  soft: ['#3d4752', '#c5ced6'],
  line: ['#5c6773', '#8b97a3'],
  one: ['#0b4a8f', '#7fb8f5'],
  two: ['#b34700', '#ff9d5c'],
  three: ['#3f7d20', '#9bd67c'],
  four: ['#6a3d9a', '#c9a6f0'],
  best: ['#0b4a8f', '#9cc9ff'],
  'best-words': ['#ffffff', '#14181d'],
  better: ['#93c0ea', '#1a4f87'],
  even: ['#f4f6f8', '#39434d'],
  worse: ['#f0b27a', '#7a3f14'],
  worst: ['#8f3800', '#ff9d5c'],
  'worst-words': ['#ffffff', '#14181d'],
} as const;
export type Colour = keyof typeof colours;

/** A colour that a page may turn dark. */
export const paint = (colour: Colour): string => `var(--chart-${colour}, ${colours[colour][0]})`;

const darkBlock = (): string =>
  Object.entries(colours)
    .map(([name, pair]) => `--chart-${name}:${pair[1]}`)
    .join(';');

/** Rules for the page's own stylesheet: what charts look like in the dark. `selector` is what marks a dark page. */
export const darkRules = (selector: string): string => `${selector}{${darkBlock()}}`;

/** The hatch of something hidden: both diagonals in 1 px lines. Its id must differ from chart to chart. */
export const hatch = (id: string): string =>
  el(
    'pattern',
    { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
    el('rect', { width: 8, height: 8, fill: paint('panel') }),
    el('path', { d: 'M0 0L8 8M8 0L0 8', stroke: paint('line'), 'stroke-width': 1 }),
  );

/** How an answer on a scale is filled: the step's colour, the words' colour, and a pattern for print. */
export interface Fill {
  colour: Colour;
  words: Colour;
  pattern: 'none' | 'thick-lines' | 'thin-lines' | 'small-dots' | 'large-dots';
}

/** From best to worst; steps of the tartan rug. */
export const steps: readonly Fill[] = [
  { colour: 'best', words: 'best-words', pattern: 'large-dots' },
  { colour: 'better', words: 'ink', pattern: 'small-dots' },
  { colour: 'even', words: 'ink', pattern: 'none' },
  { colour: 'worse', words: 'ink', pattern: 'thin-lines' },
  { colour: 'worst', words: 'worst-words', pattern: 'thick-lines' },
];

const marks: Record<Exclude<Fill['pattern'], 'none'>, (words: string) => { size: number; mark: string }> = {
  'thick-lines': (words) => ({
    size: 12,
    mark: el('path', { d: 'M-3 3L3 -3M0 12L12 0M9 15L15 9', stroke: words, 'stroke-width': 2, opacity: 0.45 }),
  }),
  'thin-lines': (words) => ({
    size: 12,
    mark: el('path', { d: 'M-3 3L3 -3M0 12L12 0M9 15L15 9', stroke: words, 'stroke-width': 1, opacity: 0.5 }),
  }),
  'small-dots': (words) => ({ size: 12, mark: el('circle', { cx: 6, cy: 6, r: 1.2, fill: words, opacity: 0.6 }) }),
  'large-dots': (words) => ({ size: 12, mark: el('circle', { cx: 6, cy: 6, r: 2.4, fill: words, opacity: 0.45 }) }),
};

/** A fill as a pattern; solid where the step has none. */
export function fillPattern(id: string, { colour, words, pattern }: Fill): string {
  const { size, mark } = pattern === 'none' ? { size: 12, mark: '' } : marks[pattern](paint(words));
  const ground = el('rect', { width: size, height: size, fill: paint(colour) });
  return el('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse' }, ground, mark);
}

/** For answers without a good end: two tints and two patterns in turn, words always in ink. */
export const plainFills: readonly [Fill, ...Fill[]] = [
  { colour: 'better', words: 'ink', pattern: 'none' },
  { colour: 'even', words: 'ink', pattern: 'small-dots' },
  { colour: 'worse', words: 'ink', pattern: 'none' },
  { colour: 'even', words: 'ink', pattern: 'thin-lines' },
];
