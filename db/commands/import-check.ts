import { type Db, transaction } from '../connect.ts';

/** Why a cell cannot be used, in words that follow the name of its column. */
export interface CellFault {
  column: string;
  value: string;
  reason: string;
}

/** How a cell was read that was not as it should be. */
export interface CellNote {
  column: string;
  value: string;
  words: string;
}

/** A row of a file as it was read: null is a blank cell, which changes nothing. */
export interface Incoming {
  /** As the spreadsheet numbers it. */
  row: number;
  reference: string;
  name: string | null;
  title: string | null;
  givenName: string | null;
  familyName: string | null;
  dateOfBirth: string | null;
  phone: string | null;
  email: string | null;
  language: string | null;
  format: string | null;
  preferredChannel: string | null;
  accessNeeds: string[] | null;
  correspondence: string[] | null;
  role: string | null;
  /** moved or died, when the row says that they have left. */
  status: string | null;
  leftOn: string | null;
  property: string | null;
  /** What names the home where the file has no property reference. */
  homeKey: string | null;
  uprn: string | null;
  addressLines: string[] | null;
  postcode: string | null;
  area: string | null;
  scheme: string | null;
  type: string | null;
  tenancy: string | null;
  tenure: string | null;
  tenancyStart: string | null;
  groups: string[] | null;
  profile: Record<string, string> | null;
  faults: CellFault[];
  notes: CellNote[];
}

/** Values kept for rows that write something: [column, type in Postgres]. */
const values = [
  ['title', 'text'],
  ['givenName', 'text'],
  ['familyName', 'text'],
  ['dateOfBirth', 'text'],
  ['phone', 'text'],
  ['email', 'text'],
  ['language', 'text'],
  ['format', 'text'],
  ['preferredChannel', 'text'],
  ['accessNeeds', 'text[]'],
  ['correspondence', 'text[]'],
  ['role', 'text'],
  ['status', 'text'],
  ['leftOn', 'text'],
  ['uprn', 'text'],
  ['addressLines', 'text[]'],
  ['postcode', 'text'],
  ['area', 'text'],
  ['scheme', 'text'],
  ['type', 'text'],
  ['tenure', 'text'],
  ['tenancyStart', 'text'],
  ['groups', 'text[]'],
  ['profile', 'jsonb'],
] as const;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const listed = values.map(([name]) => snake(name)).join(', ');
const picked = values.map(([name]) => `case when j.writes then j."${name}" end`).join(', ');
const recordColumns = [
  'row int',
  'reference text',
  'name text',
  'property text',
  '"homeKey" text',
  'tenancy text',
  'faults jsonb',
  'notes jsonb',
  ...values.map(([name, type]) => `"${name}" ${type}`),
].join(', ');

/** What a change is told by: [field, what the file says, what we hold]. Those of the home and the tenancy hold only for who lives there. */
const personal: readonly (readonly [string, string, string])[] = [
  ['title', 'x.title', 'r.title'],
  ['givenName', 'x."givenName"', 'r.given_name'],
  ['familyName', 'x."familyName"', 'r.family_name'],
  ['dateOfBirth', 'x."dateOfBirth"', 'r.date_of_birth::text'],
  ['phone', 'x.phone', 'r.phone'],
  ['email', 'x.email', 'r.email'],
  ['language', 'x.language', 'r.language'],
  ['format', 'x.format', 'r.format'],
  ['preferredChannel', 'x."preferredChannel"', 'r.preferred_channel'],
  ['accessNeeds', 'x."accessNeeds"', 'r.access_needs'],
  ['correspondence', 'x.correspondence', 'r.correspondence_address'],
];
const ofHome: readonly (readonly [string, string, string])[] = [
  ['home', 'x.home', 'r.home'],
  ['tenancy', 'x.lives_by', 'r.tenancy_reference'],
  ['uprn', 'x.uprn', 'r.uprn'],
  ['address', 'x."addressLines"', 'r.address_lines'],
  ['postcode', 'x.postcode', 'r.postcode'],
  ['area', 'x.area', 'r.area'],
  ['scheme', 'x.scheme', 'r.scheme'],
  ['type', 'x.type', 'r.type'],
  ['tenure', 'x.tenure', 'r.tenure'],
  ['role', 'x.role', 'r.role'],
];
const pair = ([field, said, held]: readonly [string, string, string], when = 'true') =>
  `'${field}', case when ${said} is not null and ${said} is distinct from ${held} and ${when} then jsonb_build_array(${held}, ${said}) end`;
const differences = [...personal.map((one) => pair(one)), ...ofHome.map((one) => pair(one, 'x.lives'))].join(
  ',\n      ',
);

/**
 * Judges rows against what we hold and keeps them: new, changed (with old and new), unchanged or rejected. What a resident set, or staff for
 * them, is taken out of the changes and named in `kept`. One statement a batch. Compiling it (jit) would take longer than running it: 80 ms.
 */
export const stageRows = (db: Db, importId: string, rows: readonly Incoming[]): Promise<void> =>
  transaction(db, async (tx) => {
    await tx`set local jit = off`;
    await judgeRows(tx, importId, rows);
  });

