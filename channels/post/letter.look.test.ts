import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { formats, pageFormats } from '../../surveys/format.ts';
import { sampleLanguages, sampleLetter } from '../../test/support/letters.ts';
import { createTypstPrinter } from './typst.node.ts';

/** Reads the printed pages as a mailing house's reader would: with poppler, when this machine has it. */
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!poppler)
  console.info('Letters are not read back: poppler (pdftotext, pdftohtml, pdftoppm) is not installed here.');

const printer = createTypstPrinter();
const folder = mkdtempSync(join(tmpdir(), 'letters-'));
const fileOf = (name: string) => join(folder, `${name}.pdf`);
const everyEdition = sampleLanguages.flatMap((language) =>
  pageFormats.map((format) => ({ language, format, file: fileOf(`${language}-${format}`) })),
);

beforeAll(async () => {
  for (const { language, format, file } of everyEdition) {
    writeFileSync(file, (await printer.print([sampleLetter(language, format)])).pdf);
  }
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

function run(command: string, ...args: string[]): string {
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return stdout;
}

/** Words of page 1 with their boxes in points. */
function wordsOf(file: string) {
  const found = run('pdftotext', '-bbox', '-l', '1', file, '-').matchAll(
    /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</g,
  );
  return [...found].map(([, left, top, right, bottom, text]) => ({
    text,
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
}

const mm = 72 / 25.4;
// Poppler puts them round left-to-right words of a right-to-left page.
const bidiMarks = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

describe.runIf(poppler).each(everyEdition)('$language $format', ({ language, format, file }) => {
  const letter = sampleLetter(language, format);

  test('gives its words back as text', () => {
    const text = run('pdftotext', file, '-')
      .replace(bidiMarks, '')
      .replace(/[\u00A0\s]+/g, ' ');
    expect(text).toContain(letter.address.join(' '));
    expect(text).toContain('4821 0937 5526');
    // Poppler gives right-to-left words in the order drawn (and so does what Chromium prints), so those are not compared.
    const expected = language === 'ur' ? [] : [letter.title, letter.formTitle, letter.questions[0]?.title ?? ''];
    for (const words of expected) expect(text).toContain(words);
  });

  test('carries page, code and version at the foot of every page', () => {
    const pages = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
    for (const page of pages) expect(page.trimEnd().split('\n').slice(-6).join(' ')).toMatch(/4821\s0937\s5526/);
    expect(pages.length).toBeGreaterThanOrEqual(4);
  });

  test('shows the address, and nothing else, in the window', () => {
    const inWindow = wordsOf(file).filter(
      ({ left, right, top, bottom }) =>
        right > 24.6 * mm && left < 120 * mm && (top + bottom) / 2 > 39.5 * mm && (top + bottom) / 2 < 66.3 * mm,
    );
    expect(inWindow.map(({ text }) => text).join(' ')).toBe(letter.address.join(' '));
  });

  test('has no type under 12 point, no italics and no underline', () => {
    const html = run('pdftohtml', '-xml', '-i', '-stdout', '-zoom', '1', '-fontfullname', file);
    const sizes = [...html.matchAll(/<fontspec [^>]*size="(-?\d+)"/g)].map(([, size]) => Number(size));
    // The address alone may be smaller than the words, to fit its window; never under 12.
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    expect(sizes).toContain(formats[format].points);
    expect(html).not.toMatch(/<(i|u)>|Italic|Oblique/);
  });

  // Poppler gives the words of Nastaliq in pieces, so that those are looked at by people.
  test.runIf(language !== 'ur')('keeps every question on one page', () => {
    const pages = run('pdftotext', '-layout', file, '-').split('\f');
    for (const { number, options, title } of letter.questions) {
      const start = `${number}. ${title.split(' ').slice(0, 2).join(' ')}`;
      const page = pages.find((one) => one.includes(start)) ?? '';
      expect(page).not.toBe('');
      const labels = options.map(({ label }) => label.split(' ')[0] ?? '').filter((word) => /[a-z]{3}/i.test(word));
      expect(labels.filter((word) => !page.includes(word))).toEqual([]);
    }
  });

  test('has a QR code that opens the survey', async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });
    run('pdftoppm', '-r', '120', '-png', '-l', '1', '-singlefile', file, file);
    const [code] = await readBarcodes(new Blob([new Uint8Array(readFileSync(`${file}.png`))]), { formats: ['QRCode'] });
    expect(code?.text).toBe(letter.code?.url);
  });
});
