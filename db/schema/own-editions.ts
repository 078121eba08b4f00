import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Texts } from '../../surveys/questionnaire/types.ts';
import { bytes, moment } from './columns.ts';
import { editionRevisions, questionnaires } from './questionnaires.ts';

/** What a revision of easy read, braille or audio was made from, so that it is known when that has changed. */
export const ownEditions = pgTable('own_editions', {
  revisionId: uuid()
    .primaryKey()
    .references(() => editionRevisions.id),
  /** Hash of the questions, their source words and their words in the language. */
  madeFrom: text().notNull(),
  madeBy: text().notNull(),
  /** The revision of the version before whose approval it carries, nothing it was made from having changed. */
  carriedFrom: uuid().references(() => editionRevisions.id),
});

/** Easier words and pictures of a questionnaire in one language, as last saved; an edition is made from them. */
export const easyDrafts = pgTable(
  'easy_drafts',
  {
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    language: text().notNull(),
    texts: jsonb().$type<Texts>().notNull(),
    /** Grows by one at each save, so that two officers never overwrite each other silently. */
    revision: integer().notNull().default(1),
    savedBy: text().notNull(),
    savedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.questionnaireId, t.language] })],
);

/** A picture an officer brought for easy read. Never changed: approved editions show it. */
export const pictures = pgTable('pictures', {
  id: uuid().primaryKey(),
  /** What it shows, in words, by language; English always. */
  alt: jsonb().$type<Texts>().notNull(),
  contentType: text().notNull(),
  content: bytes().notNull(),
  size: integer().notNull(),
  addedBy: text().notNull(),
  addedAt: moment().notNull(),
});
