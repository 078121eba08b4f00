import { type MailPrice, mailPrice } from '../../../channels/email/prices.ts';
import type { Db } from '../../../db/connect.ts';
import { emailPrices } from '../../../db/queries/email-prices.ts';

/** Finds the price of mails through any provider on any local date; null is not priced. */
export type MailPriceOf = (provider: string, on: string) => MailPrice | null;

/** Reads what was set, once. */
export async function mailPrices(db: Db): Promise<MailPriceOf> {
  const set = await emailPrices(db);
  return (provider, on) =>
    mailPrice(
      provider,
      on,
      set.filter((price) => price.provider === provider),
    );
}
