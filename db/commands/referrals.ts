import type { Db } from '../connect.ts';

export interface NewReferral {
  id: string;
  residentId: string;
  topics: readonly string[];
  comfortLevel: number | null;
  words: string;
  by: string;
  byName: string;
  at: Date;
}

export const insertReferral = (db: Db, one: NewReferral) => db`
  insert into referrals (id, resident_id, topics, comfort_level, words, by, by_name, created_at)
  values (${one.id}, ${one.residentId}, ${[...one.topics]}::text[], ${one.comfortLevel}, ${one.words}, ${one.by}, ${one.byName}, ${one.at})`;

export interface ReferralDecision {
  outcome: string;
  note: string;
  groupId: string | null;
  at: Date;
  by: string;
}

export const decideReferral = (db: Db, id: string, { outcome, note, groupId, at, by }: ReferralDecision) => db`
  update referrals set outcome = ${outcome}, outcome_note = ${note}, group_id = ${groupId}, decided_at = ${at}, decided_by = ${by}
  where id = ${id}`;
