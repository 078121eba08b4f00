import { windowLines } from './address.ts';
import { isPageFormat } from './page-format.ts';
import type { Letter, LetterQuestion, Picture } from './printer.ts';
import { addressScript, latinFonts, type Script, scriptOf } from './scripts.ts';
import { footLines, footRoom, type Size, sizes } from './sizes.ts';
import { type Run, runsOf } from './words.ts';

/** What `letter.typ` reads: one file of letters of one language and format. */
export interface Sheet {
  title: string;
  author: string;
  script: Script;
  addressScript: Script;
  /** For codes, numbers and web addresses. */
  latinFonts: readonly string[];
  size: Size & { bottom: number; footLines: 1 | 2 };
  /** Drawings (SVG), each once; letters name them by place. */
  pictures: readonly string[];
  letters: SheetLetter[];
}

interface SheetLetter {
  address: readonly string[];
  landlordName: Run[];
  landlordAddress: readonly string[];
  dateline: Run[];
  versionline: Run[];
  title: Run[];
  paragraphs: Run[][];
  pictured: { picture: SheetPicture; words: Run[] }[];
  code: { digits: string; label: Run[]; alt: string; qr: string } | null;
  formTitle: Run[];
  formHelp: Run[][];
  formEnd: Run[][];
  questions: SheetQuestion[];
  otherLanguages: { script: Script; words: Run[] }[];
  pageLabel: string;
}

interface SheetQuestion {
  number: string;
  before: Run[][];
  title: Run[];
  hint: Run[];
  options: { number: string; label: Run[] }[];
  lines: number;
  routing: Run[];
  easy: { picture: SheetPicture | null; means: Run[]; words: Run[] } | null;
}

interface SheetPicture {
  place: number;
  alt: string;
}

/**
 * Letters of one language and format, as Typst reads them. `qrs` are SVG drawings, one a letter, null where there is no code.
 * Throws when a language has no typeface; the printer asks `scriptOf` first.
 */
export function sheetOf(letters: readonly Letter[], qrs: readonly (string | null)[]): Sheet {
  const first = letters[0];
  if (!first) throw new Error('A file needs at least one letter.');
  if (!isPageFormat(first.format)) throw new Error(`"${first.format}" is not set on pages.`);
  const script = mustScript(first.language);
  const size = sizes[first.format];
  const pictures = shelf();
  const set = letters.map((letter, i) => sheetLetter(letter, { script, shelf: pictures }, qrs[i] ?? null));
  return {
    title: first.title,
    author: first.landlordName,
    script,
    addressScript,
    latinFonts: script.direction === 'ltr' ? script.fonts : latinFonts,
    size: { ...size, bottom: footRoom(size, script.lineHeight), footLines: footLines(size, script.lineHeight) },
    letters: set,
    pictures: [...pictures.held.keys()],
  };
}

function mustScript(language: string): Script {
  const script = scriptOf(language);
  if (!script) throw new Error(`We hold no typeface for the language "${language}".`);
  return script;
}

interface Setting {
  script: Script;
  shelf: Shelf;
}

/** Pictures of a file, each kept once: a hundred letters show the same ones. */
interface Shelf {
  held: Map<string, number>;
  place(picture: Picture): SheetPicture;
}

function shelf(): Shelf {
  const held = new Map<string, number>();
  return {
    held,
    place({ svg, alt }) {
      if (!held.has(svg)) held.set(svg, held.size);
      return { place: held.get(svg) ?? 0, alt };
    },
  };
}

function sheetLetter(letter: Letter, { script, shelf }: Setting, qr: string | null): SheetLetter {
  const words = (text: string) => runsOf(text, script.direction);
  return {
    address: windowLines(letter.address),
    landlordName: words(letter.landlordName),
    landlordAddress: letter.landlordAddress,
    dateline: words(letter.dateline),
    versionline: words(letter.versionline),
    title: words(letter.title),
    paragraphs: letter.paragraphs.map(words),
    pictured: (letter.pictured ?? []).map(({ picture, text }) => ({
      picture: shelf.place(picture),
      words: words(text),
    })),
    code: letter.code && {
      digits: letter.code.digits.replaceAll(' ', '\u00A0'),
      label: words(letter.code.label),
      alt: `QR: ${letter.code.url}`,
      qr: qr ?? '',
    },
    formTitle: words(letter.formTitle),
    formHelp: letter.formHelp.map(words),
    formEnd: (letter.formEnd ?? []).map(words),
    questions: letter.questions.map((question) => sheetQuestion(question, words, shelf)),
    otherLanguages: letter.otherLanguages.map(({ language, text }) => {
      const other = mustScript(language);
      return { script: other, words: runsOf(text, other.direction) };
    }),
    pageLabel: letter.pageLabel,
  };
}

function sheetQuestion(question: LetterQuestion, words: (text: string) => Run[], { place }: Shelf): SheetQuestion {
  const { easy } = question;
  return {
    number: String(question.number),
    before: (question.pageText ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(words),
    title: words(question.title),
    hint: words(question.hint),
    // A 0-10 scale whose option is called by its number is printed once.
    options: question.options.map(({ number, label }) => ({
      number: String(number),
      label: label === String(number) ? [] : words(label),
    })),
    lines: question.lines,
    routing: words(question.routing),
    easy: easy
      ? { picture: easy.picture && place(easy.picture), means: words(easy.means), words: words(easy.words) }
      : null,
  };
}
