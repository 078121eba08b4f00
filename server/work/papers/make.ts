import type { Letter, Printer } from '../../../channels/post/printer.ts';
import type { Format } from '../../../surveys/format.ts';
import { folderOf } from './folder.ts';

/** A batch as it is handed over: a PDF to print, or a folder for whoever embosses or records. */
export interface MadeFile {
  file: Uint8Array;
  extension: 'pdf' | 'zip';
  /** Of each letter: printed pages, pages of braille, or tracks. */
  pages: readonly number[];
}

/** Makes the file of letters of one language and format. Throws `RefusedError` and `LetterRefusedError` as a printer does. */
export async function makeFile(
  printer: Printer,
  format: Format,
  letters: readonly Letter[],
  at: Date,
): Promise<MadeFile> {
  if (format === 'braille' || format === 'audio') return { ...folderOf(format, letters, at), extension: 'zip' };
  const { pdf, pages } = await printer.print(letters);
  return { file: pdf, extension: 'pdf', pages };
}
