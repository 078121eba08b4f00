import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { questionnaires } from './questionnaires.ts';

/**
 * What was said of one translation of one text. The words themselves stand in the draft: a mark holds only while the draft still has both
 * these words and these source words, so nothing here is ever out of date by itself.
 */
export const translationMarks = pgTable(
  'translation_marks',
  {
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    language: text().notNull(),
    key: text().notNull(),
    /** The source words it was made from. */
    source: text().notNull(),
    text: text().notNull(),
    /** What it says when it is put back into the source language. */
    back: text().notNull().default(''),
    /** machine, draft, checked, approved. */
    status: text().notNull(),
    madeBy: text(),
    madeAt: moment(),
    checkedBy: text(),
    checkedAt: moment(),
    approvedBy: text(),
    approvedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.questionnaireId, t.language, t.key] }),
    // A source text may be longer than a tree takes.
    index('translation_marks_source').using('hash', t.source),
  ],
);

/** That a person read the phrases of a language, as they stood in the file with this hash. A changed file is not approved. */
export const phraseApprovals = pgTable(
  'phrase_approvals',
  {
    language: text().notNull(),
    hash: text().notNull(),
    /** The phrases as they were read, by key, so that what changed since can be shown. */
    phrases: jsonb().$type<Record<string, string>>().notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.language, t.hash] })],
);
