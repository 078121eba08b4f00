import type { Db } from '../connect.ts';
import { type LandlordFacts, landlordJson } from './landlord.ts';

/** Who a link was made for, and what it may show of them. */
export interface TokenHolder {
  residentId: string;
  scope: 'preferences' | 'unsubscribe' | 'group' | 'event' | 'confirm';
  /** The purpose to stop, the meeting or event to show, or the change to confirm. */
  subject: string | null;
  language: string;
  format: string;
  preferredChannel: string | null;
  phone: string | null;
  email: string | null;
  comfortLevel: number | null;
}

/** What a page behind a link needs; `holder` is null where the link opens nothing, or nothing any more. */
export interface TokenPage {
  landlord: LandlordFacts | null;
  holder: TokenHolder | null;
}

/** Opens a link by its hash, for one scope. */
export async function tokenPage(db: Db, hash: string, scope: TokenHolder['scope'], now: Date): Promise<TokenPage> {
  const [row] = await db<TokenPage[]>`
    select ${landlordJson(db)} as landlord, (
      select jsonb_build_object('residentId', r.id, 'scope', t.scope, 'subject', t.subject, 'language', r.language,
        'format', r.format, 'preferredChannel', r.preferred_channel, 'phone', r.phone, 'email', r.email, 'comfortLevel', r.comfort_level)
      from tokens t join residents r on r.id = t.resident_id
      where t.hash = ${hash} and t.scope = ${scope} and t.expires_at > ${now}) as holder`;
  return row ?? { landlord: null, holder: null };
}

/** Whom a link that opens nothing any more was made for, and the way it came by. */
export async function oldToken(
  db: Db,
  hash: string,
): Promise<{
  residentId: string;
  scope: TokenHolder['scope'];
  channel: 'sms' | 'email' | null;
  meetingId: string | null;
} | null> {
  const [row] = await db<
    { residentId: string; scope: TokenHolder['scope']; channel: 'sms' | 'email' | null; meetingId: string | null }[]
  >`
    select resident_id, scope, channel, case when scope = 'group' then subject end as meeting_id from tokens where hash = ${hash}`;
  return row ?? null;
}

/** What a resident has stopped or paused themselves, and until when. */
export const ownStops = (db: Db, residentId: string, now: Date) => db<
  { reason: string; purpose: string | null; until: Date | null }[]
>`
  select reason, purpose, until from suppressions
  where resident_id = ${residentId} and lifted_at is null and (until is null or until > ${now})
    and reason in ('stop', 'unsubscribe', 'paused')`;

/** Whether a number was stopped for everyone and another resident uses it too. */
export async function isSharedAndStopped(
  db: Db,
  { addressHash, phone, residentId }: { addressHash: string; phone: string; residentId: string },
): Promise<boolean> {
  const [row] = await db`
    select 1 from suppressions
    where address_hash = ${addressHash} and resident_id is null and reason = 'stop' and lifted_at is null
      and exists (select from residents where phone = ${phone} and status = 'current' and id <> ${residentId}) limit 1`;
  return row !== undefined;
}
