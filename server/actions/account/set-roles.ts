import { setRoles } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor, Role } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Sets what a member of staff may do, and signs them out everywhere. Nobody takes the keys from themselves. */
export async function setAccountRoles(deps: Deps, actor: Actor, id: string, roles: readonly Role[]): Promise<void> {
  if (actor.id === id && !roles.includes('administrator')) {
    throw problems.conflict(
      'own_account',
      'You cannot stop being an administrator yourself. Ask another administrator.',
    );
  }
  await transaction(deps.db, async (tx) => {
    if (!(await setRoles(tx, id, roles, deps.clock.now()))) throw problems.notFound('account');
    await audit(tx, deps, actor, { action: 'account.set_roles', subject: id, detail: { roles } });
  });
}
