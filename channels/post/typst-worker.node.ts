import { parentPort } from 'node:worker_threads';
import { type Compiled, compile, createCompiler, TypstFault } from './compile.node.ts';
import type { Letter, PrintedFile } from './printer.ts';
import { qrSvg } from './qr.node.ts';
import type { RefusedLetter } from './refused.ts';
import { sheetOf } from './sheet.ts';

/** What the thread is asked: letters of one file, and whether to picture its pages. */
export interface Asked {
  letters: readonly Letter[];
  pictured: boolean;
}

/** What the thread answers: the file, the letters that spoil it, or a fault of ours. */
export type Answer = { printed: PrintedFile } | { refused: readonly RefusedLetter[] } | { fault: string };

/** The address block of a C5 window envelope in millimetres (letter specification of GOV.UK Notify). */
const WINDOW = { width: 95.4, height: 26.8 };

const compiler = createCompiler();

parentPort?.on('message', async (asked: Asked) => {
  parentPort?.postMessage(await answer(asked));
});

async function answer(asked: Asked): Promise<Answer> {
  try {
    return await print(asked);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function print({ letters, pictured }: Asked): Promise<Answer> {
  const qrs = await Promise.all(letters.map(({ code }) => (code ? qrSvg(code.url) : null)));
  const whole = attempt(letters, qrs, pictured);
  if (whole instanceof TypstFault) return { refused: spoilers(letters, qrs, whole) };
  const refused = letters.flatMap((letter, i) => outgrown(letter, whole, i));
  if (refused.length > 0) return { refused };
  const pages = whole.letters.map(({ start, end }) => end - start + 1);
  return { printed: { pdf: whole.pdf, pages, picture: whole.picture } };
}

function attempt(letters: readonly Letter[], qrs: readonly (string | null)[], pictured = false): Compiled | TypstFault {
  try {
    return compile(compiler, sheetOf(letters, qrs), pictured);
  } catch (error) {
    if (error instanceof TypstFault) return error;
    throw error;
  }
}

/** Typst does not say which letter it stumbled over, so each is tried alone (20 to 70 ms each). */
function spoilers(letters: readonly Letter[], qrs: readonly (string | null)[], whole: TypstFault): RefusedLetter[] {
  const refused = letters.flatMap((letter, i) => {
    const alone = attempt([letter], [qrs[i] ?? null]);
    return alone instanceof TypstFault ? [{ deliveryId: letter.deliveryId, reason: alone.message }] : [];
  });
  if (refused.length === 0) throw new Error(`The file could not be printed: ${whole.message}`);
  return refused;
}

function outgrown({ deliveryId }: Letter, whole: Compiled, i: number): RefusedLetter[] {
  const address = whole.letters[i]?.address;
  if (!address || (address.height <= WINDOW.height && address.widest <= WINDOW.width)) return [];
  return [{ deliveryId, reason: 'The address does not fit the window of the envelope.' }];
}
