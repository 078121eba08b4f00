import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { recipients } from './mailings.ts';
import { residents } from './residents.ts';

/** What came in, kept raw even when it is not understood. A row with a tray reason waits for a person. */
export const inboundMessages = pgTable(
  'inbound_messages',
  {
    id: uuid().primaryKey(),
    provider: text().notNull(),
    providerId: text().notNull(),
    /** sms, email, or the way of an answer that came too late or cannot wait: web, paper, telephone, in_person. */
    channel: text().notNull(),
    fromAddress: text().notNull(),
    toAddress: text().notNull(),
    subject: text(),
    body: text().notNull(),
    /** The whole of it as it came: raw MIME, or the provider's fields. */
    raw: bytes(),
    fields: jsonb().$type<Record<string, string>>(),
    receivedAt: moment().notNull(),
    residentId: uuid().references(() => residents.id, { onDelete: 'set null' }),
    recipientId: uuid().references(() => recipients.id),
    /** What was done with it: answered, replied, stopped, started, helped, commented, auto_reply, bounce, tray, failed, late. */
    done: text().notNull(),
    reply: text(),
    trayReason: text(),
    urgent: text(),
    trayDoneAt: moment(),
    trayDoneBy: text(),
    trayDone: text(),
  },
  (t) => [
    unique('inbound_message').on(t.provider, t.providerId),
    index('inbound_tray').on(t.receivedAt).where(sql`tray_reason is not null and tray_done_at is null`),
    index('inbound_from').on(t.fromAddress, t.receivedAt),
    index('inbound_resident').on(t.residentId),
    index('inbound_recipient').on(t.recipientId).where(sql`recipient_id is not null`),
  ],
);

/** The practice inbox and phone: what the sandbox kept instead of sending. */
export const sandboxMessages = pgTable(
  'sandbox_messages',
  {
    deliveryId: uuid().primaryKey(),
    channel: text().notNull(),
    toAddress: text().notNull(),
    language: text().notNull(),
    subject: text(),
    body: text().notNull(),
    html: text(),
    replyTo: text(),
    at: moment().notNull(),
  },
  (t) => [index('sandbox_to').on(t.toAddress, t.at)],
);
