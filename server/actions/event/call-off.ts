import { callOff } from '../../../db/commands/events.ts';
import { transaction } from '../../../db/connect.ts';
import { eventById } from '../../../db/queries/events.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Calls an event off: what was not sent yet does not go, its page says so, and nobody is told by itself. Throws `not_found`. */
export async function callOffEvent(deps: Deps, actor: Actor, id: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await eventById(tx, id, { lock: true }))?.sentAt) throw problems.notFound('event');
    await callOff(tx, id, deps.clock.now());
    await audit(tx, deps, actor, { action: 'event.call_off', subject: id });
  });
}
