import { joinGroup } from '../../../db/commands/memberships.ts';
import { transaction } from '../../../db/connect.ts';
import { groupById } from '../../../db/queries/groups.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';

export interface NewMember {
  residentId: string;
  /** The last day of the term they agreed to; null has no end. */
  termEndsOn: string | null;
}

/** Adds a resident to a panel or group from today. One who is in it stays. Throws `not_found`. */
export async function addMember(
  deps: Deps,
  actor: Actor,
  groupId: string,
  { residentId, termEndsOn }: NewMember,
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await groupById(tx, groupId))) throw problems.notFound('group');
    if (!(await residentById(tx, residentId))) throw problems.notFound('resident');
    const day = await landlordToday(tx, deps);
    await joinGroup(tx, { groupId, residentId, day, how: 'staff', termEndsOn });
    await audit(tx, deps, actor, { action: 'group.join', subject: residentId, detail: { groupId, termEndsOn } });
  });
}
