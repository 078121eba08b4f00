import { insertDeliveries, type NewDelivery } from '../../../db/commands/deliveries.ts';
import { insertEventMailing, setEventSent, setInvited } from '../../../db/commands/events.ts';
import { insertPackRecipients } from '../../../db/commands/groups.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import type { EventPersonRow } from '../../../db/queries/events.ts';
import { eventChecks } from '../../../surveys/groups/event.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { wayOf } from '../group/see.ts';
import { landlordToday } from '../today.ts';
import { peopleOf } from './people.ts';
import { unsentEvent } from './plan.ts';

export interface Asked {
  person: Pick<
    EventPersonRow,
    'id' | 'residentId' | 'language' | 'format' | 'stopped' | 'preferredChannel' | 'ways' | 'accessNeeds'
  >;
  /** Whose place a reserve takes. */
  insteadOf: string | null;
}

/**
 * Writes people as recipients of an event's mailing, with a first attempt by the way of each. Who can be reached by none stands as a recipient
 * whom nothing was sent. Gives how many are sent something.
 */
export async function inviteThem(tx: Db, deps: Deps, mailingId: string, asked: readonly Asked[]): Promise<number> {
  const at = deps.clock.now();
  const rows = asked.flatMap(({ person, insteadOf }) =>
    person.residentId === null
      ? []
      : [{ ...person, residentId: person.residentId, insteadOf, recipientId: deps.newId() }],
  );
  await insertPackRecipients(
    tx,
    mailingId,
    rows.map(({ recipientId, residentId, language, format }) => ({ id: recipientId, residentId, language, format })),
  );
  await setInvited(
    tx,
    rows.map(({ id, recipientId, insteadOf }) => ({ personId: id, recipientId, insteadOf })),
    at,
  );
  const deliveries = rows.flatMap(({ recipientId, language, format, ...person }): NewDelivery[] => {
    const channel = wayOf({ ...person, language, format });
    const first = { recipientId, step: 0, attempt: 1, kind: 'event', dueAt: at, language, format };
    return channel === null ? [] : [{ ...first, id: deps.newId(), channel }];
  });
  await insertDeliveries(tx, deliveries, at);
  return deliveries.length;
}

/** Sends an event's invitations to everybody drawn, each by their own way, through the ledger of deliveries; once. Throws `not_found`, `event_sent` and `event_refused`. */
export async function sendEvent(deps: Deps, actor: Actor, id: string): Promise<number> {
  const sent = await transaction(deps.db, async (tx) => {
    const event = await unsentEvent(tx, id);
    const drawn = (await peopleOf(tx, deps, event)).filter(({ role }) => role === 'drawn');
    const against = eventChecks(event, await landlordToday(tx, deps), drawn.length);
    if (against.length > 0) throw problems.conflict('event_refused', against.join(' '));
    const at = deps.clock.now();
    const mailingId = deps.newId();
    await insertEventMailing(tx, { id: mailingId, purpose: event.purpose, eventId: id, at, by: actor.name });
    await setEventSent(tx, id, at);
    const asked = drawn.map((person) => ({ person, insteadOf: null }));
    const deliveries = await inviteThem(tx, deps, mailingId, asked);
    await audit(tx, deps, actor, {
      action: 'event.send',
      subject: id,
      detail: { recipients: drawn.length, deliveries },
    });
    return drawn.length;
  });
  deps.wake();
  return sent;
}
