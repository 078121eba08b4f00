/** Whether words go on one line of the letter, before it is printed: worked out from the widths of its typefaces, a little too wide rather than too narrow. */
import type { Language } from '../../language.ts';
import widths from './letter-widths.json' with { type: 'json' };
import type { Place } from './where.ts';

/** Room for words on a line of one print size, in ems of it. */
export interface LetterRoom {
  title: number;
  answer: number;
}

export interface LetterLine {
  /** Lines of standard print. */
  lines: number;
  /** A word that no line of the largest print holds, which would run off the paper; null when there is none. */
  wide: string | null;
}

/** How a line of each part is set; what is left out is not printed, or is a paragraph. */
const settings: Partial<Record<Place['role'], { room: keyof LetterRoom; weight: Weight }>> = {
  title: { room: 'title', weight: 'bold' },
  option: { room: 'answer', weight: 'regular' },
  min: { room: 'answer', weight: 'regular' },
  max: { room: 'answer', weight: 'regular' },
  hint: { room: 'title', weight: 'regular' },
};

/** Characters without a width of their own here: those of Chinese are as wide as they are high. */
const square = 100;
/** Languages set in Atkinson Hyperlegible; the others are set in Noto. */
const legible: ReadonlySet<Language> = new Set(['en', 'pl', 'ro', 'so', 'pt', 'es']);
/** Letters that join are so much narrower than alone. */
const joined: Partial<Record<Language, number>> = { ar: 1.2, fa: 1.15, ur: 1.2 };
type Weight = 'regular' | 'bold';

/** A line may end after each Chinese character, and after a hyphen. */
const units = /[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef-]*-|[^\s\u2e80-\u9fff\uff00-\uffef-]+|\s+/gu;

/** Its place in the lists of widths; null where it has none. */
function placeOf(letter: string): number | null {
  const code = letter.codePointAt(0) ?? 0;
  let before = 0;
  for (const [from = 0, to = 0] of widths.ranges) {
    if (code >= from && code <= to) return before + code - from;
    before += to - from + 1;
  }
  return null;
}

function widthOf(letter: string, language: Language, weight: Weight): number {
  const place = placeOf(letter);
  if (place === null) return square;
  const own = legible.has(language) ? widths.legible[weight][place] : 0;
  return own || (widths.noto[weight][place] ?? square);
}

/** Width of words in ems. */
export const ems = (words: string, language: Language, weight: Weight): number =>
  [...words].reduce((sum, letter) => sum + widthOf(letter, language, weight), 0) / 100 / (joined[language] ?? 1);

/** Takes words, where they stand, and the room of standard and of the largest print; null for what no line of a form holds. */
export function letterLine(
  { words, language, role }: { words: string; language: Language; role: Place['role'] },
  { standard, largest }: { standard: LetterRoom; largest: LetterRoom },
): LetterLine | null {
  const set = settings[role];
  if (!set) return null;
  let lines = 1;
  let used = 0;
  let wide: string | null = null;
  for (const unit of words.trim().match(units) ?? []) {
    const width = ems(unit, language, set.weight);
    const blank = unit.trim() === '';
    if (!blank && width > largest[set.room]) wide ??= unit;
    // A blank at the end of a line takes no room.
    if (!blank && used > 0 && used + width > standard[set.room]) {
      lines += 1;
      used = 0;
    }
    if (!blank || used > 0) used += width;
  }
  return { lines, wide };
}
