import { closeAccount } from '../../../db/commands/access.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { keepAnAdministrator } from './last-administrator.ts';

/** Takes away everything a member of staff may do and every way in, at once. What they did stays under their name. */
export const removeAccount = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  transaction(deps.db, async (tx) => {
    await keepAnAdministrator(tx, actor, id);
    if (!(await closeAccount(tx, id, deps.clock.now()))) throw problems.notFound('account');
    await audit(tx, deps, actor, { action: 'account.remove', subject: id });
  });
