import { claimImport, failImport, letGo } from '../../db/commands/imports.ts';
import { FileError } from '../actions/import/file/bytes.ts';
import type { Claimed, Head } from '../actions/import/file.ts';
import type { Column } from '../actions/import/guess.ts';
import type { Deps } from '../deps.ts';
import { isDatabaseAway } from '../problem.ts';
import { applyFile } from './import/apply.ts';
import { checkFile } from './import/check.ts';
import { readHead } from './import/head.ts';
import { leaseUntil, NotOursError } from './import/hold.ts';

const mostTries = 3;

/** What is done in each state that needs no person. Each begins from nothing, so a process that ended over one loses only time. */
const stages: Readonly<Record<Claimed['state'], (deps: Deps, claimed: Claimed) => Promise<void>>> = {
  reading: readHead,
  checking: checkFile,
  applying: applyFile,
};

/** Takes one import a step on. Gives how many it looked at. */
export async function workOnImports(deps: Deps): Promise<number> {
  const claimed = await claimImport<Head, Column>(deps.db, deps.clock.now(), leaseUntil(deps));
  if (claimed === null) return 0;
  if (claimed.tries > mostTries) {
    await failImport(deps.db, claimed, null, deps.clock.now());
    return 1;
  }
  try {
    await stages[claimed.state](deps, claimed);
  } catch (error) {
    await settleFault(deps, claimed, error);
  }
  return 1;
}

/** A fault of the file is told; one of ours is tried again, and given up after the third time. A database that is away leaves it to its lease. */
async function settleFault(deps: Deps, claimed: Claimed, error: unknown): Promise<void> {
  if (error instanceof NotOursError) return;
  if (isDatabaseAway(error)) throw error;
  if (error instanceof FileError) {
    await failImport(deps.db, claimed, error.message, deps.clock.now());
    return;
  }
  deps.log.error('import_failed', error, { id: claimed.id, state: claimed.state, attempt: claimed.tries });
  if (claimed.tries < mostTries) await letGo(deps.db, claimed);
  else await failImport(deps.db, claimed, null, deps.clock.now());
}
