import { boolean, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Compiled, Texts } from '../../surveys/questionnaire/types.ts';
import { moment } from './columns.ts';

/** A questionnaire, with the draft an officer is working on. */
export const questionnaires = pgTable('questionnaires', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** Which ready-made set it came from, such as tsm-2023; its wording may be locked. */
  instrument: text(),
  sourceLanguage: text().notNull().default('en'),
  /** Multilingual SurveyJS JSON as last saved. */
  draft: jsonb().$type<Record<string, unknown>>().notNull(),
  /** Grows by one at each save, so that two officers never overwrite each other silently. */
  draftRevision: integer().notNull().default(1),
  draftBy: text().notNull(),
  draftAt: moment().notNull(),
  archived: boolean().notNull().default(false),
});

/** Structure and source words, immutable once published. Answering reads `compiled` only. */
export const versions = pgTable(
  'versions',
  {
    id: uuid().primaryKey(),
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    number: integer().notNull(),
    /** SurveyJS JSON without its words. */
    structure: jsonb().$type<Record<string, unknown>>().notNull(),
    sourceLanguage: text().notNull(),
    sourceTexts: jsonb().$type<Texts>().notNull(),
    hash: text().notNull(),
    compiled: jsonb().$type<Compiled>().notNull(),
    compiler: integer().notNull(),
    publishedAt: moment().notNull(),
    publishedBy: text().notNull(),
  },
  (t) => [unique('version_number').on(t.questionnaireId, t.number)],
);

/** A version in one language and one format; each revision immutable once approved. */
export const editionRevisions = pgTable(
  'edition_revisions',
  {
    id: uuid().primaryKey(),
    versionId: uuid()
      .notNull()
      .references(() => versions.id),
    language: text().notNull(),
    format: text().notNull(),
    number: integer().notNull(),
    texts: jsonb().$type<Texts>().notNull(),
    hash: text().notNull(),
    /** draft, machine, checked, approved. */
    status: text().notNull(),
    approvedBy: text(),
    approvedAt: moment(),
    createdAt: moment().notNull(),
  },
  (t) => [
    unique('edition_revision').on(t.versionId, t.language, t.format, t.number),
    index('editions_version').on(t.versionId),
  ],
);
