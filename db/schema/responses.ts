import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { State } from '../../surveys/interview/types.ts';
import { moment } from './columns.ts';
import { editionRevisions, versions } from './questionnaires.ts';
import { frameMembers, waves } from './waves.ts';

/** One invitation's answers, by whichever ways they came. Points to a frame member, never to a person. */
export const responses = pgTable(
  'responses',
  {
    id: uuid().primaryKey(),
    waveId: uuid()
      .notNull()
      .references(() => waves.id),
    frameMemberId: uuid()
      .unique()
      .references(() => frameMembers.id),
    versionId: uuid()
      .notNull()
      .references(() => versions.id),
    editionRevisionId: uuid().references(() => editionRevisions.id),
    language: text().notNull(),
    /** open, complete. */
    state: text().notNull().default('open'),
    startedMode: text().notNull(),
    startedAt: moment().notNull(),
    updatedAt: moment().notNull(),
    completedAt: moment(),
    /** The interview: answers by question id, each {value, mode, at, by}, and the cursor. */
    interview: jsonb().$type<State>().notNull(),
    /** Hash of the secret that a device which answered holds; null until the web was used. */
    deviceHash: text(),
    /** Grows by one at each change; two answers at one instant are taken one after the other. */
    revision: integer().notNull().default(1),
  },
  (t) => [index('responses_wave').on(t.waveId)],
);

/** An answer that was changed: what it was, and who changed it how. */
export const answerChanges = pgTable(
  'answer_changes',
  {
    id: uuid().primaryKey(),
    responseId: uuid()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    questionId: text().notNull(),
    was: jsonb().notNull(),
    mode: text().notNull(),
    at: moment().notNull(),
    by: text(),
  },
  (t) => [index('answer_changes_response').on(t.responseId)],
);

/** How often codes were tried from one address, in windows of 15 minutes. */
export const codeAttempts = pgTable('code_attempts', {
  addressHash: text().primaryKey(),
  windowStart: moment().notNull(),
  tries: integer().notNull(),
});
