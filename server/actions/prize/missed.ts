import { addressKeys } from '../../../db/address-hash.ts';
import { passOn } from '../../../db/commands/prizes.ts';
import { transaction } from '../../../db/connect.ts';
import { drawnPeople } from '../../../db/queries/prizes.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustPrize } from './draw.ts';
import { tellWinners } from './tell.ts';

/**
 * Says that a winner cannot be reached or does not want it, and why: the first reserve left wins instead and is told. The order is that of the draw,
 * so nobody chooses. Throws `not_found`, `passed_on` and `no_reserve`.
 */
export async function passPrizeOn(
  deps: Deps,
  actor: Actor,
  waveId: string,
  { entryId, why }: { entryId: string; why: string },
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const { wave, prize } = await mustPrize(tx, waveId);
    const at = deps.clock.now();
    const people = await drawnPeople(tx, waveId, { keys: await addressKeys(deps.env.secret), now: at });
    const winner = people.find(({ id, role }) => id === entryId && role === 'winner');
    if (!winner) throw problems.notFound('winner');
    if (winner.missedAt !== null) throw problems.conflict('passed_on', 'This prize went on to a reserve already.');
    const next = people.find(({ role, residentId }) => role === 'reserve' && residentId !== null);
    if (!next) throw problems.conflict('no_reserve', 'No reserve is left. Set more of them next time.');
    await passOn(tx, { from: winner.id, to: next.id, why, by: actor.name, at });
    await tellWinners(tx, deps, { wave, prize }, [next]);
    await audit(tx, deps, actor, {
      action: 'prize.pass_on',
      subject: waveId,
      detail: { from: winner.id, to: next.id, why },
    });
  });
  deps.wake();
}
