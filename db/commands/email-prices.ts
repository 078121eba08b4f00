import type { Db } from '../connect.ts';
import type { EmailPriceRow } from '../queries/email-prices.ts';

/** Sets what mails through a provider cost from a day on; gives what was set for that day before, which is replaced, or null. */
export async function setEmailPrice(
  db: Db,
  { provider, from, perThousand, by, at }: EmailPriceRow,
): Promise<number | null> {
  const [row] = await db<{ before: number | null }[]>`
    insert into email_prices (provider, from_date, per_thousand, by, at) values (${provider}, ${from}, ${perThousand}, ${by}, ${at})
    on conflict (provider, from_date) do update set per_thousand = excluded.per_thousand, by = excluded.by, at = excluded.at
    returning (select p.per_thousand::float8 from email_prices p where p.provider = ${provider} and p.from_date = ${from}) as before`;
  return row?.before ?? null;
}

/** Takes a price back, and gives it. Null when none was set for that day. */
export async function dropEmailPrice(db: Db, provider: string, from: string): Promise<number | null> {
  const [gone] = await db<{ before: number }[]>`
    delete from email_prices where provider = ${provider} and from_date = ${from} returning per_thousand::float8 as before`;
  return gone?.before ?? null;
}
