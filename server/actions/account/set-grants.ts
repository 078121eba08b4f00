import { type Grants, saveGrants } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Gives grants to a member of staff, or takes them; at once, and audited. Throws `not_found`. */
export async function setGrants(deps: Deps, actor: Actor, id: string, grants: Grants): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await saveGrants(tx, id, grants, deps.clock.now()))) throw problems.notFound('account');
    await audit(tx, deps, actor, { action: 'account.set_grants', subject: id, detail: { ...grants } });
  });
}
