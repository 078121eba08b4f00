import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { pageFormats } from '../../surveys/format.ts';
import { languageCodes } from '../../surveys/language.ts';
import { sampleLanguages, sampleLetter } from '../../test/support/letters.ts';
import { RefusedError } from '../errors.ts';
import { compile, createCompiler } from './compile.node.ts';
import { packLetter } from './pack.ts';
import type { Letter } from './printer.ts';
import { qrSvg } from './qr.node.ts';
import { LetterRefusedError } from './refused.ts';
import { sheetOf } from './sheet.ts';
import { createTypstPrinter, LETTERS_PER_FILE, LETTERS_PER_THREAD } from './typst.node.ts';

const printer = createTypstPrinter();
afterAll(() => printer.close());

const compiler = createCompiler();
const everyEdition = sampleLanguages.flatMap((language) => pageFormats.map((format) => ({ language, format })));
const ascii = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const refusal = (letters: readonly Letter[]) =>
  printer.print(letters).then(
    () => null,
    (error: unknown) => error,
  );

describe.each(everyEdition)('$language $format', ({ language, format }) => {
  test('prints as tagged PDF/UA-1 in its language, each letter from an odd page', async () => {
    const letter = sampleLetter(language, format);
    const { pdf, pages } = await printer.print([letter, letter]);
    expect(ascii(pdf)).toMatch(/^%PDF-1\.7/);
    expect(ascii(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(ascii(pdf)).toContain(`<rdf:li>${language}</rdf:li>`);
    // A letter of two pages at most, and a form of two to five; giant print takes twice as many.
    expect(pages[0]).toBeGreaterThanOrEqual(4);
    expect(pages[0]).toBeLessThanOrEqual(format === 'giant' ? 20 : 9);
    expect(pages[1]).toBe(pages[0]);
  });

  test('puts the address in the window of the envelope', async () => {
    const letter = sampleLetter(language, format);
    const drawn = compile(compiler, sheetOf([letter, letter], [await qrSvg('https://example.org/s/1'), '<svg/>']));
    for (const { start, address } of drawn.letters) {
      expect(start % 2).toBe(1);
      expect(address.x).toBeCloseTo(24.6, 3);
      expect(address.y).toBeCloseTo(39.5, 3);
      expect(address.height).toBeLessThanOrEqual(26.8);
      expect(address.widest).toBeLessThanOrEqual(95.4);
    }
  });
});

test('large print takes more pages than standard', async () => {
  const { questions } = sampleLetter('en', 'standard');
  const long = [...questions, ...questions, ...questions];
  const count = async (format: Letter['format']) =>
    (await printer.print([sampleLetter('en', format, { questions: long })])).pages[0] ?? 0;
  expect(await count('large')).toBeGreaterThan(await count('standard'));
});

test('the same letter prints to the same bytes', async () => {
  const [first, second] = await Promise.all([
    printer.print([sampleLetter('cy', 'large')]),
    printer.print([sampleLetter('cy', 'large')]),
  ]);
  expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
});

test('prints words, not markup', async () => {
  const paragraphs = ['#panic("no") $x$ *a* _b_ `c` @d <e> \\ // /* #{', '= Heading', '- item'];
  const letter = sampleLetter('en', 'standard', {
    title: '#panic("no")',
    paragraphs,
    questions: [],
    otherLanguages: [],
  });
  expect((await printer.print([letter])).pages).toEqual([1]);
});

test('prints a pack: covering letter, agenda and a form, with no code', async () => {
  const { formTitle, formHelp, ...letter } = sampleLetter('en', 'large');
  const items = [1, 2, 3].map((number) => ({
    number,
    title: `Item ${number}`,
    summary: 'What we found in 212 homes.',
  }));
  const pack = packLetter({
    ...letter,
    formTitle,
    formHelp,
    opening: ['Dear member,'],
    closing: ['Thank you.'],
    items,
  });
  expect(pack.code).toBeNull();
  expect(pack.paragraphs).toContain('**2. Item 2** What we found in 212 homes.');
  expect((await printer.print([pack])).pages[0]).toBeGreaterThanOrEqual(3);
});

test('a letter with no questions and no code is a plain letter', async () => {
  const plain = sampleLetter('en', 'standard', {
    questions: [],
    code: null,
    formTitle: '',
    formHelp: [],
    otherLanguages: [],
  });
  expect((await printer.print([plain])).pages).toEqual([1]);
});

test('a question taller than a page is split, and nothing of it is lost', async () => {
  const options = Array.from({ length: 60 }, (_, i) => ({ number: i + 1, label: `Answer ${i + 1}` }));
  const questions = [{ number: 1, title: 'Which?', hint: '', options, lines: 0, routing: '' }];
  expect((await printer.print([sampleLetter('en', 'large', { questions })])).pages[0]).toBeGreaterThanOrEqual(5);
});

test('names the letters no typeface can print, and prints the rest without them', async () => {
  const good = sampleLetter('en', 'standard', { deliveryId: 'good' });
  const bad = sampleLetter('en', 'standard', { deliveryId: 'bad', address: ['漢 字', '1 High Street', 'OX1 1AA'] });
  const error = await refusal([good, bad, good]);
  expect(error).toBeInstanceOf(LetterRefusedError);
  expect(error).toBeInstanceOf(RefusedError);
  expect(error).toMatchObject({
    code: 'letter_not_printable',
    failure: 'hard',
    letters: [{ deliveryId: 'bad', reason: 'No typeface we hold can print 漢 字.' }],
  });
  expect((await printer.print([good])).pages).toHaveLength(1);
});

test.each([
  ['a title left out', { title: '' }],
  ['an address taller than the window', { address: [...Array(4).fill('Flat twelve, '.repeat(9)), 'OX1 1AA'] }],
  ['a word wider than the window', { address: ['W'.repeat(40), '1 High Street', 'OX1 1AA'] }],
])('refuses %s', async (_, changes) => {
  expect(await refusal([sampleLetter('en', 'standard', { deliveryId: 'bad', ...changes })])).toMatchObject({
    letters: [{ deliveryId: 'bad' }],
  });
});

test.each([
  ['no_letters', []],
  ['too_many_letters', Array(LETTERS_PER_FILE + 1).fill(sampleLetter('en', 'standard'))],
  ['mixed_letters', [sampleLetter('en', 'standard'), sampleLetter('en', 'large')]],
  ['mixed_letters', [sampleLetter('en', 'standard'), sampleLetter('pl', 'standard')]],
  ['no_typeface', [sampleLetter('en', 'standard', { language: 'ta' })]],
  ['no_typeface', [sampleLetter('en', 'standard', { otherLanguages: [{ language: 'th', text: '?' }] })]],
])('refuses a file: %s', async (code, letters) => {
  const error = await refusal(letters);
  expect(error).toBeInstanceOf(RefusedError);
  expect(error).toMatchObject({ code });
});

test('renews its thread before memory grows', async () => {
  const own = createTypstPrinter();
  const short = sampleLetter('en', 'standard', { questions: [], formTitle: '', formHelp: [], otherLanguages: [] });
  const file = (letters: number) => own.print(Array.from({ length: letters }, () => short));
  const files = await Promise.all([file(100), file(LETTERS_PER_THREAD - 100), file(1)]);
  expect(own.threads).toBe(2);
  expect(files.map(({ pages }) => pages.length)).toEqual([100, 50, 1]);
  await own.close();
});

test.each(languageCodes)('has a typeface for every phrase of %s', async (language) => {
  const phrases = phrasesOf(language);
  const changes = { language, paragraphs: phrases, questions: [], formTitle: '', formHelp: [], formEnd: [] };
  const { pages } = await printer.print([sampleLetter('en', 'standard', changes)]);
  expect(phrases.length).toBeGreaterThan(100);
  expect(pages[0]).toBeGreaterThan(1);
});

/** Every form of every phrase a resident can be sent, whatever the shape of the file. */
function phrasesOf(language: string): string[] {
  const book: unknown = JSON.parse(
    readFileSync(new URL(`../../surveys/locales/${language}.json`, import.meta.url), 'utf8'),
  );
  const strings = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(strings)
        : [];
  return strings(book).filter((text) => text !== '');
}

test('a letter is pictured page by page, one under another, where that is asked for', async () => {
  const letter = sampleLetter('en', 'standard');
  const { picture = '', pages } = await printer.print([letter], true);
  const height = Number(/viewBox="0 0 \S+ ([\d.]+)"/.exec(picture)?.[1]);
  const millimetresOfA4 = 297;
  expect(height).toBeCloseTo(((pages[0] ?? 0) * millimetresOfA4 * 72) / 25.4, 0);
  // The white of later pages would stand on the first.
  expect(picture).not.toMatch(/^ {4}<path[^>]*fill="#ffffff"/m);
  expect((await printer.print([letter])).picture).toBeUndefined();
});
