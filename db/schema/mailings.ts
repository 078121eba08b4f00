import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { events } from './events.ts';
import { meetings } from './groups.ts';
import { residents } from './residents.ts';

/** Anything sent to a list. */
export const mailings = pgTable('mailings', {
  id: uuid().primaryKey(),
  /** wave, pack, minutes, outcome, invitation (to an event or a group), reply, confirmation, link, prize. */
  kind: text().notNull(),
  purpose: text().notNull(),
  meetingId: uuid().references(() => meetings.id),
  eventId: uuid().references(() => events.id),
  createdAt: moment().notNull(),
  createdBy: text().notNull(),
});

/** One resident in one mailing. */
export const recipients = pgTable(
  'recipients',
  {
    id: uuid().primaryKey(),
    mailingId: uuid()
      .notNull()
      .references(() => mailings.id),
    /** Nulled by erasure. */
    residentId: uuid().references(() => residents.id, { onDelete: 'set null' }),
    language: text().notNull(),
    format: text().notNull(),
  },
  (t) => [unique('recipient').on(t.mailingId, t.residentId), index('recipients_resident').on(t.residentId)],
);
