import { pauseMembership } from '../../../db/commands/memberships.ts';
import { transaction } from '../../../db/connect.ts';
import { daysBetween } from '../../../surveys/fieldwork/dates.ts';
import { longestPauseDays } from '../../../surveys/groups/members.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';

/**
 * Pauses a membership: until the day they are back a member gets no papers and no invitations, and stays a member. Null ends the pause.
 * Throws `not_found`, and `bad_input` for a day that is past or more than a year away.
 */
export async function pauseMember(
  deps: Deps,
  actor: Actor,
  { groupId, residentId }: { groupId: string; residentId: string },
  until: string | null,
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const away = until === null ? 1 : daysBetween(await landlordToday(tx, deps), until);
    if (away < 1 || away > longestPauseDays)
      throw problems.badInput([{ path: 'body.until', message: 'Choose a day after today, at most a year away.' }]);
    if (!(await pauseMembership(tx, groupId, residentId, until))) throw problems.notFound('membership');
    const action = until === null ? 'group.resume' : 'group.pause';
    await audit(tx, deps, actor, { action, subject: residentId, detail: { groupId, until } });
  });
}
