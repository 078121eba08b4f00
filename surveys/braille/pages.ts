/** Braille on its pages: 40 cells by 25 lines, the first with what the paper is and its page. Never a word split, nor a question that fits a page. */
import { indicators } from './cells.ts';
import { transcribe, type Word } from './transcribe.ts';

/** The common page of the United Kingdom. */
export const pageSize = { cells: 40, lines: 25 } as const;

/** One stretch of words, by how it stands on the page. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'answer' | 'note';
  text: string;
}

/** A line as it is printed for those who see, and its cells. */
export interface Line {
  print: string;
  cells: string;
}

/** Cells before the first line and before those after it: paragraphs begin in cell 3, lists go on two cells further in. */
const indents: Record<Block['kind'], readonly [number, number]> = {
  heading: [4, 4],
  paragraph: [2, 0],
  item: [0, 4],
  answer: [2, 6],
  note: [4, 4],
};

/** How words are written: as braille, or as they are, for a transcriber. */
export type Writer = (text: string) => Word[];
export const asBraille: Writer = transcribe;
export const asPlain: Writer = (text) =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ print: word, cells: word }));

const blank: Line = { print: '', cells: '' };
const wide = (cells: string): number => [...cells].length;

/** A word wider than a line is the one thing that is broken: with a dot 5, as a long address of the web is. */
function fitted(word: Word, room: number): Word[] {
  const signs = [...word.cells];
  if (signs.length <= room) return [word];
  const head = signs.slice(0, room - 1).join('') + indicators.continuation;
  return [{ print: word.print, cells: head }, ...fitted({ print: '', cells: signs.slice(room - 1).join('') }, room)];
}

/** The lines of one block. */
function linesOf({ kind, text }: Block, write: Writer): Line[] {
  const [first, further] = indents[kind];
  const lines: Line[] = [];
  let line: Word[] = [];
  const indent = () => (lines.length === 0 ? first : further);
  const close = () => {
    const space = ' '.repeat(indent());
    const set = (part: 'print' | 'cells') => space + line.map((word) => word[part]).join(' ');
    lines.push({ print: set('print').trimEnd(), cells: set('cells') });
    line = [];
  };
  for (const word of write(text).flatMap((one) => fitted(one, pageSize.cells - Math.max(first, further)))) {
    const used = line.reduce((sum, one) => sum + wide(one.cells) + 1, indent());
    if (line.length > 0 && used + wide(word.cells) > pageSize.cells) close();
    line.push(word);
  }
  if (line.length > 0) close();
  return lines;
}

/** The first line of a page: as much of the head as has room, and the page at the end. */
function headLine(head: string, page: number, write: Writer): Line {
  const number = write(String(page))[0]?.cells ?? '';
  const kept: Word[] = [];
  const width = () => kept.reduce((sum, word) => sum + wide(word.cells) + 1, 0);
  for (const word of write(head)) {
    if (width() + wide(word.cells) + 3 + wide(number) > pageSize.cells) break;
    kept.push(word);
  }
  const cells = kept.map((word) => word.cells).join(' ');
  const print = kept.map((word) => word.print).join(' ');
  const gap = ' '.repeat(pageSize.cells - wide(cells) - wide(number));
  return { print: `${print}   ${page}`, cells: cells + gap + number };
}

/** Groups of blocks on pages: a blank line between groups, and a group that fits on a page never over two. */
export function layPages(head: string, groups: readonly (readonly Block[])[], write: Writer): Line[][] {
  const room = pageSize.lines - 1;
  const pages: Line[][] = [[]];
  for (const group of groups) {
    const lines = group.flatMap((block) => linesOf(block, write));
    const page = pages.at(-1) ?? [];
    const gap = page.length > 0 ? 1 : 0;
    if (page.length > 0 && page.length + gap + Math.min(lines.length, room) > room) pages.push([]);
    else if (gap > 0) page.push(blank);
    for (const line of lines) {
      if ((pages.at(-1)?.length ?? 0) >= room) pages.push([]);
      pages.at(-1)?.push(line);
    }
  }
  return pages.map((lines, place) => [headLine(head, place + 1, write), ...lines]);
}

/** Pages as a file: lines ended by carriage return and line feed, pages by a form feed. */
export const toFile = (pages: readonly (readonly Line[])[]): string =>
  pages.map((lines) => `${lines.map(({ cells }) => `${cells.trimEnd()}\r\n`).join('')}\f`).join('');
