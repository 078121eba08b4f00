import type { PendingQuery, Row } from 'postgres';
import type { Mode } from '../../surveys/mode.ts';
import type { Db } from '../connect.ts';

/** What was done with a message that came in. */
export type InboundDone =
  | 'answered'
  | 'replied'
  | 'stopped'
  | 'started'
  | 'helped'
  | 'commented'
  | 'auto_reply'
  | 'bounce'
  | 'tray'
  | 'failed'
  | 'late';

/** A message that came in, with what became of it. */
export interface InboundRow {
  id: string;
  provider: string;
  providerId: string;
  /** `sms`, `email`, or the way an answer was given. */
  channel: 'sms' | 'email' | Exclude<Mode, 'text'>;
  fromAddress: string;
  toAddress: string;
  subject: string | null;
  body: string;
  raw: Uint8Array | null;
  fields: Readonly<Record<string, string>> | null;
  receivedAt: Date;
  residentId: string | null;
  recipientId: string | null;
  done: InboundDone;
  reply: string | null;
  trayReason: string | null;
  urgent: string | null;
}

/** The reply to a text, which the provider takes from our answer: a delivery that went at once. */
export interface ReplyRow {
  id: string;
  inboundId: string;
  recipientId: string | null;
  provider: string;
  language: string;
  format: string;
  words: string;
  segments: number;
  at: Date;
}

type Fragment = PendingQuery<Row[]>;

/** Keeps a message that came in. `source` is a `from` clause when another part of the statement decides whether. */
export const insertInbound = (db: Db, row: InboundRow, source?: Fragment) => db`
  insert into inbound_messages (id, provider, provider_id, channel, from_address, to_address, subject, body, raw, fields,
    received_at, resident_id, recipient_id, done, reply, tray_reason, urgent)
  select ${row.id}::uuid, ${row.provider}, ${row.providerId}, ${row.channel}, ${row.fromAddress}, ${row.toAddress},
    ${row.subject}, ${row.body}, ${row.raw}::bytea, ${row.fields === null ? null : JSON.stringify(row.fields)}::text::jsonb,
    ${row.receivedAt}::timestamptz, ${row.residentId}::uuid, ${row.recipientId}::uuid, ${row.done}, ${row.reply},
    ${row.trayReason}, ${row.urgent} ${source ?? db``}`;

export const insertReply = (db: Db, row: ReplyRow, source?: Fragment) => db`
  insert into deliveries (id, recipient_id, channel, provider, kind, status, due_at, claimed_at, accepted_at, sent_at,
    language, format, words, segments, inbound_message_id, created_at)
  select ${row.id}::uuid, ${row.recipientId}::uuid, 'sms', ${row.provider}, 'reply', 'sent', ${row.at}::timestamptz, ${row.at}::timestamptz,
    ${row.at}::timestamptz, ${row.at}::timestamptz, ${row.language}, ${row.format}, ${row.words}, ${row.segments}::int, ${row.inboundId}::uuid,
    ${row.at}::timestamptz ${source ?? db``}`;

/** Keeps a message and our reply, by themselves. Throws 23505 when it was kept before. */
export async function keepMessage(db: Db, inbound: InboundRow, reply: ReplyRow | null): Promise<void> {
  await db`with heard as (${insertInbound(db, inbound)}) ${reply ? insertReply(db, reply) : db`select 1`}`;
}

/** The reply to a text that no webhook brought is still to be sent: nobody waited for our answer. */
export const replyIsDue = (db: Db, { provider, providerId }: { provider: string; providerId: string }, at: Date) => db`
  update deliveries d set status = 'due', due_at = ${at}, claimed_at = null, accepted_at = null, sent_at = null
  from inbound_messages n
  where n.provider = ${provider} and n.provider_id = ${providerId} and d.inbound_message_id = n.id and d.kind = 'reply' and d.status = 'sent'`;

/** A thank-you for a mail, to be sent by whoever drains the queue, to the address that wrote. */
export interface AcknowledgementRow {
  id: string;
  inboundId: string;
  recipientId: string;
  language: string;
  format: string;
  subject: string;
  words: string;
  at: Date;
}

export const insertAcknowledgement = (db: Db, row: AcknowledgementRow) => db`
  insert into deliveries (id, recipient_id, channel, kind, status, due_at, language, format, subject, words, inbound_message_id,
    created_at)
  values (${row.id}, ${row.recipientId}, 'email', 'acknowledgement', 'due', ${row.at}, ${row.language}, ${row.format},
    ${row.subject}, ${row.words}, ${row.inboundId}, ${row.at})`;
