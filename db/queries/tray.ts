import type { Db } from '../connect.ts';

/** A message that waits for a person, with who it may be from and what it may be about. */
export interface TrayRow {
  id: string;
  provider: string;
  providerId: string;
  channel: 'sms' | 'email' | 'web' | 'paper' | 'telephone' | 'in_person';
  fromAddress: string;
  subject: string | null;
  body: string;
  receivedAt: Date;
  done: string;
  trayReason: string;
  urgent: string | null;
  reply: string | null;
  residentId: string | null;
  recipientId: string | null;
  trayDoneAt: Date | null;
  trayDone: string | null;
  /** Residents who have the number or the address, and the one it is from when that is known. */
  people: TrayPerson[];
  /** Agenda items of the pack it answers. */
  items: { id: string; number: number; title: string }[];
  /** Meetings of the groups its sender is in, newest first. */
  meetings: { id: string; title: string; group: string; commentsBy: string; timeZone: string }[];
}

export interface TrayPerson {
  id: string;
  title: string | null;
  givenName: string;
  familyName: string;
}

const peopleJson = (db: Db) => db`
  coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'givenName', p.given_name, 'familyName', p.family_name)
      order by p.reference)
    from residents p where p.id = n.resident_id or (n.resident_id is null and p.status = 'current'
      and (p.phone = n.from_address or lower(p.email) = n.from_address))), '[]')`;

const itemsJson = (db: Db) => db`
  coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'title', i.title) order by i.number)
    from recipients r join mailings m on m.id = r.mailing_id join agenda_items i on i.meeting_id = m.meeting_id
    where r.id = n.recipient_id), '[]')`;

const meetingsJson = (db: Db) => db`
  coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'group', g.name,
      'commentsBy', t.comments_by, 'timeZone', coalesce((select time_zone from landlord), 'Europe/London')) order by t.held_on desc)
    from memberships s join groups g on g.id = s.group_id and g.kind = 'halo' join meetings t on t.group_id = g.id
    where s.to_date is null and t.held_on > n.received_at::date - 30
      and s.resident_id in (select p.id from residents p where p.id = n.resident_id or (n.resident_id is null
        and (p.phone = n.from_address or lower(p.email) = n.from_address)))), '[]')`;

const trayRows = (db: Db) => db`
  select n.id, n.provider, n.provider_id, n.channel, n.from_address, n.subject, n.body, n.received_at, n.done, n.tray_reason,
    n.urgent, n.reply, n.resident_id, n.recipient_id, n.tray_done_at, n.tray_done,
    ${peopleJson(db)} as people, ${itemsJson(db)} as items, ${meetingsJson(db)} as meetings
  from inbound_messages n`;

/** Who answers for what sounds like a danger or a repair; null when nobody is named. */
export async function urgentOwner(db: Db): Promise<{ id: string; name: string } | null> {
  const [row] = await db<{ id: string; name: string }[]>`
    select u.id, u.name from landlord l join "user" u on u.id = l.urgent_owner`;
  return row ?? null;
}

/** What waits, danger words first, then the oldest. */
export const trayWaitingRows = (db: Db, most: number) => db<TrayRow[]>`
  ${trayRows(db)} where n.tray_reason is not null and n.tray_done_at is null
  order by n.urgent is null, n.received_at limit ${most}`;

/** One message of the tray, done or not, held until the transaction ends; null when there is none. */
export async function trayRow(db: Db, id: string): Promise<TrayRow | null> {
  const [row] = await db<TrayRow[]>`${trayRows(db)} where n.id = ${id} and n.tray_reason is not null for update of n`;
  return row ?? null;
}
