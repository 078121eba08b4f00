import { setRoles } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor, Role } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { keepAnAdministrator } from './last-administrator.ts';

/** Sets what a member of staff may do, and signs them out everywhere. Throws `last_administrator`, `own_account` and `not_found`. */
export async function setAccountRoles(deps: Deps, actor: Actor, id: string, roles: readonly Role[]): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!roles.includes('administrator')) await keepAnAdministrator(tx, actor, id);
    if (!(await setRoles(tx, id, roles, deps.clock.now()))) throw problems.notFound('account');
    await audit(tx, deps, actor, { action: 'account.set_roles', subject: id, detail: { roles } });
  });
}
