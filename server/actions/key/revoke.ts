import { revokeKey } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Takes an API key out of use at once. */
export const revokeApiKey = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  transaction(deps.db, async (tx) => {
    if (!(await revokeKey(tx, id, deps.clock.now()))) throw problems.notFound('key');
    await audit(tx, deps, actor, { action: 'key.revoke', subject: id });
  });
