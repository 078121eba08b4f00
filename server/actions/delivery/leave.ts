import { refreshDispositions } from '../../../db/commands/dispositions.ts';
import { countAsSent } from '../../../db/commands/unknown.ts';
import { transaction } from '../../../db/connect.ts';
import { invitationsOf } from '../../../db/queries/channels.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Leaves what may or may not have gone: it counts as sent, and nothing is sent again. */
export const leaveDelivery = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  transaction(deps.db, async (tx) => {
    const left = await countAsSent(tx, id, `Left by ${actor.name}: it counts as sent.`);
    if (!left) throw problems.conflict('not_unknown', 'This message is not waiting for a decision any more.');
    await refreshDispositions(tx, await invitationsOf(tx, [id]), deps.clock.now());
    await audit(tx, deps, actor, { action: 'delivery.leave', subject: id });
  });
