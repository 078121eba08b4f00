import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { groups } from './groups.ts';
import { residents } from './residents.ts';

/** Somebody who put themselves forward on our page. Not confirmed, it vanishes; confirmed, a person decides who it is. */
export const joinRequests = pgTable(
  'join_requests',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** sms or email. */
    channel: text().notNull(),
    /** E.164, or an email address. */
    address: text().notNull(),
    postcode: text().notNull(),
    topics: text().array().notNull(),
    comfortLevel: integer(),
    language: text().notNull(),
    tokenHash: text().notNull().unique(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    confirmedAt: moment(),
    /** matched or declined. */
    outcome: text(),
    residentId: uuid().references(() => residents.id, { onDelete: 'set null' }),
    groupId: uuid().references(() => groups.id),
    note: text(),
    decidedAt: moment(),
    decidedBy: text(),
  },
  (t) => [index('join_requests_open').on(t.confirmedAt), index('join_requests_expiry').on(t.expiresAt)],
);
