import type { ClaimedImport } from '../../../db/commands/imports.ts';
import type { Db } from '../../../db/connect.ts';
import { filePiece } from '../../../db/queries/imports.ts';
import { plain } from './fields.ts';
import type { FileBytes } from './file/bytes.ts';
import type { Shape } from './file/shape.ts';
import type { Column } from './guess.ts';

/** What reading the head of a file found out. */
export interface Head {
  file: Shape;
  /** Which row names the columns. */
  headingRow: number;
  /** When columns with these headings were matched before. */
  remembered: string | null;
}

export type Claimed = ClaimedImport<Head, Column>;

/** The file of an import, read piece by piece from the database. */
export const storedFile = (db: Db, { id, size }: { id: string; size: number }): FileBytes => ({
  size,
  read: (from, length) => filePiece(db, id, from, length),
});

/** The column that our file of rows to fix adds: it is no part of the headings. */
export const whatToFix = 'What to fix';

/** What a set of headings is known by, whatever their order. */
export const headingsKey = (headings: readonly string[]): string =>
  headings
    .map(plain)
    .filter((heading) => heading !== '' && heading !== plain(whatToFix))
    .toSorted()
    .join('|');
