import { refreshDispositions } from '../../../db/commands/dispositions.ts';
import { sendOnceMore } from '../../../db/commands/unknown.ts';
import { transaction } from '../../../db/connect.ts';
import { invitationsOf } from '../../../db/queries/channels.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Sends again what may or may not have gone: a person has decided that two are better than none. Gives the new delivery's id. */
export async function resendDelivery(deps: Deps, actor: Actor, id: string): Promise<{ id: string }> {
  const now = deps.clock.now();
  const reason = 'we never heard what became of it';
  const made = await transaction(deps.db, async (tx) => {
    const nextAction = `Sent again by ${actor.name}.`;
    const again = await sendOnceMore(tx, { id, code: 'given_up', reason, nextAction }, deps.newId(), now);
    if (again === null) throw problems.conflict('not_unknown', 'This message is not waiting for a decision any more.');
    await refreshDispositions(tx, await invitationsOf(tx, [id]), now);
    await audit(tx, deps, actor, { action: 'delivery.resend', subject: id, detail: { again } });
    return again;
  });
  deps.wake();
  return { id: made };
}
