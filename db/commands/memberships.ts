import type { JoinedBy, LeaveReason } from '../../surveys/groups/members.ts';
import type { Db } from '../connect.ts';

export interface Joining {
  groupId: string;
  residentId: string;
  /** The first day of the membership. */
  day: string;
  how: JoinedBy;
  /** When the term they agreed to is over; null has no end. */
  termEndsOn?: string | null;
}

/** Puts a resident into a group from a day on; one who is in it already stays as they are. */
export const joinGroup = (db: Db, { groupId, residentId, day, how, termEndsOn = null }: Joining) => db`
  insert into memberships (group_id, resident_id, from_date, joined_by, term_ends_on)
  select ${groupId}, ${residentId}, ${day}, ${how}, ${termEndsOn}::date
  where not exists (select from memberships where group_id = ${groupId} and resident_id = ${residentId} and to_date is null)
  on conflict (group_id, resident_id, from_date) do update set to_date = null, left_reason = null, left_note = null, paused_until = null,
    joined_by = excluded.joined_by, term_ends_on = excluded.term_ends_on`;

export interface Leaving {
  day: string;
  reason: LeaveReason;
  note: string;
}

const standing = (db: Db, groupId: string, residentId: string) => db`
  group_id = ${groupId} and resident_id = ${residentId} and to_date is null`;

/** Ends a membership on a day. True when there was one. */
export const leaveGroup = async (
  db: Db,
  groupId: string,
  residentId: string,
  { day, reason, note }: Leaving,
): Promise<boolean> =>
  (
    await db`update memberships set to_date = greatest(${day}::date, from_date), left_reason = ${reason}, left_note = ${note || null}
      where ${standing(db, groupId, residentId)}`
  ).count > 0;

/** Pauses a membership until a day, or ends the pause with null. True when there is a membership. */
export const pauseMembership = async (db: Db, groupId: string, residentId: string, until: string | null) =>
  (await db`update memberships set paused_until = ${until}::date where ${standing(db, groupId, residentId)}`).count > 0;

/** Sets when a member's term is over; null has no end. True when there is a membership. */
export const setTerm = async (db: Db, groupId: string, residentId: string, endsOn: string | null) =>
  (await db`update memberships set term_ends_on = ${endsOn}::date where ${standing(db, groupId, residentId)}`).count >
  0;
