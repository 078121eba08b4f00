import { sql } from 'drizzle-orm';
import { boolean, check, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** How long things are kept: one row. Nothing goes by itself until an administrator has turned it on. */
export const retention = pgTable(
  'retention',
  {
    id: integer().primaryKey().default(1),
    on: boolean().notNull().default(false),
    /** Months by kind of data, where they are not the default: server/actions/retention/rules.ts. */
    months: jsonb().$type<Record<string, number>>().notNull().default({}),
    changedAt: moment().notNull(),
    changedBy: text().notNull(),
    /** When the daily run last began, and how many of each kind went in it. */
    ranAt: moment(),
    went: jsonb().$type<Record<string, number>>(),
  },
  (t) => [check('retention_is_one', sql`${t.id} = 1`)],
);
