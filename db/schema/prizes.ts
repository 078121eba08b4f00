import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { recipients } from './mailings.ts';
import { residents } from './residents.ts';
import { waves } from './waves.ts';

/** The prize draw of a wave, set before its launch. It knows nothing of answers. */
export const prizeDraws = pgTable('prize_draws', {
  waveId: uuid()
    .primaryKey()
    .references(() => waves.id, { onDelete: 'cascade' }),
  /** In the landlord's own words, such as "one of 4 shopping vouchers of £25". */
  prize: text().notNull(),
  terms: text().notNull().default(''),
  winners: integer().notNull(),
  reserves: integer().notNull(),
  /** Last day to enter. */
  closesOn: date().notNull(),
  /** Secret until the draw; its hash is shown from the first, so that nobody can choose it afterwards. */
  seed: text().notNull(),
  seal: text().notNull(),
  setBy: text().notNull(),
  setAt: moment().notNull(),
  drawnAt: moment(),
  drawnBy: text(),
  /** How many were in the draw, and sha256 over their entry ids in order, a line each. */
  entrants: integer(),
  listHash: text(),
});

/**
 * One person in a draw. Before the draw only who entered without answering or asked to be left out; at the draw everybody who is in it. Only a day is
 * kept, not a time, and no invitation or response: in an anonymous wave an entry does not tell who answered.
 */
export const prizeEntries = pgTable(
  'prize_entries',
  {
    /** Random: the name of the entry in the list that anybody may check. */
    id: uuid().primaryKey(),
    waveId: uuid()
      .notNull()
      .references(() => prizeDraws.waveId, { onDelete: 'cascade' }),
    /** Nulled by erasure. */
    residentId: uuid().references(() => residents.id, { onDelete: 'set null' }),
    /** taking_part (answered or sent back blank), page, typed (by letter or telephone). */
    way: text().notNull(),
    /** left_out, staff, do_not_contact, died, erased; null is in. */
    outReason: text(),
    enteredOn: date().notNull(),
    enteredBy: text(),
    /** The order of the draw: 1 is the first winner. Null before it. */
    place: integer(),
    /** winner or reserve. */
    role: text(),
    /** When we told them. */
    toldAt: moment(),
    recipientId: uuid().references(() => recipients.id),
    /** When and why the prize went on to the next reserve. */
    missedAt: moment(),
    missedWhy: text(),
    missedBy: text(),
  },
  (t) => [
    unique('prize_entry').on(t.waveId, t.residentId),
    index('prize_entries_resident').on(t.residentId),
    index('prize_entries_recipient').on(t.recipientId).where(sql`recipient_id is not null`),
  ],
);
