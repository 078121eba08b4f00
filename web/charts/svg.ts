/** Writing SVG as text. Every word that comes from outside goes through `escapeText`. */
type Value = string | number | null;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for markup, control characters left out: XML has no way to write them. */
export const escapeText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** An element; attributes that are null are left out, numbers have at most one decimal. */
export function el(name: string, attributes: Readonly<Record<string, Value>>, ...inside: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeText(typeof value === 'number' ? String(Math.round(value * 10) / 10) : String(value))}"`,
    );
  return inside.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inside.join('')}</${name}>`;
}

/** 12 points: nothing on a chart is smaller. */
export const typeSize = 16;
/** Line height. */
export const lineStep = 22;
const fonts = "'Atkinson Hyperlegible', 'Noto Sans', system-ui, sans-serif";

/** Width of words at 16 px, guessed: 0.6 em a letter is what the widest of the fonts needs. Good enough to choose where a word goes. */
export const widthOf = (words: string): number => words.length * typeSize * 0.6;

/** Words broken into lines of at most `width`. A word longer than a line stands alone. */
export function wrap(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface TextOptions {
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  weight?: 700;
  /** A box of this colour behind the words, so that they stand clear of a pattern. */
  plate?: string;
}

/** One line of words; `y` is the middle of the line. */
export function text(x: number, y: number, words: string, options: TextOptions = {}): string {
  const { anchor = 'start', fill = 'var(--chart-ink, #14181d)', weight, plate } = options;
  const width = widthOf(words) + 12;
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width + 6 : x - 6;
  const behind = plate ? el('rect', { x: left, y: y - 11, width, height: 22, fill: plate }) : '';
  const attributes = { x, y: y + 5.5, 'text-anchor': anchor, fill, 'font-weight': weight ?? null };
  return behind + el('text', attributes, escapeText(words));
}

/** Lines of words one under another; `y` is the middle of the first. */
export const textLines = (x: number, y: number, lines: readonly string[], options: TextOptions = {}): string =>
  lines.map((line, place) => text(x, y + place * lineStep, line, options)).join('');

export interface Frame {
  /** Different for every chart on a page. */
  id: string;
  /** The finding, in a sentence. */
  title: string;
  width: number;
  height: number;
}

/** The whole picture. It has its own size in px and is not stretched: words would shrink below 12 points. */
export function svg({ id, title, width, height }: Frame, ...inside: readonly string[]): string {
  const name = `${id.replace(/[^A-Za-z0-9_-]/g, '-')}-title`;
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      'aria-labelledby': name,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': fonts,
      'font-size': typeSize,
    },
    el('title', { id: name }, escapeText(title)),
    ...inside,
  );
}
