import { date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { groups } from './groups.ts';

/** Something some residents are asked to by a balanced draw: a focus group, or to join a group. */
export const events = pgTable('events', {
  id: uuid().primaryKey(),
  /** focus_group: once, on a day. join: whoever says yes joins the group. */
  kind: text().notNull(),
  groupId: uuid().references(() => groups.id),
  title: text().notNull(),
  /** What it is about, in the landlord's own words. */
  about: text().notNull().default(''),
  heldOn: date(),
  /** Local, such as 18:30. */
  startsAt: text().notNull().default(''),
  place: text().notNull().default(''),
  replyBy: date().notNull(),
  /** service or research: what a stop must cover to keep it away. */
  purpose: text().notNull(),
  /** Who could be asked, how many, and how they are balanced: surveys/groups/event.ts. */
  plan: jsonb().$type<Record<string, unknown>>().notNull(),
  /** The same seed over the same people draws the same ones. */
  seed: text().notNull(),
  /** People of each cell among everybody who lives here, as the draw saw them. */
  population: jsonb().$type<Record<string, number>>().notNull(),
  /** Who was left out of the draw, counted by reason. */
  leftOut: jsonb().$type<Record<string, number>>().notNull(),
  /** How many could be asked. */
  pool: integer().notNull(),
  createdAt: moment().notNull(),
  createdBy: text().notNull(),
  sentAt: moment(),
  calledOffAt: moment(),
});
