import { insertRows } from '../bulk.ts';
import type { Db } from '../connect.ts';

export interface NewEvent {
  id: string;
  kind: string;
  groupId: string | null;
  title: string;
  about: string;
  heldOn: string | null;
  startsAt: string;
  place: string;
  replyBy: string;
  purpose: string;
  createdAt: Date;
  createdBy: string;
}

/** What a draw gave, kept so that it can be drawn again. */
export interface KeptDraw {
  plan: Readonly<Record<string, unknown>>;
  seed: string;
  population: Readonly<Record<string, number>>;
  leftOut: Readonly<Record<string, number>>;
  pool: number;
}

export interface NewEventPerson {
  id: string;
  residentId: string;
  role: 'drawn' | 'reserve' | 'not_drawn';
  cell: string;
  place: number;
}

/** Makes an event with its draw; nothing is sent. */
export async function insertEvent(
  db: Db,
  event: NewEvent,
  kept: KeptDraw,
  people: readonly NewEventPerson[],
): Promise<void> {
  await insertRows(db, 'events', [{ ...event, ...kept }]);
  await insertRows(
    db,
    'event_people',
    people.map((one) => ({ ...one, eventId: event.id })),
  );
}

/** Takes the place of an event's draw with another one. */
export async function replaceDraw(
  db: Db,
  eventId: string,
  { seed, population, leftOut, pool }: KeptDraw,
  people: readonly NewEventPerson[],
): Promise<void> {
  await db`delete from event_people where event_id = ${eventId}`;
  await db`update events set seed = ${seed}, population = ${JSON.stringify(population)}::text::jsonb,
    left_out = ${JSON.stringify(leftOut)}::text::jsonb, pool = ${pool} where id = ${eventId}`;
  await insertRows(
    db,
    'event_people',
    people.map((one) => ({ ...one, eventId })),
  );
}

/** Throws an event away that was never sent. */
export const deleteEvent = (db: Db, id: string) => db`delete from events where id = ${id} and sent_at is null`;

export const setEventSent = (db: Db, id: string, at: Date) => db`update events set sent_at = ${at} where id = ${id}`;

/** Calls an event off: what is due does not go, and nobody can reply any more. */
export async function callOff(db: Db, id: string, at: Date): Promise<void> {
  await db`update events set called_off_at = ${at} where id = ${id}`;
  await db`
    update deliveries d set status = 'cancelled', next_action = 'It was called off before it was sent.'
    from recipients rec join mailings m on m.id = rec.mailing_id
    where d.recipient_id = rec.id and m.event_id = ${id} and d.status = 'due'`;
}

export const insertEventMailing = (
  db: Db,
  { id, purpose, eventId, at, by }: { id: string; purpose: string; eventId: string; at: Date; by: string },
) => db`
  insert into mailings (id, kind, purpose, event_id, created_at, created_by)
  values (${id}, 'invitation', ${purpose}, ${eventId}, ${at}, ${by})`;

/** Marks people invited, each by their recipient; a reserve with whose place they take. */
export const setInvited = (
  db: Db,
  rows: readonly { personId: string; recipientId: string; insteadOf: string | null }[],
  at: Date,
) => db`
  update event_people ep set recipient_id = x."recipientId", invited_at = ${at}, instead_of = x."insteadOf"
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x ("personId" uuid, "recipientId" uuid, "insteadOf" uuid)
  where ep.id = x."personId"`;

export interface NewReply {
  reply: string;
  mode: string;
  /** The member of staff who typed it in; null for the resident. */
  by: string | null;
  at: Date;
}

/** Keeps the reply of somebody who was invited; what they said before gives way. Other attempts to reach them are no longer needed. */
export async function setReply(db: Db, personId: string, { reply, mode, by, at }: NewReply): Promise<void> {
  await db`
    update event_people set reply = ${reply}, replied_at = ${at}, reply_mode = ${mode}, reply_by = ${by} where id = ${personId}`;
  await db`
    update deliveries d set status = 'cancelled', next_action = 'Answered before it was sent.'
    from event_people ep where ep.id = ${personId} and d.recipient_id = ep.recipient_id and d.status = 'due' and d.kind = 'event'`;
}
