import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { waves } from './waves.ts';

/** That a group of a quota has its answers, written once, when it was first seen; what was due for the others of it then is cancelled. */
export const quotaFills = pgTable(
  'quota_fills',
  {
    waveId: uuid()
      .notNull()
      .references(() => waves.id, { onDelete: 'cascade' }),
    stratum: text().notNull(),
    at: moment().notNull(),
    /** Answers there were then. */
    answered: integer().notNull(),
    /** Messages and calls that were cancelled because of it. */
    messages: integer().notNull().default(0),
    calls: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.waveId, t.stratum] })],
);
