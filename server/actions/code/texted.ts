import { countTry, uncountTry } from '../../../db/commands/code-attempts.ts';
import type { Deps } from '../../deps.ts';
import { standOf, tryKeys, tryWindow, watchTries } from './attempts.ts';

/** Counts a code that came by text, before it is known to be right; gives whether it may be looked for. */
export async function mayTryTexted(deps: Deps, from: string): Promise<boolean> {
  const counted = await countTry(deps.db, { ...(await tryKeys(deps, from)), ...tryWindow(deps) });
  watchTries(deps, counted.allTries);
  return standOf({ tries: counted.tries - 1, allTries: counted.allTries - 1 }) === 'free';
}

/** Takes the count back: the code was right. */
export const texted = async (deps: Deps, from: string) => uncountTry(deps.db, await tryKeys(deps, from));
