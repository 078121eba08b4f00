import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { NumberedPaper } from '../papers/numbered.ts';
import { asBraille, type Block, layPages, pageSize, toFile } from './pages.ts';
import { blocksOf, brailleFile, braillePages, isTranscribed, paperUntellable } from './paper.ts';

const paper: NumberedPaper = {
  landlordName: 'Millbrook Homes',
  dateline: '1 April 2026',
  versionline: 'Version 4',
  title: 'Please tell us what it is like to live in your home.',
  paragraphs: ['Dear resident,', '**Online:** ask.millbrook.uk/s and type this code: 4821 0937 5526'],
  code: { digits: '4821 0937 5526', label: 'Your code' },
  formTitle: 'Questions',
  formHelp: ['There are no boxes to mark. Each question has a number.'],
  questions: [
    {
      number: 1,
      title: 'How clean are the stairs and halls?',
      hint: 'Please choose one of these.',
      options: ['Clean', 'OK', 'Dirty'].map((label, place) => ({ number: place + 1, label })),
      routing: 'If you chose 1, go to question 3.',
    },
    { number: 2, title: 'Why?', hint: 'Answer in your own words.', options: [], routing: '' },
  ],
  formEnd: ['That was the last question. Thank you.'],
};
const golden = (name: string) => readFileSync(new URL(`../../test/cases/braille/${name}`, import.meta.url), 'utf8');

test('a paper as a file of braille', () => {
  expect(brailleFile(paper, true)).toBe(golden('letter.brf'));
});

test('the same as plain words for a transcriber', () => {
  expect(brailleFile({ ...paper, landlordName: 'Cartrefi’r Felin' }, false)).toBe(golden('letter.txt'));
});

test('pages are 40 cells by 25 lines, each with what it is and its number, none with a word split', () => {
  const pages = braillePages({ ...paper, questions: Array.from({ length: 9 }, () => paper.questions).flat() }, true);
  expect(pages.length).toBeGreaterThan(3);
  for (const [place, lines] of pages.entries()) {
    expect(lines.length).toBeLessThanOrEqual(pageSize.lines);
    for (const { cells } of lines) expect(cells.length).toBeLessThanOrEqual(pageSize.cells);
    expect(lines[0]?.cells).toMatch(/^,MILLBROOK ,HOMES3.* #[A-J]+$/);
    expect(lines[0]?.print).toMatch(new RegExp(` ${place + 1}$`));
  }
});

test('a question is never over two pages when it fits one', () => {
  const question: Block[] = [
    { kind: 'item', text: '1. Which?' },
    ...Array.from({ length: 9 }, (_, n): Block => ({ kind: 'answer', text: `${n + 1} Answer` })),
  ];
  const pages = layPages('Head', [question, question, question], asBraille);
  expect(pages.map((lines) => lines.filter(({ print }) => print.includes('Which')).length)).toEqual([2, 1]);
});

test('a word wider than a line goes on with a dot 5, and loses nothing', () => {
  const address = 'a'.repeat(90);
  const [lines = []] = layPages('Head', [[{ kind: 'paragraph', text: address }]], asBraille);
  const cells = lines.slice(1).map((line) => line.cells.trim());
  expect(cells.slice(0, -1).every((line) => line.endsWith('"'))).toBe(true);
  expect(cells.join('').replaceAll('"', '')).toBe(address.toUpperCase());
});

test('lines end in carriage return and line feed, pages in a form feed', () => {
  expect(toFile([[{ print: 'a', cells: 'A  ' }], [{ print: 'b', cells: 'B' }]])).toBe('A\r\n\fB\r\n\f');
});

test('English alone is transcribed, and a sign with no braille is told', () => {
  expect([isTranscribed('en'), isTranscribed('cy')]).toEqual([true, false]);
  expect(paperUntellable(paper)).toEqual([]);
  expect(paperUntellable({ ...paper, title: 'A ☂' })).toEqual(['☂']);
  expect(
    blocksOf({ ...paper, questions: [] })
      .flat()
      .map(({ text }) => text),
  ).not.toContain('Questions');
});
