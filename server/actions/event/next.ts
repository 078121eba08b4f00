import { transaction } from '../../../db/connect.ts';
import { eventById, mailingOf } from '../../../db/queries/events.ts';
import { nextReserve } from '../../../surveys/groups/draw.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';
import { peopleOf } from './people.ts';
import { inviteThem } from './send.ts';

/** Reserves who were not asked yet and can be. */
export const freeReserves = <
  T extends { role: string; invitedAt: Date | null; stopped: boolean; ways: readonly string[] },
>(
  people: readonly T[],
): T[] =>
  people.filter(
    ({ role, invitedAt, stopped, ways }) => role === 'reserve' && invitedAt === null && !stopped && ways.length > 0,
  );

/**
 * Asks the next reserve in the place of somebody who said no or cannot be reached: of the same cell, else of the one most like it.
 * Throws `not_found`, `event_over`, `already_replaced` and `no_reserve`.
 */
export async function askNextReserve(deps: Deps, actor: Actor, eventId: string, personId: string): Promise<string> {
  const next = await transaction(deps.db, async (tx) => {
    const event = await eventById(tx, eventId, { lock: true });
    const mailingId = event && (await mailingOf(tx, eventId));
    if (!event || !mailingId) throw problems.notFound('event');
    if (event.calledOffAt !== null || (event.heldOn ?? event.replyBy) < (await landlordToday(tx, deps)))
      throw problems.conflict('event_over', 'It is over or called off, so nobody more is asked.');
    const people = await peopleOf(tx, deps, event);
    const left = people.find(({ id, invitedAt }) => id === personId && invitedAt !== null);
    if (!left) throw problems.notFound('person');
    if (people.some(({ insteadOf }) => insteadOf === personId))
      throw problems.conflict('already_replaced', 'Somebody was asked in their place already.');
    const reserve = nextReserve(freeReserves(people), left.cell);
    if (!reserve) throw problems.conflict('no_reserve', 'No reserve is left who can be asked.');
    await inviteThem(tx, deps, mailingId, [{ person: reserve, insteadOf: personId }]);
    const detail = { residentId: reserve.residentId, sameCell: reserve.cell === left.cell };
    await audit(tx, deps, actor, { action: 'event.ask_reserve', subject: eventId, detail });
    return reserve.id;
  });
  deps.wake();
  return next;
}
