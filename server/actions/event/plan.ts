import { deleteEvent, insertEvent, replaceDraw } from '../../../db/commands/events.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type EventRow, eventById } from '../../../db/queries/events.ts';
import { groupById } from '../../../db/queries/groups.ts';
import { type EventKind, type EventPlan, eventPlan } from '../../../surveys/groups/event.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { drawFor } from './draw.ts';

/** What a member of staff plans: what people are asked to, and who could be asked. */
export interface PlannedEvent {
  kind: EventKind;
  groupId: string | null;
  title: string;
  about: string;
  heldOn: string | null;
  startsAt: string;
  place: string;
  replyBy: string;
  purpose: 'service' | 'research';
  plan: EventPlan;
}

/** Plans an invitation and draws whom to ask; nothing is sent. Throws `not_found` for a group there is not, and `bad_input` to join none. */
export async function planEvent(deps: Deps, actor: Actor, { plan, ...event }: PlannedEvent): Promise<string> {
  const id = deps.newId();
  if (event.kind === 'join' && event.groupId === null)
    throw problems.badInput([{ path: 'body.groupId', message: 'Choose the group they are asked to join.' }]);
  await transaction(deps.db, async (tx) => {
    if (event.groupId !== null && !(await groupById(tx, event.groupId))) throw problems.notFound('group');
    const { kept, people } = await drawFor(tx, deps, { ...event, plan });
    const made = { id, ...event, createdAt: deps.clock.now(), createdBy: actor.name };
    await insertEvent(tx, made, kept, people);
    const detail = { groupId: event.groupId, seed: kept.seed, pool: kept.pool, places: plan.places };
    await audit(tx, deps, actor, { action: 'event.plan', subject: id, detail });
  });
  return id;
}

/** An event that nothing was sent of, held until the transaction ends. Throws `not_found` and `event_sent`. */
export async function unsentEvent(tx: Db, id: string): Promise<EventRow> {
  const event = await eventById(tx, id, { lock: true });
  if (!event) throw problems.notFound('event');
  if (event.sentAt !== null)
    throw problems.conflict('event_sent', 'The invitations were sent, so the draw stays as it is.');
  return event;
}

/** Draws again under a new seed; the audit keeps the one before. Throws `not_found` and `event_sent`. */
export async function redrawEvent(deps: Deps, actor: Actor, id: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const event = await unsentEvent(tx, id);
    const { kept, people } = await drawFor(tx, deps, { ...event, plan: eventPlan.parse(event.plan) });
    await replaceDraw(tx, id, kept, people);
    await audit(tx, deps, actor, {
      action: 'event.redraw',
      subject: id,
      detail: { seed: kept.seed, before: event.seed },
    });
  });
}

/** Throws away an event that was never sent. Throws `not_found` and `event_sent`. */
export async function discardEvent(deps: Deps, actor: Actor, id: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    await unsentEvent(tx, id);
    await deleteEvent(tx, id);
    await audit(tx, deps, actor, { action: 'event.discard', subject: id });
  });
}
