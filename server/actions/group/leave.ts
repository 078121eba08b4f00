import { type Leaving, leaveGroup } from '../../../db/commands/memberships.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';

/** Takes a resident out of a panel or group, today or from a day given; what they said stays. Throws `not_found`. */
export async function removeMember(
  deps: Deps,
  actor: Actor,
  { groupId, residentId }: { groupId: string; residentId: string },
  { reason, note, on }: Omit<Leaving, 'day'> & { on: string | null },
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const day = on ?? (await landlordToday(tx, deps));
    if (!(await leaveGroup(tx, groupId, residentId, { day, reason, note }))) throw problems.notFound('membership');
    await audit(tx, deps, actor, { action: 'group.leave', subject: residentId, detail: { groupId, reason, on: day } });
  });
}
