import type { Db } from '../connect.ts';

export interface PracticeMessage {
  id: string;
  channel: 'sms' | 'email' | 'post';
  to: string;
  language: string;
  subject: string | null;
  body: string;
  html: string | null;
  replyTo: string | null;
  at: Date;
}

const columns = (db: Db) => db`
  delivery_id as id, channel, to_address as "to", language, subject, body, html, reply_to, at`;

export interface PracticeFilter {
  channels: readonly string[];
  q?: string;
  /** [moment, id] of the last one seen. */
  after: readonly string[] | null;
  limit: number;
}

const found = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`;

/** What the sandbox kept, newest first, one past the limit. */
export const practiceMessages = (db: Db, { channels, q, after, limit }: PracticeFilter) => db<PracticeMessage[]>`
  select ${columns(db)} from sandbox_messages
  where channel = any(${channels}::text[])
    and ${q === undefined ? db`true` : db`concat_ws(' ', to_address, subject, body) ilike ${found(q)}`}
    and ${after === null ? db`true` : db`(at, delivery_id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)`}
  order by at desc, delivery_id desc limit ${limit + 1}`;

/** One message of the sandbox; null when there is none. */
export async function practiceMessage(db: Db, id: string): Promise<PracticeMessage | null> {
  const [row] = await db<PracticeMessage[]>`select ${columns(db)} from sandbox_messages where delivery_id = ${id}`;
  return row ?? null;
}

/** Numbers that were texted, with the last words to each, newest first. */
export const practicePhones = (db: Db, q: string | undefined, most: number) => db<
  { number: string; last: string; at: Date }[]
>`
  select number, last, at from (
    select distinct on (to_address) to_address as number, body as last, at from sandbox_messages
    where channel = 'sms' and ${q === undefined ? db`true` : db`to_address like ${found(q)}`}
    order by to_address, at desc) newest
  order by at desc, number limit ${most}`;

/** Both sides of a number's practice conversation, oldest first: `mine` is what we sent. What a real provider brought is no practice. A reply that went back at once stands with what it answered. */
export const practiceConversation = (db: Db, number: string) => db<
  { id: string; mine: boolean; body: string; at: Date }[]
>`
  select delivery_id::text as id, true as mine, body, at from sandbox_messages where channel = 'sms' and to_address = ${number}
  union all
  select id::text, false, body, received_at from inbound_messages where provider = 'sandbox' and channel = 'sms' and from_address = ${number}
  union all
  select id::text || ':reply', true, reply, received_at from inbound_messages
  where provider = 'sandbox' and channel = 'sms' and from_address = ${number} and reply is not null
  order by at, id`;

/** Whether somebody real is reached at a number or address: a resident who is no demo one, or anybody who wrote from there through a real provider. */
export async function heldByReal(db: Db, channel: 'sms' | 'email', address: string): Promise<boolean> {
  const [row] = await db<{ real: boolean }[]>`
    select exists (
      select from residents where not demo
        and ${channel === 'sms' ? db`phone = ${address}` : db`lower(email) = lower(${address})`}
    ) or exists (
      select from inbound_messages where channel = ${channel} and provider <> 'sandbox' and from_address = ${address}
    ) as real`;
  return row?.real === true;
}
