import type { Db } from '../connect.ts';

export interface NewJoinRequest {
  id: string;
  name: string;
  channel: 'sms' | 'email';
  address: string;
  postcode: string;
  topics: readonly string[];
  comfortLevel: number | null;
  language: string;
  tokenHash: string;
  at: Date;
  expiresAt: Date;
}

export const insertJoinRequest = (db: Db, one: NewJoinRequest) => db`
  insert into join_requests (id, name, channel, address, postcode, topics, comfort_level, language, token_hash, created_at, expires_at)
  values (${one.id}, ${one.name}, ${one.channel}, ${one.address}, ${one.postcode}, ${[...one.topics]}::text[], ${one.comfortLevel},
    ${one.language}, ${one.tokenHash}, ${one.at}, ${one.expiresAt})`;

export interface JoinMessage {
  id: string;
  joinRequestId: string;
  channel: 'sms' | 'email';
  kind: 'join' | 'acknowledgement';
  language: string;
  subject: string | null;
  words: string;
  at: Date;
}

/** A message to the address somebody gave, to be sent by whoever drains the queue. */
export const insertJoinMessage = (db: Db, one: JoinMessage) => db`
  insert into deliveries (id, channel, kind, status, due_at, language, format, subject, words, join_request_id, created_at)
  values (${one.id}, ${one.channel}, ${one.kind}, 'due', ${one.at}, ${one.language}, 'standard', ${one.subject}, ${one.words},
    ${one.joinRequestId}, ${one.at})`;

/** Marks it confirmed, once. True the first time. */
export const confirmJoin = async (db: Db, id: string, at: Date): Promise<boolean> =>
  (
    await db`update join_requests set confirmed_at = ${at} where id = ${id} and confirmed_at is null and expires_at > ${at}`
  ).count > 0;

export interface JoinDecision {
  outcome: 'matched' | 'declined';
  residentId: string | null;
  groupId: string | null;
  note: string;
  at: Date;
  by: string;
}

export const decideJoin = (db: Db, id: string, { outcome, residentId, groupId, note, at, by }: JoinDecision) => db`
  update join_requests set outcome = ${outcome}, resident_id = ${residentId}, group_id = ${groupId}, note = ${note || null},
    decided_at = ${at}, decided_by = ${by}
  where id = ${id}`;

/** Forgets whoever did not confirm in time, with the words we sent them. Gives how many. */
export async function forgetUnconfirmed(db: Db, now: Date, limit: number): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    with old as (
      select id from join_requests where confirmed_at is null and expires_at <= ${now} order by expires_at limit ${limit} for update skip locked
    ), hushed as (
      update deliveries d set words = '', subject = null, join_request_id = null,
        status = case when d.status = 'due' then 'cancelled' else d.status end
      from old where d.join_request_id = old.id
      returning d.id
    ), unseen as (
      delete from sandbox_messages s using deliveries d, old where s.delivery_id = d.id and d.join_request_id = old.id
      returning s.delivery_id
    ), gone as (
      delete from join_requests j using old where j.id = old.id returning j.id
    )
    select count(*) as count from gone`;
  return row?.count ?? 0;
}
