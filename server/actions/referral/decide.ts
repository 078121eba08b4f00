import { learnInterests } from '../../../db/commands/interests.ts';
import { joinGroup } from '../../../db/commands/memberships.ts';
import { decideReferral } from '../../../db/commands/referrals.ts';
import { transaction } from '../../../db/connect.ts';
import { groupById } from '../../../db/queries/groups.ts';
import { referralLocked } from '../../../db/queries/referrals.ts';
import type { ReferralOutcome } from '../../../surveys/groups/referral.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';

export interface Decision {
  outcome: ReferralOutcome;
  note: string;
  /** The group they joined. */
  groupId: string | null;
}

/** Outcomes after which we keep what the resident is interested in. */
const keeps: readonly ReferralOutcome[] = ['joined', 'interests_kept'];

/**
 * Writes down what came of a referral, for whoever made it. Who joined is a member of the group from today; with them, and with those who
 * would rather be asked later, the interests go into the register. Throws `not_found`, `bad_input` and `decided_already`.
 */
export async function settleReferral(
  deps: Deps,
  actor: Actor,
  id: string,
  { outcome, note, groupId }: Decision,
): Promise<void> {
  if (outcome === 'joined' && groupId === null)
    throw problems.badInput([{ path: 'body.groupId', message: 'Choose the group they joined.' }]);
  await transaction(deps.db, async (tx) => {
    const referral = await referralLocked(tx, id);
    if (!referral) throw problems.notFound('referral');
    if (referral.outcome !== null)
      throw problems.conflict('decided_already', 'Somebody wrote down what came of it already.');
    const at = deps.clock.now();
    const { residentId, topics, comfortLevel } = referral;
    if (keeps.includes(outcome))
      await learnInterests(tx, residentId, { topics, comfortLevel, at, by: referral.byName });
    const joined = outcome === 'joined' ? groupId : null;
    if (joined !== null) {
      if (!(await groupById(tx, joined))) throw problems.notFound('group');
      await joinGroup(tx, { groupId: joined, residentId, day: await landlordToday(tx, deps), how: 'referral' });
    }
    await decideReferral(tx, id, { outcome, note, groupId: joined, at, by: actor.name });
    const detail = { referralId: id, outcome, groupId: joined };
    await audit(tx, deps, actor, { action: 'referral.decide', subject: residentId, detail });
  });
}
