/** What a landlord says a provider charges from a local date on, in pence for a thousand mails without VAT. */
export interface SetMailPrice {
  from: string;
  perThousand: number;
}

/** What mails cost on a day, in pence for a thousand, and whether somebody set it. */
export interface MailPrice {
  perThousand: number;
  /** Since when, where it was set. */
  since: string | null;
}

/**
 * What nobody needs to set: a landlord's own server and practice charge nothing by the mail. SendGrid sells plans by the month, in dollars, each with a price
 * of its own, so that it has no price until the landlord says what theirs comes to.
 */
const listPrices: Readonly<Record<string, number>> = { smtp: 0, sandbox: 0 };

/** The price of mails through a provider on a local date: the last that was set to begin by then, else what is known of the provider; null is not priced. */
export function mailPrice(provider: string, on: string, set: readonly SetMailPrice[]): MailPrice | null {
  const [last] = set.filter(({ from }) => from <= on).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  if (last) return { perThousand: last.perThousand, since: last.from };
  const listed = listPrices[provider];
  return listed === undefined ? null : { perThousand: listed, since: null };
}

/** Pence of one mail, null where it is not priced. */
export const mailCost = (price: MailPrice | null): number | null => price && price.perThousand / 1000;
