import type { Db } from '../connect.ts';

/** A text that may or may not have gone. */
export interface UnknownText {
  id: string;
  recipientId: string | null;
  to: string;
  words: string | null;
  code: string | null;
  claimedAt: Date;
  /** It is the one more that is sent after the provider had no trace of the first. */
  onceMore: boolean;
}

/** Texts of one provider that may have gone, claimed before then, and not looked for yet; the oldest first. */
export const unknownTexts = (db: Db, provider: string, before: Date, limit: number) => db<UnknownText[]>`
  select d.id, d.recipient_id, r.phone as "to", d.words, i.code, d.claimed_at,
    exists (select from deliveries o where o.recipient_id = d.recipient_id and o.step = d.step and o.fail_code = 'no_trace') as once_more
  from deliveries d
  join recipients rec on rec.id = d.recipient_id
  join residents r on r.id = rec.resident_id
  left join invitations i on i.id = d.recipient_id
  where d.status = 'unknown' and d.channel = 'sms' and d.provider = ${provider} and d.claimed_at <= ${before}
    and d.fail_code is distinct from 'looked_for' and r.phone is not null
  order by d.claimed_at limit ${limit}`;

/** Which of these ids of a provider are those of other deliveries than this one. */
export async function idsOfOthers(
  db: Db,
  { provider, ids, than }: { provider: string; ids: readonly string[]; than: string },
): Promise<Set<string>> {
  const rows = await db<{ providerId: string }[]>`
    select provider_id from deliveries where provider = ${provider} and provider_id = any(${ids}::text[]) and id <> ${than}`;
  return new Set(rows.map(({ providerId }) => providerId));
}

/** Which of these ids of texts that came in we have. */
export async function knownInbound(db: Db, provider: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db<{ providerId: string }[]>`
    select provider_id from inbound_messages where provider = ${provider} and provider_id = any(${ids}::text[])`;
  return new Set(rows.map(({ providerId }) => providerId));
}
