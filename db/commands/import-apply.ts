import type { Db } from '../connect.ts';

// Each step is one statement over the checked rows of a file: 50,000 rows are as many round trips as one. The ids of new rows are made here, so
// that they need not travel.

/** Makes imports wait for each other: two at one moment would not see each other's rows. Held until the transaction ends. */
export async function lockImports(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtext('residents.import'))`;
  // Compiling these statements takes longer than running them.
  await db`set local jit = off`;
}

/** Rows that write something. */
const writing = (db: Db, importId: string) => db`i.import_id = ${importId} and i.kind in ('new', 'changed')`;

/** Makes or mends homes. What every row leaves blank stays as it is; rows of one home agree since the check. */
export const applyHomes = (db: Db, importId: string) => db`
  insert into properties as p (id, reference, uprn, address_lines, postcode, area, scheme, type)
  select gen_random_uuid(), i.home, max(i.uprn), coalesce(max(i.address_lines), '{}'), coalesce(max(i.postcode), ''), coalesce(max(i.area), ''),
    max(i.scheme), max(i.type)
  from import_rows i where ${writing(db, importId)} and i.home is not null and i.status is null group by i.home
  on conflict (reference) do update set
    uprn = coalesce(excluded.uprn, p.uprn),
    address_lines = case when cardinality(excluded.address_lines) = 0 then p.address_lines else excluded.address_lines end,
    postcode = coalesce(nullif(excluded.postcode, ''), p.postcode),
    area = coalesce(nullif(excluded.area, ''), p.area),
    scheme = coalesce(excluded.scheme, p.scheme),
    type = coalesce(excluded.type, p.type)`;

/** Makes or mends people. What a resident set since the check stays too; stops and permissions are not touched. */
export async function applyPeople(db: Db, importId: string, at: Date): Promise<void> {
  await db`
    insert into residents (id, reference, title, given_name, family_name, date_of_birth, phone, email, language, format, preferred_channel,
      access_needs, correspondence_address, created_at, updated_at)
    select gen_random_uuid(), i.reference, i.title, coalesce(i.given_name, ''), coalesce(i.family_name, ''), i.date_of_birth::date, i.phone,
      i.email, coalesce(i.language, 'en'), coalesce(i.format, 'standard'), i.preferred_channel, coalesce(i.access_needs, '{}'),
      i.correspondence, ${at}, ${at}
    from import_rows i where i.import_id = ${importId} and i.kind = 'new'
    on conflict (reference) do nothing`;
  const fresh = (column: string, field: string, cast = '') =>
    db.unsafe(
      `${column} = case when o.own ? '${field}' then r.${column} else coalesce(i.${column}${cast}, r.${column}) end`,
    );
  await db`
    update residents r set ${fresh('title', 'title')}, ${fresh('given_name', 'givenName')}, ${fresh('family_name', 'familyName')},
      ${fresh('date_of_birth', 'dateOfBirth', '::date')}, ${fresh('phone', 'phone')}, ${fresh('email', 'email')},
      ${fresh('language', 'language')}, ${fresh('format', 'format')}, ${fresh('preferred_channel', 'preferredChannel')},
      ${fresh('access_needs', 'accessNeeds')},
      correspondence_address = case when o.own ? 'correspondence' then r.correspondence_address
        else coalesce(i.correspondence, r.correspondence_address) end,
      status = case when o.own ? 'status' then r.status else coalesce(i.changes -> 'status' ->> 1, r.status) end,
      updated_at = ${at}
    from import_rows i, lateral (
      select coalesce(jsonb_object_agg(field, true), '{}') as own from audit_log a, jsonb_array_elements_text(a.detail -> 'fields') as field
      where a.subject = i.resident_id::text and jsonb_typeof(a.detail -> 'fields') = 'array') o
    where i.import_id = ${importId} and i.kind = 'changed' and r.id = i.resident_id`;
}

/** Tenancies the rows speak of, one line each. */
const tenancies = (db: Db, importId: string, today: string) => db`
  select i.tenancy, max(i.home) as home, max(i.tenure) as tenure, coalesce(max(i.tenancy_start)::date, ${today}::date) as "from"
  from import_rows i where ${writing(db, importId)} and i.tenancy is not null and i.home is not null and i.status is null group by i.tenancy`;

/** Ends the households whose tenancy is in another home now, with everybody in them. Gives who they were and where they go. */
const endMoved = (db: Db, importId: string, today: string) => db<{ id: string; tenancy: string; ended: string }[]>`
  update households h set to_date = greatest(h.from_date, case when w.from > h.from_date then w.from else ${today}::date end)
  from (${tenancies(db, importId, today)}) w, properties p
  where h.tenancy_reference = w.tenancy and h.to_date is null and p.reference = w.home and p.id <> h.property_id
  returning h.id, w.tenancy, h.to_date as ended`;

/** Makes or mends tenancies. A tenancy that moved is a new, dated household, and its people go with it. */
export async function applyTenancies(db: Db, importId: string, today: string): Promise<void> {
  const moved = JSON.stringify(await endMoved(db, importId, today));
  await db`
    insert into households as h (id, property_id, tenancy_reference, tenure, from_date)
    select gen_random_uuid(), p.id, w.tenancy, coalesce(w.tenure, (select old.tenure from households old where old.id = m.id), ''),
      coalesce(m.ended, w.from)
    from (${tenancies(db, importId, today)}) w join properties p on p.reference = w.home
    left join jsonb_to_recordset(${moved}::text::jsonb) as m(id uuid, tenancy text, ended date) on m.tenancy = w.tenancy
    on conflict (tenancy_reference) where to_date is null do update set tenure = coalesce(nullif(excluded.tenure, ''), h.tenure)`;
  if (moved === '[]') return;
  await db`
    with gone as (
      update household_members m set to_date = greatest(m.from_date, x.ended)
      from jsonb_to_recordset(${moved}::text::jsonb) as x(id uuid, tenancy text, ended date)
      where m.household_id = x.id and m.to_date is null
      returning m.resident_id, m.role, x.tenancy, x.ended)
    insert into household_members (household_id, resident_id, role, from_date)
    select h.id, g.resident_id, g.role, g.ended from gone g
    join households h on h.tenancy_reference = g.tenancy and h.to_date is null
    on conflict do nothing`;
}

/** Puts people into their tenancies; who was in another one leaves it on the day the new one starts. A household left empty ends. */
export async function applyMembers(db: Db, importId: string, today: string): Promise<void> {
  const wanted = db`
    (select r.id as resident_id, h.id as household_id, i.role, coalesce(i.tenancy_start::date, ${today}::date) as "from"
     from import_rows i join residents r on r.reference = i.reference
     join households h on h.tenancy_reference = i.tenancy and h.to_date is null
     where ${writing(db, importId)} and i.tenancy is not null and i.status is null and r.status = 'current')`;
  await db`
    with gone as (
      update household_members m set to_date = case when w.from > m.from_date then w.from else greatest(m.from_date, ${today}::date) end
      from ${wanted} w where m.resident_id = w.resident_id and m.household_id <> w.household_id and m.to_date is null
      returning m.household_id, m.resident_id, m.to_date)
    update households h set to_date = g.to_date
    from (select household_id, max(to_date) as to_date from gone group by 1) g
    where h.id = g.household_id and h.to_date is null and not exists (
      select from household_members m where m.household_id = h.id and m.to_date is null
        and not exists (select from gone where gone.household_id = m.household_id and gone.resident_id = m.resident_id))`;
  await db`
    update household_members m set role = w.role from ${wanted} w
    where m.resident_id = w.resident_id and m.household_id = w.household_id and m.to_date is null and w.role is not null and m.role <> w.role`;
  await db`
    insert into household_members (household_id, resident_id, role, from_date)
    select w.household_id, w.resident_id, coalesce(w.role, 'tenant'), w.from from ${wanted} w
    where not exists (select from household_members m
      where m.resident_id = w.resident_id and m.household_id = w.household_id and m.to_date is null)
    on conflict (household_id, resident_id, from_date) do update set to_date = null`;
}

/** Marks who has left, by their own row or, when confirmed, because the file that is everybody has them no more. Nobody is deleted. */
export async function applyLeavers(
  db: Db,
  importId: string,
  { at, today, missing }: { at: Date; today: string; missing: boolean },
) {
  const gone = db`(select i.resident_id, coalesce(i.left_on::date, ${today}::date) as on_day from import_rows i
    where i.import_id = ${importId} and ((i.kind = 'changed' and i.changes ? 'status' and i.status is not null) or (i.kind = 'left' and ${missing})))`;
  await db`
    update residents r set status = 'moved', updated_at = ${at} from import_rows i
    where i.import_id = ${importId} and i.kind = 'left' and ${missing} and r.id = i.resident_id and r.status = 'current'`;
  await db`
    with ended as (
      update household_members m set to_date = greatest(m.from_date, g.on_day) from ${gone} g
      where m.resident_id = g.resident_id and m.to_date is null
      returning m.household_id, m.resident_id, m.to_date)
    update households h set to_date = e.to_date
    from (select household_id, max(to_date) as to_date from ended group by 1) e
    where h.id = e.household_id and h.to_date is null and not exists (
      select from household_members m where m.household_id = h.id and m.to_date is null
        and not exists (select from ended where ended.household_id = m.household_id and ended.resident_id = m.resident_id))`;
}

/** Puts people into panels and groups they are not in. Nobody is taken out. */
export const applyGroups = (db: Db, importId: string, today: string) => db`
  insert into memberships (group_id, resident_id, from_date)
  select g.id, r.id, ${today}::date
  from import_rows i join residents r on r.reference = i.reference, unnest(i.groups) as said(called) join groups g on g.name = said.called
  where ${writing(db, importId)} and i.groups is not null
    and not exists (select from memberships m where m.group_id = g.id and m.resident_id = r.id and m.to_date is null)
  on conflict do nothing`;

/** Keeps what the file says of who people are, with its day; what they said themselves stays. The checked rows then forget it. */
export async function applyProfiles(db: Db, importId: string, today: string): Promise<void> {
  await db`
    insert into profiles as p (resident_id, field, code, source, as_at)
    select r.id, s.key, s.value, 'import', ${today}::date
    from import_rows i join residents r on r.reference = i.reference, jsonb_each_text(i.profile) s
    where ${writing(db, importId)} and i.profile is not null
    on conflict (resident_id, field) do update set code = excluded.code, as_at = excluded.as_at, source = excluded.source
      where p.source in ('import', 'core') and p.code <> excluded.code`;
  await db`update import_rows set profile = null where import_id = ${importId} and profile is not null`;
}
