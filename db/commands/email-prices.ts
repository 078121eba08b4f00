import type { Db } from '../connect.ts';
import type { EmailPriceRow } from '../queries/email-prices.ts';

/** Sets what mails through a provider cost from a day on; what was set for that day before is replaced. */
export const setEmailPrice = (db: Db, { provider, from, perThousand, by, at }: EmailPriceRow) => db`
  insert into email_prices (provider, from_date, per_thousand, by, at) values (${provider}, ${from}, ${perThousand}, ${by}, ${at})
  on conflict (provider, from_date) do update set per_thousand = excluded.per_thousand, by = excluded.by, at = excluded.at`;

/** Takes a price back. False when none was set for that day. */
export async function dropEmailPrice(db: Db, provider: string, from: string): Promise<boolean> {
  const gone = await db`delete from email_prices where provider = ${provider} and from_date = ${from}`;
  return gone.count > 0;
}
