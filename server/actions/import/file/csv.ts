import Papa from 'papaparse';
import { type FileBytes, FileError, piecesOf, type SheetRow } from './bytes.ts';

/** How the text of a file is to be read. */
export interface CsvShape {
  kind: 'csv';
  encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  delimiter: string;
  /** Lines, which is rows where no cell has a line break. */
  rows: number;
}

const delimiters = [',', ';', '\t', '|'];
const lineFeed = 10;
const carriageReturn = 13;

/** Spreadsheets that write "Unicode text" begin with its mark. */
function markedEncoding([first = 0, second = 0]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** The sign that parts cells: the one that stands most often in the heading, outside quotation marks. */
function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '');
  const counted = delimiters.map((sign) => ({ sign, count: bare.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

function countLines(piece: Uint8Array): number {
  const count = (sign: number) => {
    let found = 0;
    for (let at = piece.indexOf(sign); at !== -1; at = piece.indexOf(sign, at + 1)) found += 1;
    return found;
  };
  return Math.max(count(lineFeed), count(carriageReturn));
}

/** Looks through a text file once: whether it is UTF-8 (older spreadsheets on Windows write 1252), what parts its cells, and how long it is. */
export async function csvShape(file: FileBytes): Promise<CsvShape> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const marked = markedEncoding(await file.read(0, 2));
  let utf8 = marked === null;
  let rows = 1;
  for await (const piece of piecesOf(file)) {
    rows += countLines(piece);
    if (!utf8) continue;
    try {
      strict.decode(piece, { stream: true });
    } catch {
      utf8 = false;
    }
  }
  const encoding = marked ?? (utf8 ? 'utf-8' : 'windows-1252');
  const start = new TextDecoder(encoding).decode(await file.read(0, 16_384));
  const heading = start.split(/[\r\n]+/).reduce((longest, line) => (line.length > longest.length ? line : longest), '');
  return { kind: 'csv', encoding, delimiter: delimiterOf(heading), rows };
}

/** Text with one kind of line end and nothing Postgres refuses. */
function plainText(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  return lines.includes('\0') ? lines.replaceAll('\0', '') : lines;
}

async function* textOf(file: FileBytes, encoding: CsvShape['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const piece of piecesOf(file)) {
    const text = held + decoder.decode(piece, { stream: true });
    // A carriage return at the very end may be the first half of a line end.
    held = text.endsWith('\r') ? '\r' : '';
    yield plainText(held ? text.slice(0, -1) : text);
  }
  yield plainText(held + decoder.decode());
}

/** A cell longer than this is a quotation mark that somebody forgot to close. */
const longestOpenText = 2 * 1024 * 1024;

const openQuote = (row: number) =>
  new FileError(`Row ${row} has a quotation mark that is not closed. What follows cannot be told apart.`);

/** Rows of a text file, some at a time. Throws `FileError` where a quotation mark is left open. */
export async function* csvRows(file: FileBytes, { encoding, delimiter }: CsvShape): AsyncGenerator<SheetRow[]> {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  let rest = '';
  let row = 0;
  const numbered = (data: string[][]): SheetRow[] =>
    data.map((cells) => {
      row += 1;
      return { row, cells };
    });
  for await (const text of textOf(file, encoding)) {
    rest += text;
    const { data, meta } = parser.parse(rest, 0, true) as Papa.ParseResult<string[]>;
    rest = rest.slice(meta.cursor);
    if (rest.length > longestOpenText) throw openQuote(row + data.length + 1);
    yield numbered(data);
  }
  const last = parser.parse(rest, 0, false) as Papa.ParseResult<string[]>;
  const open = last.errors.find((error) => error.type === 'Quotes');
  if (open) throw openQuote(row + (open.row ?? 0) + 1);
  yield numbered(last.data);
}
