import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import type { AddressKeys } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { eventOf } from './event-of.ts';
import { reachJoins, workingWays } from './reach.ts';

/** A meeting's pack, as letters and mails need it. The papers without their bytes. */
export interface PackRow {
  meetingId: string;
  group: string;
  title: string;
  heldOn: string;
  commentsBy: string;
  items: { number: number; title: string; summary: string }[];
  papers: {
    id: string;
    kind: string;
    title: string;
    language: string;
    format: string;
    filename: string;
    contentType: string;
    size: number;
  }[];
}

export async function packOf(db: Db, meetingId: string): Promise<PackRow | null> {
  const [row] = await db<PackRow[]>`
    select m.id as meeting_id, g.name as "group", m.title, m.held_on::text, m.comments_by::text,
      coalesce((select jsonb_agg(jsonb_build_object('number', i.number, 'title', i.title, 'summary', i.summary) order by i.number)
        from agenda_items i where i.meeting_id = m.id), '[]') as items,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'language', p.language,
          'format', p.format, 'filename', p.filename, 'contentType', p.content_type, 'size', p.size) order by p.created_at, p.title)
        from papers p where p.meeting_id = m.id), '[]') as papers
    from meetings m join groups g on g.id = m.group_id where m.id = ${meetingId}`;
  return row ?? null;
}

/** The bytes of papers. */
export const paperContents = (db: Db, ids: readonly string[]) => db<{ id: string; content: Uint8Array }[]>`
  select id, content from papers where id = any(${ids}::uuid[])`;

/** Somebody whom the newest attempt to send papers or an invitation to an event did not reach, and what could be tried instead. */
export interface PackFailure {
  /** The attempt that failed or was cancelled. */
  id: string;
  kind: 'pack' | 'event';
  recipientId: string;
  attempt: number;
  language: string;
  format: string;
  preferredChannel: ContactChannel | null;
  /** Ways that work for it now. */
  ways: ContactChannel[];
  /** Ways that were tried for it. */
  tried: ContactChannel[];
  /** Nothing may be sent, whatever the way, or nothing need be. */
  stopped: boolean;
}

/** Of these deliveries those that were packs or invitations to an event and reached nobody, where nothing was tried since. */
export const packFailures = (db: Db, ids: readonly string[], keys: AddressKeys, now: Date) => db<PackFailure[]>`
  select d.id, d.kind, d.recipient_id, d.attempt, coalesce(r.language, d.language) as language, coalesce(r.format, d.format) as format,
    r.preferred_channel, ${workingWays(db, keys, db`m.purpose`, now)} as ways,
    (select array_agg(distinct t.channel) from deliveries t where t.recipient_id = d.recipient_id and t.kind = d.kind) as tried,
    r.id is null or r.status <> 'current' or stop.reason is not null or ev.reply is not null or coalesce(ev.over, false) as stopped
  from deliveries d
  join recipients rec on rec.id = d.recipient_id
  join mailings m on m.id = rec.mailing_id
  left join residents r on r.id = rec.resident_id
  ${reachJoins(db, db`m.purpose`, now)}
  ${eventOf(db, now)}
  where d.id = any(${ids}::uuid[]) and d.kind in ('pack', 'event') and d.status in ('failed', 'cancelled')
    and not exists (select from deliveries t where t.recipient_id = d.recipient_id and t.kind = d.kind and t.attempt > d.attempt)`;

/** A meeting still to come, and how many members its papers did not reach by any way. */
export interface PackUnreached {
  meetingId: string;
  group: string;
  heldOn: string;
  members: number;
}

/** Meetings still to come whose papers reached a member by no way: every attempt failed, or there was none. Who asked us to stop is not counted. */
export const packsUnreached = (db: Db, now: Date) => db<PackUnreached[]>`
  select mt.id as meeting_id, g.name as "group", mt.held_on::text, count(*) as members
  from mailings m join meetings mt on mt.id = m.meeting_id join groups g on g.id = mt.group_id
  join recipients rec on rec.mailing_id = m.id join residents r on r.id = rec.resident_id
  ${reachJoins(db, db`m.purpose`, now)}
  where m.kind = 'pack' and mt.held_on >= ${now}::date and r.status = 'current' and stop.reason is null
    and not exists (
      select from deliveries d where d.recipient_id = rec.id and d.kind = 'pack' and d.status not in ('failed', 'cancelled'))
  group by mt.id, g.id order by mt.held_on, g.name`;
