import { integer, jsonb, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Cell } from '../../surveys/fieldwork/cell.ts';
import { moment } from './columns.ts';
import { waves } from './waves.ts';

/** That some of a group were asked again, or more of it drawn, while a wave was in the field. Its id comes with the request, so that a second press changes nothing. */
export const cellAsks = pgTable('cell_asks', {
  id: uuid().primaryKey(),
  waveId: uuid()
    .notNull()
    .references(() => waves.id, { onDelete: 'cascade' }),
  cells: jsonb().$type<Cell[]>().notNull(),
  /** next_step or fresh. */
  how: text().notNull(),
  wanted: integer().notNull(),
  asked: integer().notNull(),
  /** The seed of the draw among those who could be asked. */
  seed: text().notNull(),
  by: text().notNull(),
  at: moment().notNull(),
});

/** What the bill said that a channel cost in a wave; until then costs are estimated from list prices. */
export const waveBills = pgTable(
  'wave_bills',
  {
    waveId: uuid()
      .notNull()
      .references(() => waves.id, { onDelete: 'cascade' }),
    channel: text().notNull(),
    /** Pence, without VAT. */
    pence: numeric({ mode: 'number' }).notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.waveId, t.channel] })],
);
