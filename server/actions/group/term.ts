import { setTerm } from '../../../db/commands/memberships.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Sets when a member's term is over; null has no end. Nobody is taken out by it: a person asks whether they go on. Throws `not_found`. */
export async function setMemberTerm(
  deps: Deps,
  actor: Actor,
  { groupId, residentId }: { groupId: string; residentId: string },
  endsOn: string | null,
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await setTerm(tx, groupId, residentId, endsOn))) throw problems.notFound('membership');
    await audit(tx, deps, actor, { action: 'group.term', subject: residentId, detail: { groupId, endsOn } });
  });
}
