import { mailPrice } from '../../../channels/email/prices.ts';
import { emailPrices } from '../../../db/queries/email-prices.ts';
import type { Deps } from '../../deps.ts';
import { landlordToday } from '../today.ts';

/** What mails cost through the provider that is connected: today, and every price that was set for it. */
export async function seeEmailPrices(deps: Deps) {
  const { provider } = deps.channels.email;
  const set = (await emailPrices(deps.db)).filter((price) => price.provider === provider);
  return {
    provider,
    today: mailPrice(provider, await landlordToday(deps.db, deps), set),
    set: set.map(({ provider: _, ...price }) => price),
  };
}
