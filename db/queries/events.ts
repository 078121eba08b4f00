import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import type { EventPlan, Reply, ReplyMode } from '../../surveys/groups/event.ts';
import type { AddressKeys } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { reachJoins, workingWays } from './reach.ts';

export interface EventRow {
  id: string;
  kind: 'focus_group' | 'join';
  groupId: string | null;
  groupName: string | null;
  title: string;
  about: string;
  heldOn: string | null;
  startsAt: string;
  place: string;
  replyBy: string;
  purpose: 'service' | 'research';
  plan: EventPlan;
  seed: string;
  population: Record<string, number>;
  leftOut: Record<string, number>;
  pool: number;
  createdAt: Date;
  createdBy: string;
  sentAt: Date | null;
  calledOffAt: Date | null;
}

const columns = (db: Db) => db`
  e.id, e.kind, e.group_id, g.name as group_name, e.title, e.about, e.held_on, e.starts_at, e.place, e.reply_by, e.purpose,
  e.plan, e.seed, e.population, e.left_out, e.pool, e.created_at, e.created_by, e.sent_at, e.called_off_at`;

/** One event; null when there is none. `lock` holds it until the transaction ends. */
export async function eventById(db: Db, id: string, { lock = false } = {}): Promise<EventRow | null> {
  const [row] = await db<EventRow[]>`
    select ${columns(db)} from events e left join groups g on g.id = e.group_id where e.id = ${id} ${lock ? db`for update of e` : db``}`;
  return row ?? null;
}

export interface EventListRow extends EventRow {
  invited: number;
  yes: number;
  no: number;
  maybe: number;
}

/** Events, newest first: one row past the limit, after a key of [created at, id]. */
export const eventRows = (db: Db, groupId: string | undefined, after: readonly string[] | null, limit: number) => db<
  EventListRow[]
>`
  select ${columns(db)}, p.invited, p.yes, p.no, p.maybe
  from events e left join groups g on g.id = e.group_id
  left join lateral (
    select count(*) filter (where invited_at is not null) as invited, count(*) filter (where reply = 'yes') as yes,
      count(*) filter (where reply = 'no') as no, count(*) filter (where reply = 'maybe') as maybe
    from event_people ep where ep.event_id = e.id
  ) p on true
  where ${groupId === undefined ? db`true` : db`e.group_id = ${groupId}`}
    and ${after === null ? db`true` : db`(e.created_at, e.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)`}
  order by e.created_at desc, e.id desc limit ${limit + 1}`;

/** Somebody who was drawn or stands in reserve, with how the newest attempt to reach them went. */
export interface EventPersonRow {
  id: string;
  residentId: string | null;
  title: string | null;
  givenName: string | null;
  familyName: string | null;
  addressLines: string[] | null;
  postcode: string | null;
  role: 'drawn' | 'reserve';
  cell: string;
  place: number;
  invitedAt: Date | null;
  insteadOf: string | null;
  reply: Reply | null;
  repliedAt: Date | null;
  replyMode: ReplyMode | null;
  replyBy: string | null;
  channel: ContactChannel | null;
  status: string | null;
  accessNeeds: string[];
  language: string;
  format: string;
  preferredChannel: string | null;
  ways: string[];
  stopped: boolean;
}

/** Those drawn and the reserves of an event, and by which ways they can be reached. At most a few hundred. */
export const eventPeopleOf = (db: Db, eventId: string, purpose: string, keys: AddressKeys, now: Date) => db<
  EventPersonRow[]
>`
  select ep.id, ep.resident_id, r.title, r.given_name, r.family_name, home.address_lines, home.postcode, ep.role, ep.cell, ep.place,
    ep.invited_at, ep.instead_of, ep.reply, ep.replied_at, ep.reply_mode, ep.reply_by, d.channel, d.status,
    coalesce(r.access_needs, '{}') as access_needs, coalesce(r.language, 'en') as language,
    coalesce(r.format, 'standard') as format, r.preferred_channel,
    coalesce(${workingWays(db, keys, db`${purpose}`, now)}, '{}') as ways,
    r.id is null or r.status <> 'current' or stop.reason is not null as stopped
  from event_people ep
  left join residents r on r.id = ep.resident_id
  ${reachJoins(db, db`${purpose}`, now)}
  left join lateral (
    select d.channel, d.status from deliveries d where d.recipient_id = ep.recipient_id and d.kind = 'event'
    order by d.attempt desc limit 1
  ) d on true
  where ep.event_id = ${eventId} and ep.role <> 'not_drawn'
  order by ep.role, ep.place`;

/** How many of each cell could be asked. */
export const poolCells = (db: Db, eventId: string) => db<{ cell: string; count: number }[]>`
  select cell, count(*) as count from event_people where event_id = ${eventId} group by cell order by cell`;

/** Everybody of an event's pool, for drawing it again. */
export const poolOf = (db: Db, eventId: string) => db<{ residentId: string | null; cell: string; role: string }[]>`
  select resident_id, cell, role from event_people where event_id = ${eventId}`;

export interface InvitedPerson {
  id: string;
  eventId: string;
  residentId: string;
  recipientId: string;
  reply: Reply | null;
  cell: string;
  language: string;
  format: string;
  /** When it was last said to them by text; else when they were invited. */
  textedAt: Date;
}

const invited = (db: Db) => db`
  select ep.id, ep.event_id, ep.resident_id, ep.recipient_id, ep.reply, ep.cell, r.language, r.format,
    coalesce((select max(d.sent_at) from deliveries d where d.recipient_id = ep.recipient_id and d.channel = 'sms'), ep.invited_at) as texted_at
  from event_people ep join residents r on r.id = ep.resident_id join events e on e.id = ep.event_id
  where ep.invited_at is not null`;

/** Open invitations of those who use a number: not past, not called off. */
export const openInvitationsOf = (db: Db, phone: string, today: string) => db<InvitedPerson[]>`
  ${invited(db)} and r.phone = ${phone} and r.status = 'current' and e.called_off_at is null and coalesce(e.held_on, e.reply_by) >= ${today}
  order by ep.invited_at desc`;

/** The invitation of one resident to one event; null when they were not asked. */
export async function invitationOf(db: Db, eventId: string, residentId: string): Promise<InvitedPerson | null> {
  const [row] = await db<
    InvitedPerson[]
  >`${invited(db)} and ep.event_id = ${eventId} and ep.resident_id = ${residentId}`;
  return row ?? null;
}

/** One invited person of an event; null when they were not asked. */
export async function personOf(db: Db, eventId: string, personId: string): Promise<InvitedPerson | null> {
  const [row] = await db<InvitedPerson[]>`${invited(db)} and ep.event_id = ${eventId} and ep.id = ${personId}`;
  return row ?? null;
}

/** The mailing of an event; null before it is sent. */
export async function mailingOf(db: Db, eventId: string): Promise<string | null> {
  const [row] = await db<
    { id: string }[]
  >`select id from mailings where event_id = ${eventId} order by created_at limit 1`;
  return row?.id ?? null;
}
