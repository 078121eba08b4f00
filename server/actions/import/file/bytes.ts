/** Why a whole file cannot be used, in a sentence for the person who brought it. */
export class FileError extends Error {}

/** A file that is read piece by piece, so that memory stays flat whatever its size. */
export interface FileBytes {
  size: number;
  read(from: number, length: number): Promise<Uint8Array>;
}

/** Bytes a piece: large enough that few round trips are made, small enough to forget. */
export const pieceBytes = 256 * 1024;

/** A file that is in memory already. */
export const bytesInMemory = (bytes: Uint8Array): FileBytes => ({
  size: bytes.length,
  read: async (from, length) => bytes.subarray(from, from + length),
});

/** The pieces of a part of a file, in order. */
export async function* piecesOf(file: FileBytes, from = 0, to = file.size): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += pieceBytes) yield await file.read(at, Math.min(pieceBytes, to - at));
}

/** One row of a sheet, numbered as the spreadsheet numbers it: the heading is row 1. */
export interface SheetRow {
  row: number;
  cells: string[];
}
