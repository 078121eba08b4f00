/** CSV as RFC 4180 has it, with our own guard: no cell that a spreadsheet would run as a formula. */
export type Cell = string | number | null;

/** What starts a formula, plain or full-width, after any spaces a spreadsheet would skip. */
const formula = /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠]/u;
/** A whole or decimal number, which a spreadsheet takes as it is. */
const plainNumber = /^-?\d+(\.\d+)?$/;
const mustQuote = /[",\r\n\t]|^\s|\s$/;

/** One cell as text: a formula gets an apostrophe in front, numbers stay numbers, negative ones too. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const clean = cell.replaceAll('\u0000', '');
  const safe = isFormula(clean) ? `'${clean}` : clean;
  return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isFormula = (text: string): boolean => !plainNumber.test(text) && (formula.test(text) || /^[\t\r\n]/.test(text));

/** One row with its line end. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** More rows of a file that has begun: only its start carries the mark. */
export const csvLater = (rows: readonly (readonly Cell[])[]): string => rows.map(csvRow).join('');

/** Rows as pieces of text of about `size` letters, for sending while they are made; starts with the mark Excel needs for UTF-8. */
export function* csvPieces(rows: Iterable<readonly Cell[]>, size = 65_536): Generator<string> {
  let piece = '\ufeff';
  for (const row of rows) {
    piece += csvRow(row);
    if (piece.length < size) continue;
    yield piece;
    piece = '';
  }
  if (piece.length > 0) yield piece;
}
