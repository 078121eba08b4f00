import type { ReferralOutcome } from '../../surveys/groups/referral.ts';
import type { Db } from '../connect.ts';

export interface ReferralRow {
  id: string;
  residentId: string;
  title: string | null;
  givenName: string;
  familyName: string;
  phone: string | null;
  email: string | null;
  topics: string[];
  comfortLevel: number | null;
  words: string;
  byName: string;
  createdAt: Date;
  outcome: ReferralOutcome | null;
  outcomeNote: string;
  groupId: string | null;
  groupName: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
}

export interface ReferralFilter {
  /** Of one member of staff only: their reference as the audit writes it. */
  by?: string;
  open?: boolean;
}

const columns = (db: Db) => db`
  f.id, f.resident_id, r.title, r.given_name, r.family_name, r.phone, r.email, f.topics, f.comfort_level, f.words, f.by_name, f.created_at,
  f.outcome, f.outcome_note, f.group_id, g.name as group_name, f.decided_at, f.decided_by`;

const tables = (db: Db) => db`
  referrals f join residents r on r.id = f.resident_id left join groups g on g.id = f.group_id`;

/** Referrals, newest first: one row past the limit, after a key of [created at, id]. */
export const referralRows = (
  db: Db,
  { by, open }: ReferralFilter,
  after: readonly string[] | null,
  limit: number,
) => db<ReferralRow[]>`
  select ${columns(db)} from ${tables(db)}
  where ${by === undefined ? db`true` : db`f.by = ${by}`}
    and ${open === undefined ? db`true` : db`(f.outcome is null) = ${open}`}
    and ${after === null ? db`true` : db`(f.created_at, f.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)`}
  order by f.created_at desc, f.id desc limit ${limit + 1}`;

/** One referral, held until the transaction ends; null when there is none. */
export async function referralLocked(db: Db, id: string): Promise<ReferralRow | null> {
  const [row] = await db<ReferralRow[]>`select ${columns(db)} from ${tables(db)} where f.id = ${id} for update of f`;
  return row ?? null;
}
