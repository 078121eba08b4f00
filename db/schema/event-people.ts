import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { events } from './events.ts';
import { recipients } from './mailings.ts';
import { residents } from './residents.ts';

/** Everybody who could be asked to an event, with what the draw made of them: kept whole, so that it can be drawn again. */
export const eventPeople = pgTable(
  'event_people',
  {
    id: uuid().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    /** Nulled by erasure. */
    residentId: uuid().references(() => residents.id, { onDelete: 'set null' }),
    /** drawn, reserve, not_drawn. */
    role: text().notNull(),
    /** The values the draw was balanced by, as they stood, such as `Elm|sheltered`. */
    cell: text().notNull(),
    /** The order of the draw within its role. */
    place: integer().notNull(),
    recipientId: uuid().references(() => recipients.id),
    invitedAt: moment(),
    /** Whose place a reserve was asked to take. */
    insteadOf: uuid(),
    /** yes, no, maybe. */
    reply: text(),
    repliedAt: moment(),
    /** web, text, telephone, post, in_person. */
    replyMode: text(),
    replyBy: text(),
  },
  (t) => [
    unique('event_person').on(t.eventId, t.residentId),
    index('event_people_resident').on(t.residentId, t.invitedAt),
    index('event_people_recipient').on(t.recipientId),
  ],
);
