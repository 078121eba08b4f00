import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';
import { questionnaires } from './questionnaires.ts';

/** What a draft was at each save, to look at and to go back to; thinned as it grows. */
export const draftSaves = pgTable(
  'draft_saves',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    questionnaireId: uuid()
      .notNull()
      .references(() => questionnaires.id),
    revision: integer().notNull(),
    draft: jsonb().$type<Record<string, unknown>>().notNull(),
    savedBy: text().notNull(),
    savedAt: moment().notNull(),
    /** Never was the draft: somebody took a colleague's instead, and this is what was set aside. */
    aside: boolean().notNull().default(false),
  },
  (t) => [
    index('draft_saves_newest').on(t.questionnaireId, t.savedAt),
    uniqueIndex('draft_saves_revision').on(t.questionnaireId, t.revision).where(sql`not aside`),
  ],
);
