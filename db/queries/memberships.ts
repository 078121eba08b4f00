import type { JoinedBy, LeaveReason } from '../../surveys/groups/members.ts';
import type { Db } from '../connect.ts';

/** A membership that is over. */
export interface PastMember {
  residentId: string;
  title: string | null;
  givenName: string;
  familyName: string;
  from: string;
  to: string;
  reason: LeaveReason | null;
  note: string | null;
  joinedBy: JoinedBy;
}

/** Who was in a group and left, the last to leave first: one row past the limit, after a key of [to, from, resident]. */
export const pastMembers = (db: Db, groupId: string, after: readonly string[] | null, limit: number) => db<
  PastMember[]
>`
  select ms.resident_id, r.title, r.given_name, r.family_name, ms.from_date as from, ms.to_date as to, ms.left_reason as reason,
    ms.left_note as note, ms.joined_by
  from memberships ms join residents r on r.id = ms.resident_id
  where ms.group_id = ${groupId} and ms.to_date is not null
    and ${after === null ? db`true` : db`(ms.to_date, ms.from_date, ms.resident_id) < (${after[0] ?? ''}::date, ${after[1] ?? ''}::date, ${after[2] ?? ''}::uuid)`}
  order by ms.to_date desc, ms.from_date desc, ms.resident_id desc limit ${limit + 1}`;
