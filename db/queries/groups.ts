import type { JoinedBy } from '../../surveys/groups/members.ts';
import type { AddressKeys } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { reachJoins, workingWays } from './reach.ts';

/** Names of every panel and group. */
export const groupNames = async (db: Db): Promise<string[]> =>
  (await db<{ name: string }[]>`select name from groups`).map(({ name }) => name);

export interface GroupRow {
  id: string;
  kind: 'panel' | 'halo';
  name: string;
  about: string;
  members: number;
}

const groupColumns = (db: Db) => db`
  g.id, g.kind, g.name, g.about,
  (select count(*) from memberships m where m.group_id = g.id and m.to_date is null) as members`;

/** Panels, or halo groups, by name. */
export const groupList = (db: Db, kind: GroupRow['kind']) => db<GroupRow[]>`
  select ${groupColumns(db)} from groups g where g.kind = ${kind} order by g.name`;

/** One panel or group; null when there is none. */
export async function groupById(db: Db, id: string): Promise<GroupRow | null> {
  const [row] = await db<GroupRow[]>`select ${groupColumns(db)} from groups g where g.id = ${id}`;
  return row ?? null;
}

export interface Member {
  residentId: string;
  title: string | null;
  givenName: string;
  familyName: string;
  addressLines: string[] | null;
  postcode: string | null;
  language: string;
  format: string;
  preferredChannel: string | null;
  /** Ways that work for papers. */
  ways: string[];
  /** Nothing may be sent, whatever the way. */
  stopped: boolean;
  from: string;
  /** Set while they take a break from the group: the first day they are back. */
  pausedUntil: string | null;
  termEndsOn: string | null;
  joinedBy: JoinedBy;
}

/** Who is in a group now, and which ways work for sending them its papers. */
export const membersOf = (db: Db, groupId: string, keys: AddressKeys, now: Date) => db<Member[]>`
  select r.id as resident_id, r.title, r.given_name, r.family_name, home.address_lines, home.postcode, r.language, r.format,
    r.preferred_channel, ${workingWays(db, keys, db`'service'`, now)} as ways,
    stop.reason is not null or r.status <> 'current' as stopped, ms.from_date as from,
    case when ms.paused_until > ${now}::date then ms.paused_until end as paused_until, ms.term_ends_on, ms.joined_by
  from memberships ms join residents r on r.id = ms.resident_id
  ${reachJoins(db, db`'service'`, now)}
  where ms.group_id = ${groupId} and ms.to_date is null
  order by r.family_name, r.given_name, r.id`;

/** Names of these panels and groups. */
export const namesOfGroups = (db: Db, ids: readonly string[]) => db<{ id: string; name: string }[]>`
  select id, name from groups where id::text = any(${ids}::text[])`;
