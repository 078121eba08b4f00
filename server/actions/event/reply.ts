import { insertAudit } from '../../../db/commands/audit.ts';
import { setReply } from '../../../db/commands/events.ts';
import { joinGroup } from '../../../db/commands/memberships.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type EventRow, eventById, type InvitedPerson, personOf } from '../../../db/queries/events.ts';
import type { Reply, ReplyMode } from '../../../surveys/groups/event.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { actorRef } from '../audit.ts';
import { landlordToday } from '../today.ts';

export interface Said {
  reply: Reply;
  mode: ReplyMode;
  /** Who typed it in; null for the resident. */
  actor: Actor | null;
}

/** Whether replies are still taken: the day is not past and it was not called off. */
export const takesReplies = (
  { calledOffAt, heldOn, replyBy }: Pick<EventRow, 'calledOffAt' | 'heldOn' | 'replyBy'>,
  today: string,
): boolean => calledOffAt === null && (heldOn ?? replyBy) >= today;

/** Keeps a reply within a transaction; who says yes to joining a group is in it from today. Says it again, and the last word stands. */
export async function keepReply(
  tx: Db,
  deps: Deps,
  event: EventRow,
  person: Pick<InvitedPerson, 'id' | 'residentId' | 'reply'>,
  { reply, mode, actor }: Said,
): Promise<void> {
  const at = deps.clock.now();
  await setReply(tx, person.id, { reply, mode, by: actor?.name ?? null, at });
  if (event.kind === 'join' && event.groupId !== null && reply === 'yes') {
    const day = await landlordToday(tx, deps);
    await joinGroup(tx, { groupId: event.groupId, residentId: person.residentId, day, how: 'invitation' });
  }
  await insertAudit(tx, {
    at,
    actor: actor === null ? 'resident' : actorRef(actor),
    actorName: actor?.name ?? 'The resident',
    action: 'event.reply',
    subject: person.residentId,
    detail: { eventId: event.id, reply, mode, before: person.reply },
  });
}

/** Types in what somebody who was invited said. Throws `not_found` and `event_over`. */
export async function typeReply(
  deps: Deps,
  actor: Actor,
  { eventId, personId }: { eventId: string; personId: string },
  { reply, mode }: Pick<Said, 'reply' | 'mode'>,
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const event = await eventById(tx, eventId, { lock: true });
    const person = event && (await personOf(tx, eventId, personId));
    if (!event || !person) throw problems.notFound('person');
    if (event.calledOffAt !== null) throw problems.conflict('event_over', 'It was called off.');
    await keepReply(tx, deps, event, person, { reply, mode, actor });
  });
}

/** Takes a reply from the page behind a link; one that comes too late changes nothing, and the page says so. */
export async function replyOnPage(deps: Deps, eventId: string, personId: string, reply: Reply): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const event = await eventById(tx, eventId, { lock: true });
    const person = event && (await personOf(tx, eventId, personId));
    if (!event || !person || !takesReplies(event, await landlordToday(tx, deps))) return;
    await keepReply(tx, deps, event, person, { reply, mode: 'web', actor: null });
  });
}
