import { countTry } from '../../../db/commands/code-attempts.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { tryWindow } from '../code/attempts.ts';
import { networkOf } from '../code/network.ts';

/** How often the form may be sent in one window of `codeLimits`: a library or a shared flat sends several, a program hundreds. */
export const joinLimits = {
  perAddress: 10,
  overall: 300,
  /** Messages to one number or email in a day, whoever asks for them: nobody can have somebody else written to without end. */
  toOneAddress: 3,
} as const;

const hashOf = ({ env }: Pick<Deps, 'env'>, what: string) => sha256(`${env.secret} join ${what}`);

/** Counts a form that was sent, for where it came from and for all; gives whether there was room for it. */
export async function mayAsk(deps: Pick<Deps, 'db' | 'env' | 'clock'>, from: string): Promise<boolean> {
  const keys = { addressHash: await hashOf(deps, networkOf(from)), allHash: await hashOf(deps, 'all addresses') };
  const { tries, allTries } = await countTry(deps.db, { ...keys, ...tryWindow(deps) });
  return tries <= joinLimits.perAddress && allTries <= joinLimits.overall;
}
