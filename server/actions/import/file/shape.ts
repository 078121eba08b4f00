import { type FileBytes, FileError, type SheetRow } from './bytes.ts';
import { type CsvShape, csvRows, csvShape } from './csv.ts';
import { type XlsxShape, xlsxRows, xlsxShape } from './xlsx.ts';

/** What kind of file it is and how to read it, whatever its name says. */
export type Shape = CsvShape | XlsxShape;

/** More rows than this come in several files. */
export const maxRows = 100_000;

const startsWith = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
/** How files of Office before 2007 begin, and workbooks locked with a password. */
const isOldOffice = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b);

const encrypted = new TextDecoder('utf-16le').decode(
  new Uint8Array([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])),
);

/** A locked workbook names its one part in UTF-16, within its first megabyte or its last. */
async function isLocked(file: FileBytes): Promise<boolean> {
  const span = 1024 * 1024;
  for (const from of [0, Math.max(0, file.size - span)]) {
    const words = new TextDecoder('utf-16le').decode(await file.read(from, span));
    if (words.includes(encrypted)) return true;
  }
  return false;
}

async function refuseOldOffice(file: FileBytes): Promise<never> {
  throw new FileError(
    (await isLocked(file))
      ? 'This workbook is locked with a password. Open it, take the password off, save it, and bring that.'
      : 'This is an Excel file of the old kind (.xls). Open it, save it as .xlsx or CSV, and bring that.',
  );
}

function refuseOtherText(start: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(start).trimStart().slice(0, 2000).toLowerCase();
  if (/^(<!doctype html|<html|<table|<head|<meta|<style|<div)/.test(text) || /<table[\s>]/.test(text))
    throw new FileError(
      'This file is a web page with the name of a spreadsheet. Open it in Excel, save it as .xlsx or CSV, and bring that.',
    );
  if (/^(%pdf-|\{\\rtf|<\?xml)/.test(text))
    throw new FileError('This is not a spreadsheet. Save it as .xlsx or CSV and bring that.');
}

/** Finds out how to read a file. Throws `FileError` for one that is empty or not a spreadsheet we can read. */
export async function shapeOf(file: FileBytes): Promise<Shape> {
  const start = await file.read(0, 4096);
  if (start.every((byte) => byte <= 32))
    throw new FileError('This file is empty. Its first row must name the columns.');
  if (isOldOffice(start)) return refuseOldOffice(file);
  if (isZip(start)) return xlsxShape(file);
  refuseOtherText(start);
  return csvShape(file);
}

/** The rows of a file, some at a time. Throws `FileError` past the most rows we take. */
export async function* rowsOf(file: FileBytes, shape: Shape): AsyncGenerator<SheetRow[]> {
  const batches = shape.kind === 'csv' ? csvRows(file, shape) : xlsxRows(file, shape);
  for await (const rows of batches) {
    if ((rows.at(-1)?.row ?? 0) > maxRows + 1 && rows.some(({ row, cells }) => row > maxRows + 1 && !isBlank(cells)))
      throw new FileError(
        `This file has more than ${maxRows.toLocaleString('en-GB')} rows. Bring it in several files.`,
      );
    yield rows;
  }
}

/** True for a row with nothing in it. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
