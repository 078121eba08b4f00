import Papa from 'papaparse';
import type { StandingStatus } from '../../../../surveys/questionnaire/translation/types.ts';
import { placeOf, placeWords } from '../../../../surveys/questionnaire/translation/where.ts';
import { type FileState, maxUnits, notesOf, type Outgoing, type ReadFile, TranslationFileError } from './unit.ts';
import { stateOf } from './xliff-write.ts';

/** What a spreadsheet would run as a formula, behind apostrophes that words may have of their own. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/** One more apostrophe in front, which `unguarded` takes off again: what was written comes back letter by letter. */
const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);
const unguarded = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);

const line = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

/** The texts of one language as a spreadsheet: UTF-8 with the mark Excel needs. The headings name the languages. */
export function writeCsv(out: Outgoing): string {
  const { source, target, compiled, standings } = out;
  const head = ['key', 'where', `source (${source})`, `target (${target})`, 'status', 'note'];
  const rows = standings.map((one) => {
    const where = placeWords(placeOf(one.key, compiled));
    return [one.key, where, one.source, one.text, one.status, notesOf(one, out).join(' ')];
  });
  return `\ufeff${[head, ...rows].map(line).join('')}`;
}

/** Excel on Windows saves "CSV" in its own letters unless it is asked for UTF-8; the letters of Urdu are then lost, so it is refused. */
export function textOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TranslationFileError(
      'This file is not UTF-8, so its letters may be lost. Save it as "CSV UTF-8" and bring that.',
    );
  }
}

interface Head {
  key: number;
  source: number;
  target: number;
  status: number;
  from: string | null;
  to: string | null;
}

function headOf(cells: readonly string[]): Head {
  const read = cells.map((cell) => /^\s*(\w+)\s*(?:\(([\w-]+)\))?\s*$/.exec(cell.toLowerCase()));
  const at = (name: string) => read.findIndex((one) => one?.[1] === name);
  const missing = ['key', 'source', 'target'].filter((name) => at(name) < 0);
  if (missing.length > 0)
    throw new TranslationFileError(
      `The first row must name the columns. There is no column "${missing.join('", "')}".`,
    );
  const tongue = (name: string) => {
    const code = /\(([\w-]+)\)/.exec(cells[at(name)] ?? '')?.[1];
    return code ?? null;
  };
  const columns = { key: at('key'), source: at('source'), target: at('target'), status: at('status') };
  return { ...columns, from: tongue('source'), to: tongue('target') };
}

/** What the column of statuses says; where it says nothing, words are somebody's draft. */
function stateIn(words: string): FileState {
  const status = words.trim().toLowerCase();
  if (status === 'missing' || status === 'stale' || status === '') return 'unsaid';
  return Object.hasOwn(stateOf, status) ? stateOf[status as StandingStatus] : 'unsaid';
}

const tidy = (text: string): string => unguarded(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim());

/** Reads a spreadsheet of texts. Throws `TranslationFileError` with a sentence for what cannot be read. */
export function readCsv(text: string): ReadFile {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  });
  if (errors.some(({ type }) => type === 'Quotes'))
    throw new TranslationFileError('A quotation mark in this file is not closed. What follows cannot be told apart.');
  const [first = [], ...rows] = data;
  const head = headOf(first);
  if (rows.length > maxUnits) throw new TranslationFileError(`This file has more than ${maxUnits} texts.`);
  const cell = (cells: readonly string[], at: number) => tidy(cells[at] ?? '');
  return {
    source: head.from,
    target: head.to,
    units: rows.map((cells) => ({
      key: cell(cells, head.key),
      source: cell(cells, head.source),
      text: cell(cells, head.target),
      state: stateIn(cells[head.status] ?? ''),
    })),
  };
}
