import { boolean, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { residents } from './residents.ts';

/** A standing list people join: a panel (kind `panel`) or a halo group (kind `halo`). */
export const groups = pgTable('groups', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  name: text().notNull().unique(),
  about: text().notNull().default(''),
  createdAt: moment().notNull(),
});

export const memberships = pgTable(
  'memberships',
  {
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    residentId: uuid()
      .notNull()
      .references(() => residents.id, { onDelete: 'cascade' }),
    fromDate: date().notNull(),
    toDate: date(),
    /** When the term they agreed to is over; a person then asks whether they go on. */
    termEndsOn: date(),
    /** The first day they get papers and invitations again; the membership stands meanwhile. */
    pausedUntil: date(),
    /** How they came: staff, invitation, join, referral. */
    joinedBy: text().notNull().default('staff'),
    /** Why they left: surveys/groups/members.ts. */
    leftReason: text(),
    leftNote: text(),
    /** False: comments are shown to the group as "a resident". */
    showName: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.residentId, t.fromDate] }),
    index('memberships_resident').on(t.residentId),
  ],
);

export const meetings = pgTable('meetings', {
  id: uuid().primaryKey(),
  groupId: uuid()
    .notNull()
    .references(() => groups.id),
  title: text().notNull(),
  heldOn: date().notNull(),
  commentsBy: date().notNull(),
  place: text().notNull().default(''),
  createdAt: moment().notNull(),
});

/** An item of the agenda. "Anything else" is not a row: a comment with no item that a person placed there. */
export const agendaItems = pgTable(
  'agenda_items',
  {
    id: uuid().primaryKey(),
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    title: text().notNull(),
    summary: text().notNull().default(''),
  },
  (t) => [unique('agenda_item_number').on(t.meetingId, t.number)],
);

/** A paper of a pack, the file itself kept here. */
export const papers = pgTable(
  'papers',
  {
    id: uuid().primaryKey(),
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    agendaItemId: uuid().references(() => agendaItems.id, { onDelete: 'set null' }),
    /** agenda, report, minutes. */
    kind: text().notNull(),
    title: text().notNull(),
    language: text().notNull().default('en'),
    format: text().notNull().default('standard'),
    filename: text().notNull(),
    contentType: text().notNull(),
    size: integer().notNull(),
    pages: integer(),
    content: bytes().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [index('papers_meeting').on(t.meetingId)],
);

/** What a member said about an agenda item, and what we answered. Never deleted; words can be hidden with a reason. */
export const comments = pgTable(
  'comments',
  {
    id: uuid().primaryKey(),
    meetingId: uuid()
      .notNull()
      .references(() => meetings.id),
    /** Null: about anything else, or not placed yet. */
    agendaItemId: uuid().references(() => agendaItems.id, { onDelete: 'set null' }),
    residentId: uuid().references(() => residents.id, { onDelete: 'set null' }),
    /** email, post, telephone, web, in_person. */
    mode: text().notNull(),
    words: text().notNull(),
    /** Quoted history cut away from a mail, kept so that a wrong cut can be mended. */
    cut: text().notNull().default(''),
    inboundMessageId: uuid(),
    /** sure, likely, unplaced, by_hand. */
    placed: text().notNull(),
    fromOtherAddress: boolean().notNull().default(false),
    late: boolean().notNull().default(false),
    receivedAt: moment().notNull(),
    typedBy: text(),
    hiddenReason: text(),
    answer: text(),
    answeredAt: moment(),
    answeredBy: text(),
    outcomeId: uuid().references(() => outcomes.id, { onDelete: 'set null' }),
  },
  (t) => [index('comments_meeting').on(t.meetingId, t.receivedAt), index('comments_resident').on(t.residentId)],
);

/** "You said, we did." */
export const outcomes = pgTable('outcomes', {
  id: uuid().primaryKey(),
  youSaid: text().notNull(),
  weDid: text().notNull(),
  createdAt: moment().notNull(),
  publishedAt: moment(),
});
