import type { Db } from '../connect.ts';
import { homes } from './candidates.ts';

export interface JoinRequestRow {
  id: string;
  name: string;
  channel: 'sms' | 'email';
  address: string;
  postcode: string;
  topics: string[];
  comfortLevel: number | null;
  language: string;
  createdAt: Date;
  confirmedAt: Date;
  outcome: 'matched' | 'declined' | null;
  residentId: string | null;
  residentTitle: string | null;
  residentGivenName: string | null;
  residentFamilyName: string | null;
  groupName: string | null;
  note: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
}

const columns = (db: Db) => db`
  j.id, j.name, j.channel, j.address, j.postcode, j.topics, j.comfort_level, j.language, j.created_at, j.confirmed_at, j.outcome,
  j.resident_id, r.title as resident_title, r.given_name as resident_given_name, r.family_name as resident_family_name, g.name as group_name,
  j.note, j.decided_at, j.decided_by`;

const tables = (db: Db) => db`
  join_requests j left join residents r on r.id = j.resident_id left join groups g on g.id = j.group_id`;

/** People who put themselves forward and confirmed it, newest first: one row past the limit, after a key of [confirmed at, id]. */
export const joinRequestRows = (db: Db, open: boolean, after: readonly string[] | null, limit: number) => db<
  JoinRequestRow[]
>`
  select ${columns(db)} from ${tables(db)}
  where j.confirmed_at is not null and (j.outcome is null) = ${open}
    and ${after === null ? db`true` : db`(j.confirmed_at, j.id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)`}
  order by j.confirmed_at desc, j.id desc limit ${limit + 1}`;

/** One who confirmed, held until the transaction ends; null when there is none. */
export async function joinRequestLocked(db: Db, id: string): Promise<JoinRequestRow | null> {
  const [row] = await db<JoinRequestRow[]>`
    select ${columns(db)} from ${tables(db)} where j.id = ${id} and j.confirmed_at is not null for update of j`;
  return row ?? null;
}

export interface Match {
  requestId: string;
  residentId: string;
  title: string | null;
  givenName: string;
  familyName: string;
  addressLines: string[] | null;
  postcode: string | null;
  /** The number or email is theirs; else the postcode and family name are. */
  byAddress: boolean;
}

/** Most residents to suggest for one request. */
const mostMatches = 5;

/** Who those who put themselves forward may be: whose number or email it is, or who lives at the postcode under that family name. */
export const joinMatches = (db: Db, ids: readonly string[], today: string) => db<Match[]>`
  select m.* from join_requests j cross join lateral (
    select j.id as request_id, r.id as resident_id, r.title, r.given_name, r.family_name, home.address_lines, home.postcode,
      coalesce(r.phone = j.address or lower(r.email) = lower(j.address), false) as by_address
    from residents r left join (${homes(db, today)}) home on home.resident_id = r.id
    where r.status = 'current' and (r.phone = j.address or lower(r.email) = lower(j.address)
      or (replace(upper(home.postcode), ' ', '') = replace(upper(j.postcode), ' ', '') and r.family_name <> ''
        and position(lower(r.family_name) in lower(j.name)) > 0))
    order by by_address desc, r.family_name, r.id limit ${mostMatches}
  ) m where j.id = any(${[...ids]}::uuid[])`;

/** What the page behind the link needs: whether it waits, was confirmed, or is over. */
export interface JoinPage {
  id: string;
  language: string;
  confirmed: boolean;
}

export async function joinByToken(db: Db, tokenHash: string, now: Date): Promise<JoinPage | null> {
  const [row] = await db<JoinPage[]>`
    select id, language, confirmed_at is not null as confirmed from join_requests where token_hash = ${tokenHash} and expires_at > ${now}`;
  return row ?? null;
}

/** Whether nothing may be sent to an address: it was stopped, or its user is not to be contacted. */
export async function mustNotWrite(db: Db, address: string, addressHash: string, now: Date): Promise<boolean> {
  const [row] = await db`
    select 1 from suppressions s
    where s.lifted_at is null and (s.until is null or s.until > ${now})
      and ((s.address_hash = ${addressHash} and s.resident_id is null)
        or (s.reason = 'do_not_contact' and s.resident_id in (
          select id from residents where phone = ${address} or lower(email) = lower(${address}))))
    limit 1`;
  return row !== undefined;
}

/** How often a message was asked for to an address since a moment. */
export async function askedTo(db: Db, address: string, since: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*) as count from join_requests where lower(address) = lower(${address}) and created_at > ${since}`;
  return row?.count ?? 0;
}

/** How many wait for a person, since when; of those who put themselves forward, and of referrals. */
export async function peopleWaiting(db: Db) {
  const [row] = await db<
    { forward: number; forwardSince: Date | null; referred: number; referredSince: Date | null }[]
  >`
    select (select count(*) from join_requests where confirmed_at is not null and outcome is null) as forward,
      (select min(confirmed_at) from join_requests where confirmed_at is not null and outcome is null) as forward_since,
      (select count(*) from referrals where outcome is null) as referred,
      (select min(created_at) from referrals where outcome is null) as referred_since`;
  return row ?? { forward: 0, forwardSince: null, referred: 0, referredSince: null };
}
