/**
 * English into uncontracted Unified English Braille (grade 1), by the Rules of Unified English Braille, second edition.
 * Ours and simple: letters, accents, capitals, numbers and the signs of `cells.ts`. No person has proof-read what it makes.
 */
import { accents, digits, indicators, letters, quotes, signs } from './cells.ts';

/** One word as it is printed and as it is embossed. */
export interface Word {
  print: string;
  cells: string;
}

/** A space that stands within a number: one braille number, never broken over lines (6.6). */
const numericSpace = '\u2007';
/** A single mark that closes a quotation, told apart from an apostrophe. */
const closing = '\uE000';
const quoted = /‘(.*?)’(?!\p{L})/gsu;
// A telephone number, or a code in groups of four.
const longNumbers = /(?<!\d)(?:\+?0?\d{2,5}(?: \d{3,})+)(?!\d)/g;
const isTelling = (number: string): boolean => /^[+0]/.test(number) || /^\d{4}(?: \d{4})+$/.test(number);

const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);
const isUpper = (sign: string): boolean => isLetter(sign) && sign !== sign.toLowerCase();
const isDigit = (sign: string): boolean => /^\d$/.test(sign);
const isCapitals = (word: string): boolean => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);

/** Words of capitals in a row that make a passage (8.5). */
const passageWords = 3;

/** Text to words; what cannot be put into braille is told by `untellable`. */
export function transcribe(text: string): Word[] {
  const joined = text.replaceAll(longNumbers, (number) =>
    isTelling(number) ? number.replaceAll(' ', numericSpace) : number,
  );
  const marked = joined.replaceAll(quoted, `‘$1${closing}`);
  const words = marked.split(/[ \t\n\u00A0]+/).filter((word) => word !== '');
  return words.map((word, place) => {
    const print = word.replaceAll(numericSpace, ' ').replaceAll(closing, '’');
    const passage = passageAt(words, place);
    if (passage === null) return { print, cells: wordCells(word, false) };
    const opening = passage.first ? indicators.capitalPassage : '';
    return { print, cells: opening + (passage.last ? closed(word) : wordCells(word, true)) };
  });
}

/** Where a word stands in a passage of capitals; null when it is in none. */
function passageAt(words: readonly string[], place: number): { first: boolean; last: boolean } | null {
  if (!isCapitals(words[place] ?? '')) return null;
  let from = place;
  let to = place;
  while (isCapitals(words[from - 1] ?? '')) from -= 1;
  while (isCapitals(words[to + 1] ?? '')) to += 1;
  return to - from + 1 < passageWords ? null : { first: place === from, last: place === to };
}

/** The last word of a passage: it ends after its last capital, before what punctuation follows. */
function closed(word: string): string {
  const [, inside = word, after = ''] = /^(.*\p{Lu})(.*)$/u.exec(word) ?? [];
  return wordCells(inside, true) + indicators.capitalEnd + wordCells(after, true);
}

/** Signs of a text that have no cells, each once. */
export const untellable = (text: string): string[] => [
  ...new Set([...text.normalize('NFD')].filter((sign) => !isTellable(sign))),
];
const isTellable = (sign: string): boolean =>
  /\s/.test(sign) ||
  sign in accents ||
  sign in signs ||
  isDigit(sign) ||
  sign.toLowerCase() in letters ||
  '"“”‘'.includes(sign);

interface Writing {
  out: string;
  /** Within a number, or right after one: letters a to j would be read as digits (6.5). */
  numeric: boolean;
}

function wordCells(word: string, passage: boolean): string {
  const marks = [...word.normalize('NFD')];
  const writing: Writing = { out: '', numeric: false };
  for (let place = 0; place < marks.length; ) {
    const mark = marks[place] ?? '';
    place += isLetter(mark) ? writeLetters(writing, marks, place, passage) : writeSign(writing, marks, place);
  }
  return writing.out;
}

interface Lettered {
  cell: string;
  upper: boolean;
  plain: string;
}

/** The letters from a place on, each with its accents before it; and how many marks they took. */
function lettersAt(marks: readonly string[], from: number): { run: Lettered[]; taken: number } {
  const run: Lettered[] = [];
  let place = from;
  while (isLetter(marks[place] ?? '')) {
    const mark = marks[place] ?? '';
    let accent = '';
    for (place += 1; (marks[place] ?? '') in accents; place += 1) accent += accents[marks[place] ?? ''] ?? '';
    const plain = mark.toLowerCase();
    run.push({ cell: accent + (letters[plain] ?? ''), upper: isUpper(mark), plain: accent === '' ? plain : '' });
  }
  return { run, taken: place - from };
}

/** Capitals (8): one has a dot 6 before it, two or more in a row a word indicator, ended where small letters go on. */
function writeLetters(writing: Writing, marks: readonly string[], from: number, passage: boolean): number {
  const { run, taken } = lettersAt(marks, from);
  const [first] = run;
  if (writing.numeric && first && !first.upper && /^[a-j]$/.test(first.plain)) writing.out += indicators.grade1;
  for (let place = 0; place < run.length; ) {
    let end = place;
    while (run[end]?.upper) end += 1;
    const capitals = end - place;
    if (capitals > 0 && !passage) writing.out += capitals === 1 ? indicators.capital : indicators.capitalWord;
    for (const one of run.slice(place, Math.max(end, place + 1))) writing.out += one.cell;
    if (capitals > 1 && end < run.length && !passage) writing.out += indicators.capitalEnd;
    place = Math.max(end, place + 1);
  }
  writing.numeric = false;
  return taken;
}

/** A digit, a mark of punctuation or a sign; gives 1. */
function writeSign(writing: Writing, marks: readonly string[], place: number): 1 {
  const mark = marks[place] ?? '';
  const next = marks[place + 1] ?? '';
  const before = marks[place - 1] ?? '';
  if (isDigit(mark)) {
    writing.out += (writing.numeric ? '' : indicators.number) + (digits[mark] ?? '');
    writing.numeric = true;
    return 1;
  }
  if (mark === numericSpace) {
    writing.out += indicators.numericSpace;
    return 1;
  }
  if ((mark === '.' || mark === ',') && (writing.numeric || (isDigit(next) && !isLetter(before) && mark === '.'))) {
    writing.out += (writing.numeric ? '' : indicators.number) + (signs[mark] ?? '');
    writing.numeric = true;
    return 1;
  }
  writing.numeric = false;
  writing.out += punctuation(mark, before);
  return 1;
}

function punctuation(mark: string, before: string): string {
  const opens = before === '' || '([{/-–—'.includes(before);
  if (mark === '"') return opens ? quotes.open : quotes.close;
  if (mark === '“') return quotes.open;
  if (mark === '”') return quotes.close;
  if (mark === '‘') return quotes.openSingle;
  if (mark === closing) return quotes.closeSingle;
  // One that stands first would be read as an opening quotation mark (7.5).
  if (mark === '?' && before === '') return indicators.grade1 + (signs[mark] ?? '');
  return signs[mark] ?? '';
}
