import type { Db } from '../connect.ts';

/** A resident in a list. */
export interface ResidentRow {
  id: string;
  reference: string;
  title: string | null;
  givenName: string;
  familyName: string;
  addressLines: string[] | null;
  postcode: string | null;
  area: string | null;
  tenure: string | null;
  language: string;
  format: string;
  status: string;
}

/** A resident's own page. */
export interface ResidentDetail extends ResidentRow {
  phone: string | null;
  email: string | null;
  preferredChannel: string | null;
  comfortLevel: number | null;
  dateOfBirth: string | null;
  demo: boolean;
}

/** Where a resident lives now. */
export const home = (db: Db) => db`
  left join lateral (
    select h.tenure, p.area, p.address_lines, p.postcode
    from household_members m join households h on h.id = m.household_id join properties p on p.id = h.property_id
    where m.resident_id = r.id and m.to_date is null order by m.from_date desc limit 1) home on true`;

export const rowColumns = (db: Db) => db`
  r.id, r.reference, r.title, r.given_name, r.family_name, home.address_lines, home.postcode, home.area, home.tenure,
  r.language, r.format, r.status`;

export interface Count {
  code: string;
  count: number;
}

/** Areas, tenures and languages of those who live here now, with how many have each. */
export async function residentFacets(db: Db): Promise<{ areas: Count[]; tenures: Count[]; languages: Count[] }> {
  const rows = await db<(Count & { field: string })[]>`
    select field, code, count(*) from residents r ${home(db)}
    cross join lateral (values ('area', home.area), ('tenure', home.tenure), ('language', r.language)) v(field, code)
    where r.status = 'current' and code is not null and code <> '' group by field, code order by field, code`;
  const of = (field: string) => rows.filter((row) => row.field === field).map(({ code, count }) => ({ code, count }));
  return { areas: of('area'), tenures: of('tenure'), languages: of('language') };
}

/** One resident; null when there is none. */
export async function residentById(db: Db, id: string): Promise<ResidentDetail | null> {
  const [row] = await db<ResidentDetail[]>`
    select ${rowColumns(db)}, r.phone, r.email, r.preferred_channel, r.comfort_level, r.date_of_birth, r.demo
    from residents r ${home(db)} where r.id = ${id}`;
  return row ?? null;
}

/** Others who use the same number. */
export const sharers = (db: Db, id: string) => db<
  { id: string; title: string | null; givenName: string; familyName: string }[]
>`
  select o.id, o.title, o.given_name, o.family_name from residents r join residents o on o.phone = r.phone and o.id <> r.id
  where r.id = ${id} order by o.family_name, o.id`;

/** Groups somebody is in now. */
export const groupsOfResident = (db: Db, id: string) => db<{ id: string; name: string; kind: string; from: string }[]>`
  select g.id, g.name, g.kind, m.from_date as from from memberships m join groups g on g.id = m.group_id
  where m.resident_id = ${id} and m.to_date is null order by g.kind, g.name`;

export interface Stop {
  reason: string;
  purpose: string | null;
  note: string | null;
  by: string;
  at: Date;
  until: Date | null;
  /** Said from a number or an address that they share, not by them. */
  ofAddress: boolean;
}

/** What keeps us from a resident now: what they said, and what was said from their number or address. */
export const stopsOfResident = (db: Db, id: string, addressHashes: readonly string[], now: Date) => db<Stop[]>`
  select reason, purpose, note, by, at, until, resident_id is distinct from ${id} as of_address from suppressions
  where (resident_id = ${id} or (resident_id is null and address_hash = any(${addressHashes}::text[])))
    and lifted_at is null and (until is null or until > ${now})
  order by at desc`;

/** Waves that were launched, newest first. */
export const launchedWaves = (db: Db, most: number) => db<{ id: string; name: string }[]>`
  select id, name from waves where launched_at is not null order by launched_at desc, id limit ${most}`;

/** The newest wave a resident was looked at for; null when there is none. */
export async function newestWaveOf(db: Db, residentId: string): Promise<string | null> {
  const [row] = await db<{ id: string }[]>`
    select w.id from frame_members f join waves w on w.id = f.wave_id
    where f.resident_id = ${residentId} order by w.launched_at desc nulls last, w.id limit 1`;
  return row?.id ?? null;
}
