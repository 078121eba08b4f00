import { date, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/** What the landlord says a mail provider charges, from a day on. */
export const emailPrices = pgTable(
  'email_prices',
  {
    /** smtp, sendgrid: the ledger's word. */
    provider: text().notNull(),
    fromDate: date().notNull(),
    /** Pence for a thousand mails, without VAT. */
    perThousand: numeric({ mode: 'number' }).notNull(),
    by: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.fromDate] })],
);
