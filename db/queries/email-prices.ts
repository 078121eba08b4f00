import type { Db } from '../connect.ts';

/** A price that was set for a provider's mails, with who set it. Pence for a thousand. */
export interface EmailPriceRow {
  provider: string;
  from: string;
  perThousand: number;
  by: string;
  at: Date;
}

/** Every price that was set, the latest to begin first: a few lines a year. */
export const emailPrices = (db: Db) => db<EmailPriceRow[]>`
  select provider, from_date::text as "from", per_thousand::float8 as per_thousand, by, at
  from email_prices order by from_date desc, provider`;
