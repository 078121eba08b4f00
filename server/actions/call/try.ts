import { setRefused, setTried } from '../../../db/commands/call-list.ts';
import { insertCall } from '../../../db/commands/calls.ts';
import { transaction } from '../../../db/connect.ts';
import { ringLocked } from '../../../db/queries/call-list.ts';
import { homePlace } from '../../../db/queries/campaigns.ts';
import { afterTry, type ListOutcome } from '../../../surveys/fieldwork/call-list.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Writes down a try of somebody on the call list, and when to ring again. What was said stays out of the audit log. Throws `not_on_list`. */
export async function recordTry(
  deps: Deps,
  actor: Actor,
  id: string,
  { outcome, note }: { outcome: ListOutcome; note: string },
): Promise<{ againAt: Date | null }> {
  const at = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    const line = await ringLocked(tx, id);
    if (line === null)
      throw problems.conflict('not_on_list', 'They are no longer on the list: somebody else rang, or it is over.');
    const next = afterTry(outcome, line.tries + 1, at.getTime(), await homePlace(tx));
    const againAt = next.at === null || line.status === 'cancelled' ? null : new Date(next.at);
    const status = next.after === 'again' ? line.status : next.after;
    await setTried(tx, { id, status, dueAt: againAt, outcome, at, by: actor.name });
    if (next.after === 'refused') await setRefused(tx, line.invitationId, at);
    const callId = deps.newId();
    await insertCall(tx, { id: callId, residentId: line.residentId, at, outcome, note, by: actor.name });
    await audit(tx, deps, actor, { action: 'call.try', subject: line.residentId, detail: { callId, outcome } });
    return { againAt };
  });
}