const judgeRows = (db: Db, importId: string, rows: readonly Incoming[]) => db`
  with file as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(${db.unsafe(recordColumns)})
  ), held as (
    select f.row as at, r.*, m.role, h.tenancy_reference, h.tenure, p.reference as home, p.uprn, p.address_lines, p.postcode, p.area, p.scheme, p.type,
      array(select distinct field from audit_log a, jsonb_array_elements_text(a.detail -> 'fields') as field
        where a.subject = r.id::text and jsonb_typeof(a.detail -> 'fields') = 'array') as own
    from file f join residents r on r.reference = f.reference
    left join lateral (select household_id, role from household_members m
      where m.resident_id = r.id and m.to_date is null order by m.from_date desc limit 1) m on true
    left join households h on h.id = m.household_id
    left join properties p on p.id = h.property_id
  ), placed as materialized (
    select f.*, h as known, h.home as home_now, h.tenancy_reference as tenancy_now,
      f.status is null and (h.id is null or h.status = 'current' or (h.status = 'moved' and not 'status' = any(h.own))) as lives,
      case when f.property is not null then f.property
        when h.home is not null and case when f.uprn is not null then f.uprn = h.uprn
          else f."addressLines" is null or f."addressLines" = h.address_lines end then h.home
        else f."homeKey" end as home
    from file f left join held h on h.at = f.row
  ), x as materialized (
    select p.*, coalesce(p.tenancy, case when p.home = p.home_now then p.tenancy_now end, 'HOME-' || p.home) as lives_by from placed p
  ), compared as materialized (
    select x.*, r.id as resident_id, coalesce(r.own, '{}') as own,
      case when r.id is null then null else jsonb_strip_nulls(jsonb_build_object(
      ${db.unsafe(differences)},
      'status', case when x.status is not null and r.status <> x.status and r.status <> 'died' then jsonb_build_array(r.status, x.status)
        when x.lives and r.status = 'moved' and x.home is not null then jsonb_build_array(r.status, 'current') end,
      'groups', case when x.groups is not null then (
        select jsonb_build_array(null, jsonb_agg(g)) from unnest(x.groups) g where not exists (
          select from memberships m join groups on groups.id = m.group_id
          where m.resident_id = r.id and m.to_date is null and groups.name = g) having count(*) > 0) end,
      'profile', case when x.profile is not null then (
        select jsonb_build_array(null, jsonb_agg(s.key)) from jsonb_each_text(x.profile) s
        where not exists (select from profiles p where p.resident_id = r.id and p.field = s.key and (p.code = s.value or p.source not in ('import', 'core')))
        having count(*) > 0) end
      )) end as wants,
      x.profile is not null and exists (select from jsonb_each_text(x.profile) s join profiles p on p.resident_id = r.id and p.field = s.key
        where p.source not in ('import', 'core') and p.code <> s.value) as keeps_profile,
      case when jsonb_array_length(x.faults) > 0 then x.faults
        when r.id is null and x.status is null and x."addressLines" is null then jsonb_build_array(jsonb_build_object(
          'column', 'Address line 1', 'value', '', 'reason', 'empty. We need the address of somebody new.'))
        when r.id is null and x.status is null and x.postcode is null then jsonb_build_array(jsonb_build_object(
          'column', 'Postcode', 'value', '', 'reason', 'empty. We need the postcode of somebody new.')) end as why
    from x cross join lateral (select (x.known).*) r
  ), judged as materialized (
    select c.*, c.wants - c.own as changes, 
      array(select k from jsonb_object_keys(c.wants) k where k = any(c.own)) || case when c.keeps_profile then '{profile}' else '{}' end::text[] as kept,
      case when c.why is not null then 'rejected'
        when c.resident_id is null then case when c.status is null then 'new' else 'unchanged' end
        when c.wants - c.own = '{}' then 'unchanged' else 'changed' end as kind
    from compared c
  )
  insert into import_rows (import_id, row, reference, name, kind, resident_id, home, tenancy, changes, kept, faults, notes, ${db.unsafe(listed)})
  select ${importId}::uuid, j.row, j.reference, coalesce(nullif(trim((j.known).given_name || ' ' || (j.known).family_name), ''), j.name), j.kind, j.resident_id, case when j.writes then j.home end,
    case when j.writes then j.lives_by end, case when j.kind = 'changed' then j.changes end,
    case when j.kind <> 'rejected' and cardinality(j.kept) > 0 then j.kept end, j.why,
    case when j.writes and jsonb_array_length(j.notes) > 0 then j.notes end, ${db.unsafe(picked)}
  from (select *, kind in ('new', 'changed') as writes from judged) j`;

/** When the file is everybody: lists the current residents who are in none of its rows, to be confirmed as having left. */
export const stageLeavers = (db: Db, importId: string) => db`
  insert into import_rows (import_id, row, reference, name, kind, resident_id, changes)
  select ${importId}::uuid, (select coalesce(max(row), 0) from import_rows where import_id = ${importId}) + row_number() over (order by r.reference),
    r.reference, trim(r.given_name || ' ' || r.family_name), 'left', r.id, '{"status": ["current", "moved"]}'
  from residents r
  where r.status = 'current' and not exists (
    select from import_rows i where i.import_id = ${importId} and i.reference = r.reference)`;

/** Forgets what an earlier check of the file found. */
export const clearRows = (db: Db, importId: string) => db`delete from import_rows where import_id = ${importId}`;
