import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { groups } from './groups.ts';
import { residents } from './residents.ts';

/** A member of staff says who would like to take part; what came of it is told back to them. */
export const referrals = pgTable(
  'referrals',
  {
    id: uuid().primaryKey(),
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    topics: text().array().notNull(),
    comfortLevel: integer(),
    /** What the resident said. */
    words: text().notNull(),
    /** `staff:<id>` or `key:<id>`. */
    by: text().notNull(),
    byName: text().notNull(),
    /** When the resident's consent was ticked. */
    createdAt: moment().notNull(),
    /** surveys/groups/referral.ts; null while it is open. */
    outcome: text(),
    outcomeNote: text().notNull().default(''),
    groupId: uuid().references(() => groups.id),
    decidedAt: moment(),
    decidedBy: text(),
  },
  (t) => [index('referrals_by').on(t.by, t.createdAt), index('referrals_resident').on(t.residentId)],
);
