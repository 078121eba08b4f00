import { importById, rejectedRows } from '../../../db/queries/imports.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { rowsOf } from './file/shape.ts';
import { type Head, storedFile, whatToFix } from './file.ts';
import type { Column } from './guess.ts';

/** A leading = + - @ or tab would run as a formula in a spreadsheet. Our reader takes the apostrophe off again. */
const cell = (words: string) => `"${words.replace(/^([=+\-@\t\r])/, "'$1").replaceAll('"', '""')}"`;
const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;

const sentence = (faults: readonly { column: string; reason: string }[]) =>
  faults.map(({ column, reason }) => (column === '' ? reason : `${column}: ${reason}`)).join(' ');

/**
 * The rows of a file that cannot be used, with one more column that says what to fix: the same columns, so that the mended file can be
 * brought in again. Throws `not_found` and, when the file is kept no more, `forgotten`.
 */
export async function rejectsFile(deps: Deps, id: string): Promise<{ filename: string; csv: string }> {
  const seen = await importById<Head, Column>(deps.db, id);
  if (seen === null) throw problems.notFound('import');
  if (!seen.hasFile || seen.shape === null)
    throw problems.conflict('forgotten', 'This file is kept no more. Bring it again to see what to fix.');
  const { file, headingRow } = seen.shape;
  const reasons = new Map((await rejectedRows(deps.db, id)).map(({ row, faults }) => [row, sentence(faults)]));
  const columns = seen.columns?.length ?? 0;
  const padded = (cells: readonly string[]) => [...cells, ...Array(Math.max(0, columns - cells.length)).fill('')];
  const lines: string[] = [];
  let fixAt = -1;
  for await (const rows of rowsOf(storedFile(deps.db, seen), file)) {
    for (const { row, cells } of rows) {
      const isHeading = row === headingRow;
      const reason = isHeading ? whatToFix : reasons.get(row);
      if (reason === undefined) continue;
      if (isHeading) fixAt = cells.indexOf(whatToFix);
      const kept = padded(cells).filter((_, at) => at !== fixAt);
      lines.push(line([...kept, reason]));
    }
  }
  return { filename: `to-fix-${seen.filename.replace(/\.\w+$/, '')}.csv`, csv: `\uFEFF${lines.join('')}` };
}
