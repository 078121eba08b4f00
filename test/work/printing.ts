import { RefusedError } from '../../channels/errors.ts';
import type { Letter, Printer } from '../../channels/post/printer.ts';
import type { Db } from '../../db/connect.ts';
import type { Deps } from '../../server/deps.ts';
import { inField } from './field.ts';
import type { PersonChanges } from './world.ts';

/** Keeps the letters it is given instead of typesetting them: a page each, or refuses. */
export function fakePrinter(refuse: string | null = null) {
  const files: Letter[][] = [];
  const printer: Printer = {
    async print(letters) {
      if (refuse !== null) throw new RefusedError(refuse, 'font', 'hard');
      files.push([...letters]);
      return { pdf: new TextEncoder().encode(`%PDF ${letters.length}`), pages: letters.map(() => 2) };
    },
    close: async () => {},
  };
  return { printer, files };
}

/** Somebody reached by post alone. */
export const byPost: PersonChanges = { phone: null, email: null };

/** Letters that are due in a wave, and a process that prints. */
export async function queued(db: Db, who: readonly PersonChanges[], refuse: string | null = null) {
  const { printer, files } = fakePrinter(refuse);
  const deps = await inField(db, who);
  const printing: Deps = { ...deps, channels: { ...deps.channels, print: printer } };
  return { deps, printing, files };
}

/** The print batches, in order. */
export const batches = (db: Db) => db<Record<string, unknown>[]>`select * from print_batches order by number`;
