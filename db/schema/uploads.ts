import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { responses } from './responses.ts';

/** A photo given as an answer, itself kept here: the answer is its id. What it said of place and time was taken out before. */
export const uploads = pgTable(
  'uploads',
  {
    id: uuid().primaryKey(),
    responseId: uuid()
      .notNull()
      .references(() => responses.id, { onDelete: 'cascade' }),
    questionId: text().notNull(),
    contentType: text().notNull(),
    size: integer().notNull(),
    content: bytes().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('uploads_response').on(t.responseId)],
);
