import { date, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { OwnBand } from '../../surveys/profiles/own-bands.ts';
import { moment } from './columns.ts';
import { invitations } from './deliveries.ts';

/** The landlord's own bands of a field, newest first by the day they are used from; none goes back to the usual ones. */
export const bands = pgTable(
  'bands',
  {
    id: uuid().primaryKey(),
    /** age, or a field of surveys/profiles/lists.ts. */
    field: text().notNull(),
    fromDate: date().notNull(),
    content: jsonb().$type<OwnBand[]>().notNull(),
    createdAt: moment().notNull(),
    createdBy: text().notNull(),
  },
  (t) => [index('bands_field').on(t.field, t.fromDate)],
);

/** Who was offered the equality questions after a survey, so that they are offered once. What they said stands in `profiles`. */
export const equalityOffers = pgTable('equality_offers', {
  invitationId: uuid()
    .primaryKey()
    .references(() => invitations.id, { onDelete: 'cascade' }),
  at: moment().notNull(),
});
