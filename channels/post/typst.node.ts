import { Worker } from 'node:worker_threads';
import { RefusedError } from '../errors.ts';
import { isPageFormat } from './page-format.ts';
import type { Letter, PrintedFile, Printer } from './printer.ts';
import { LetterRefusedError } from './refused.ts';
import { scriptOf } from './scripts.ts';
import type { Answer, Asked } from './typst-worker.node.ts';

/** Most letters in one file: 100 held 291 MB while printing, 1,000 held 3.9 GB. */
export const LETTERS_PER_FILE = 100;
/** A thread is ended after so many letters: Typst keeps about 0.8 MB of each. */
export const LETTERS_PER_THREAD = 150;

export interface TypstPrinter extends Printer {
  /** Threads begun so far, to see that they are renewed. */
  readonly threads: number;
}

/**
 * Prints with Typst in a worker thread, one file at a time in the order asked.
 * `print` throws `RefusedError` for a file that may not be (none, too many, mixed, a language with no typeface) and
 * `LetterRefusedError` naming the letters that cannot be printed.
 */
export function createTypstPrinter(): TypstPrinter {
  let worker: Worker | null = null;
  let printed = 0;
  let threads = 0;
  let queue: Promise<unknown> = Promise.resolve();

  async function stop() {
    const old = worker;
    worker = null;
    printed = 0;
    await old?.terminate();
  }

  async function threadFor(letters: number): Promise<Worker> {
    if (printed + letters > LETTERS_PER_THREAD) await stop();
    if (!worker) {
      worker = new Worker(new URL('./typst-worker.node.ts', import.meta.url));
      threads += 1;
    }
    printed += letters;
    return worker;
  }

  async function printNow(letters: readonly Letter[], pictured: boolean): Promise<PrintedFile> {
    try {
      return fileOf(await ask(await threadFor(letters.length), { letters, pictured }));
    } catch (error) {
      if (!(error instanceof LetterRefusedError)) await stop();
      throw error;
    }
  }

  return {
    get threads() {
      return threads;
    },
    print(letters, pictured = false) {
      const fault = faultOf(letters);
      if (fault) return Promise.reject(fault);
      const file = queue.then(() => printNow(letters, pictured));
      queue = file.catch(() => undefined);
      return file;
    },
    async close() {
      await queue;
      await stop();
    },
  };
}

/** One question to the thread; a thread that dies is an error, not silence. An idle thread keeps no process alive. */
function ask(worker: Worker, asked: Asked): Promise<Answer> {
  worker.ref();
  return new Promise<Answer>((resolve, reject) => {
    const died = (code: number) => reject(new Error(`The printing thread ended with code ${code}.`));
    worker.once('error', reject);
    worker.once('exit', died);
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject);
      worker.off('exit', died);
      resolve(answer);
    });
    worker.postMessage(asked);
  }).finally(() => worker.unref());
}

function fileOf(answer: Answer): PrintedFile {
  if ('printed' in answer) return answer.printed;
  if ('refused' in answer) throw new LetterRefusedError(answer.refused);
  throw new Error(answer.fault);
}

/** Why these letters may not be one file, or null. */
function faultOf(letters: readonly Letter[]): RefusedError | null {
  const first = letters[0];
  if (!first) return refusal('There are no letters to print.', 'no_letters');
  if (letters.length > LETTERS_PER_FILE) {
    return refusal(
      `A file holds at most ${LETTERS_PER_FILE} letters; ${letters.length} were given.`,
      'too_many_letters',
    );
  }
  if (letters.some(({ language, format }) => language !== first.language || format !== first.format)) {
    return refusal('Letters of one file have one language and one format.', 'mixed_letters');
  }
  if (!isPageFormat(first.format)) return refusal(`Nothing in "${first.format}" is printed by us.`, 'not_pages');
  const languages = [
    first.language,
    ...letters.flatMap((letter) => letter.otherLanguages.map((other) => other.language)),
  ];
  const unknown = languages.find((language) => !scriptOf(language));
  return unknown === undefined ? null : refusal(`We hold no typeface for the language "${unknown}".`, 'no_typeface');
}

function refusal(reason: string, code: string): RefusedError {
  return new RefusedError(reason, code, 'hard');
}
