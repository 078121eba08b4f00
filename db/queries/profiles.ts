import type { OwnSet } from '../../surveys/profiles/own-bands.ts';
import type { Db } from '../connect.ts';

/** What a resident said of one thing, where from and when. */
export interface ProfileRow {
  field: string;
  code: string;
  source: string;
  asAt: string;
}

/** All that one resident said of themselves. Call it with the audit line of the reading, in one transaction. */
export const profileOf = (db: Db, residentId: string) => db<ProfileRow[]>`
  select field, code, source, as_at::text from profiles where resident_id = ${residentId} order by field`;

/** Whether a member of staff may see what residents say of themselves. */
export async function seesProfiles(db: Db, userId: string): Promise<boolean> {
  const [row] = await db<{ sees: boolean }[]>`select sees_profiles as sees from "user" where id = ${userId}`;
  return row?.sees ?? false;
}

export interface EqualitySettings {
  questions: boolean;
  basis: string;
  basisBy: string | null;
  basisAt: Date | null;
  nation: string;
  timeZone: string;
}

/** What the landlord has recorded about equality questions; as at first where there is no landlord yet. */
export async function equalitySettings(db: Db): Promise<EqualitySettings> {
  const [row] = await db<EqualitySettings[]>`
    select equality_questions as questions, equality_basis as basis, equality_basis_by as basis_by,
      equality_basis_at as basis_at, nation, time_zone
    from landlord`;
  const blank = { questions: false, basis: '', basisBy: null, basisAt: null };
  return row ?? { ...blank, nation: 'england-wales', timeZone: 'Europe/London' };
}

/** The landlord's own bands and groupings, newest first. */
export const ownSets = (db: Db) => db<(OwnSet & { createdBy: string; createdAt: Date })[]>`
  select field, from_date::text, content, created_by, created_at from bands order by from_date desc, created_at desc`;

/** A code of a field, and how many have it: of everybody who lives here now, and of the members of a group. */
export interface MakeUpRow {
  field: string;
  code: string;
  population: number;
  members: number;
}

/** Everybody who lives here now, with what they are counted by and whether they are in the group. */
const people = (db: Db, groupId: string, today: string) => db`
  select r.id, date_part('year', age(${today}::date, r.date_of_birth))::int::text as age, home.area, home.tenure,
    home.type as property_type, exists (
      select from memberships m where m.group_id = ${groupId} and m.resident_id = r.id and m.from_date <= ${today}
        and (m.to_date is null or m.to_date > ${today})) as member
  from residents r left join lateral (
    select h.tenure, p.area, p.type
    from household_members m join households h on h.id = m.household_id join properties p on p.id = h.property_id
    where m.resident_id = r.id and m.to_date is null order by m.from_date desc limit 1) home on true
  where r.status = 'current'`;

/** All, and by age in years, area, tenure and type of home: nothing of special categories. */
export const makeUpOf = (db: Db, groupId: string, today: string) => db<MakeUpRow[]>`
  with people as (${people(db, groupId, today)})
  select field, code, count(*)::int as population, (count(*) filter (where member))::int as members
  from people cross join lateral (
    values ('all', ''), ('age', age), ('area', area), ('tenure', tenure), ('property_type', property_type)) v(field, code)
  where code is not null and (code <> '' or field = 'all') group by 1, 2 order by 1, 2`;

/** The same by what people say of themselves. Call it with the audit line of the reading, in one transaction. */
export const profileMakeUpOf = (db: Db, groupId: string, today: string, fields: readonly string[]) => db<MakeUpRow[]>`
  with people as (${people(db, groupId, today)})
  select p.field, p.code, count(*)::int as population, (count(*) filter (where member))::int as members
  from people join profiles p on p.resident_id = people.id where p.field = any(${[...fields]}::text[])
  group by 1, 2 order by 1, 2`;

/** Where an invitation stands with the equality questions: whose it is, and whether they were offered or asked lately. */
export interface Offer {
  residentId: string | null;
  offered: boolean;
  /** The resident answered some after a survey since the day given. */
  asked: boolean;
}

export async function offerOf(db: Db, invitationId: string, since: string): Promise<Offer> {
  const [row] = await db<Offer[]>`
    select r.resident_id, exists (select from equality_offers o where o.invitation_id = r.id) as offered, exists (
      select from profiles p where p.resident_id = r.resident_id and p.source = 'survey' and p.as_at >= ${since}) as asked
    from recipients r where r.id = ${invitationId}`;
  return row ?? { residentId: null, offered: true, asked: true };
}
