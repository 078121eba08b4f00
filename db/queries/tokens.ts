import type { Db } from '../connect.ts';
import { type LandlordFacts, landlordJson } from './landlord.ts';

/** Who a link was made for, and what it may show of them. */
export interface TokenHolder {
  residentId: string;
  scope: 'preferences' | 'unsubscribe' | 'group';
  /** The purpose to stop, or the meeting to show. */
  subject: string | null;
  language: string;
  format: string;
  preferredChannel: string | null;
  phone: string | null;
  email: string | null;
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
        'format', r.format, 'preferredChannel', r.preferred_channel, 'phone', r.phone, 'email', r.email)
      from tokens t join residents r on r.id = t.resident_id
      where t.hash = ${hash} and t.scope = ${scope} and t.expires_at > ${now}) as holder`;
  return row ?? { landlord: null, holder: null };
}

/** What a resident has stopped or paused themselves, and until when. */
export const ownStops = (db: Db, residentId: string, now: Date) => db<
  { reason: string; purpose: string | null; until: Date | null }[]
>`
  select reason, purpose, until from suppressions
  where resident_id = ${residentId} and lifted_at is null and (until is null or until > ${now})
    and reason in ('stop', 'unsubscribe', 'paused')`;
