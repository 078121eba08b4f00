import type { Postage } from '../../surveys/fieldwork/postage.ts';
import { type EnvelopeSize, envelopeOf } from './prices.ts';
import type { Letter } from './printer.ts';

/** One letter of a print batch, as the mailing house needs to count it. No name and no address but the postcode. */
export interface ManifestLine {
  file: string;
  /** Place in the file, from 1. */
  sequence: number;
  deliveryId: string;
  pages: number;
  language: string;
  format: Letter['format'];
  postcode: string;
  /** What goes in the same envelope; empty for nothing. */
  enclose: string;
  postage: Postage;
  /** The envelope its sheets need; what is enclosed comes on top. */
  size: EnvelopeSize;
}

const postageWords: Readonly<Record<Postage, string>> = { first: '1st class', second: '2nd class', economy: 'economy' };
const sizeWords: Readonly<Record<EnvelopeSize, string>> = { letter: 'letter', large_letter: 'large letter' };

const columns: readonly { name: string; cell: (line: ManifestLine) => string | number }[] = [
  { name: 'file', cell: ({ file }) => file },
  { name: 'sequence', cell: ({ sequence }) => sequence },
  { name: 'delivery', cell: ({ deliveryId }) => deliveryId },
  { name: 'pages', cell: ({ pages }) => pages },
  { name: 'sheets', cell: ({ pages }) => sheetsOf(pages) },
  { name: 'language', cell: ({ language }) => language },
  { name: 'format', cell: ({ format }) => format },
  { name: 'postcode', cell: ({ postcode }) => postcode },
  { name: 'enclose', cell: ({ enclose }) => enclose },
  { name: 'postage', cell: ({ postage }) => postageWords[postage] },
  { name: 'size', cell: ({ size }) => sizeWords[size] },
];

/** Sheets of paper a letter takes: printed on both sides, each letter beginning a new sheet. */
export function sheetsOf(pages: number): number {
  return Math.ceil(pages / 2);
}

/** The manifest of one file: takes the letters as printed and their pages, in the same order; gives its lines. */
export function manifestLines(
  { file, postage }: { file: string; postage: Postage },
  letters: readonly Letter[],
  pages: readonly number[],
): ManifestLine[] {
  return letters.map(({ deliveryId, language, format, address, enclosed = [] }, i) => ({
    file,
    sequence: i + 1,
    deliveryId,
    pages: pages[i] ?? 0,
    language,
    format,
    postcode: address.at(-1) ?? '',
    enclose: enclosed.join('; '),
    postage,
    size: envelopeOf(sheetsOf(pages[i] ?? 0), { folds: format !== 'braille' }),
  }));
}

/** CSV (RFC 4180) of any number of files' lines; a cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function manifestCsv(lines: readonly ManifestLine[]): string {
  return csvOf([
    columns.map(({ name }) => name),
    ...lines.map((line) => columns.map(({ cell }) => String(cell(line)))),
  ]);
}

/** Rows of cells as CSV, guarded the same way. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  [...rows.map((row) => row.map(quoted).join(',')), ''].join('\r\n');

/** Where one letter stands in its file: its place among the letters, and its first and last page, blank backs counted. */
export interface PlaceInFile {
  sequence: number;
  firstPage: number;
  lastPage: number;
}

/** Where each letter stands in its file, by delivery, from a manifest of one file. */
export function placesInFile(manifest: string): Map<string, PlaceInFile> {
  const places = new Map<string, PlaceInFile>();
  let firstPage = 1;
  for (const line of manifest.split('\r\n').slice(1)) {
    // The first four cells are ours and hold no commas.
    const [, sequence = '', deliveryId = '', pages = ''] = line.split(',');
    if (deliveryId === '') continue;
    places.set(deliveryId, { sequence: Number(sequence), firstPage, lastPage: firstPage + Number(pages) - 1 });
    firstPage += 2 * sheetsOf(Number(pages));
  }
  return places;
}

function quoted(cell: string): string {
  const guarded = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
