import { leaveGroup } from '../../../db/commands/groups.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';

/** Takes a resident out of a panel or group from today; what they said stays. Throws `not_found`. */
export async function removeMember(deps: Deps, actor: Actor, groupId: string, residentId: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await leaveGroup(tx, groupId, residentId, await landlordToday(tx, deps))))
      throw problems.notFound('membership');
    await audit(tx, deps, actor, { action: 'group.leave', subject: residentId, detail: { groupId } });
  });
}
