import { endSessions } from '../../../db/commands/access.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';

/** Signs a member of staff out everywhere. Gives how many sessions ended. */
export const signOutAccount = (deps: Deps, actor: Actor, id: string): Promise<number> =>
  transaction(deps.db, async (tx) => {
    const count = await endSessions(tx, id);
    await audit(tx, deps, actor, { action: 'account.sign_out_everywhere', subject: id, detail: { count } });
    return count;
  });
