import type { Db } from '../connect.ts';

/** Rows a statement: 5,000 of these are about 2 MB of JSON. */
const rowsAStatement = 5000;

export interface HomeRow {
  id: string;
  reference: string;
  uprn: string | null;
  addressLines: readonly string[];
  postcode: string | null;
  area: string | null;
  scheme: string | null;
  type: string | null;
}

export interface TenancyRow {
  id: string;
  tenancyReference: string;
  propertyReference: string;
  tenure: string | null;
  from: string;
}

export interface PersonRow {
  id: string;
  reference: string;
  title: string | null;
  givenName: string | null;
  familyName: string | null;
  dateOfBirth: string | null;
  phone: string | null;
  email: string | null;
  language: string | null;
  format: string | null;
  preferredChannel: string | null;
}

export interface MemberRow {
  reference: string;
  tenancyReference: string;
  from: string;
}

export interface JoinRow {
  reference: string;
  group: string;
  from: string;
}

async function inParts<T>(rows: readonly T[], write: (json: string) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    await write(JSON.stringify(rows.slice(from, from + rowsAStatement)));
  }
}

/** Makes or mends homes. What a row leaves blank stays as it is. */
export const saveHomes = (db: Db, rows: readonly HomeRow[]) =>
  inParts(
    rows,
    (json) => db`
    insert into properties as p (id, reference, uprn, address_lines, postcode, area, scheme, type)
    select x.id, x.reference, x.uprn, array(select jsonb_array_elements_text(x."addressLines")), coalesce(x.postcode, ''),
      coalesce(x.area, ''), x.scheme, x.type
    from jsonb_to_recordset(${json}::text::jsonb) as x(id uuid, reference text, uprn text, "addressLines" jsonb, postcode text,
      area text, scheme text, type text)
    on conflict (reference) do update set
      uprn = coalesce(excluded.uprn, p.uprn),
      address_lines = case when cardinality(excluded.address_lines) = 0 then p.address_lines else excluded.address_lines end,
      postcode = coalesce(nullif(excluded.postcode, ''), p.postcode),
      area = coalesce(nullif(excluded.area, ''), p.area),
      scheme = coalesce(excluded.scheme, p.scheme),
      type = coalesce(excluded.type, p.type)`,
  );

/** Makes or mends tenancies of homes that are there. */
export const saveTenancies = (db: Db, rows: readonly TenancyRow[]) =>
  inParts(
    rows,
    (json) => db`
    insert into households as h (id, property_id, tenancy_reference, tenure, from_date)
    select x.id, p.id, x."tenancyReference", coalesce(x.tenure, ''), x.from
    from jsonb_to_recordset(${json}::text::jsonb) as x(id uuid, "tenancyReference" text, "propertyReference" text, tenure text, "from" date)
    join properties p on p.reference = x."propertyReference"
    on conflict (tenancy_reference) do update set
      property_id = excluded.property_id,
      tenure = coalesce(nullif(excluded.tenure, ''), h.tenure)`,
  );

const personColumns = (db: Db) => db`
  x(id uuid, reference text, title text, "givenName" text, "familyName" text, "dateOfBirth" date, phone text, email text,
    language text, format text, "preferredChannel" text)`;

/** Makes or mends people. What a row leaves blank stays as it is; stops, permissions and status are not touched. */
export const savePeople = (db: Db, rows: readonly PersonRow[], at: Date) =>
  inParts(rows, async (json) => {
    await db`
      update residents r set
        title = coalesce(x.title, r.title), given_name = coalesce(x."givenName", r.given_name),
        family_name = coalesce(x."familyName", r.family_name), date_of_birth = coalesce(x."dateOfBirth", r.date_of_birth),
        phone = coalesce(x.phone, r.phone), email = coalesce(x.email, r.email), language = coalesce(x.language, r.language),
        format = coalesce(x.format, r.format), preferred_channel = coalesce(x."preferredChannel", r.preferred_channel),
        updated_at = ${at}
      from jsonb_to_recordset(${json}::text::jsonb) as ${personColumns(db)}
      where r.reference = x.reference`;
    await db`
      insert into residents (id, reference, title, given_name, family_name, date_of_birth, phone, email, language, format,
        preferred_channel, created_at, updated_at)
      select x.id, x.reference, x.title, coalesce(x."givenName", ''), coalesce(x."familyName", ''), x."dateOfBirth", x.phone,
        x.email, coalesce(x.language, 'en'), coalesce(x.format, 'standard'), x."preferredChannel", ${at}, ${at}
      from jsonb_to_recordset(${json}::text::jsonb) as ${personColumns(db)}
      on conflict (reference) do nothing`;
  });

/** Puts people into their tenancies; who was in another one leaves it on that day. */
export const saveMembers = (db: Db, rows: readonly MemberRow[]) =>
  inParts(rows, async (json) => {
    const wanted = db`
      (select r.id as resident_id, h.id as household_id, x.from
       from jsonb_to_recordset(${json}::text::jsonb) as x(reference text, "tenancyReference" text, "from" date)
       join residents r on r.reference = x.reference
       join households h on h.tenancy_reference = x."tenancyReference")`;
    await db`
      update household_members m set to_date = greatest(w.from, m.from_date) from ${wanted} w
      where m.resident_id = w.resident_id and m.household_id <> w.household_id and m.to_date is null`;
    await db`
      insert into household_members (household_id, resident_id, from_date)
      select w.household_id, w.resident_id, w.from from ${wanted} w
      where not exists (select from household_members m
        where m.resident_id = w.resident_id and m.household_id = w.household_id and m.to_date is null)
      on conflict (household_id, resident_id, from_date) do update set to_date = null`;
  });

/** Puts people into panels and groups they are not in. Nobody is taken out. */
export const saveJoins = (db: Db, rows: readonly JoinRow[]) =>
  inParts(
    rows,
    (json) => db`
    insert into memberships (group_id, resident_id, from_date)
    select g.id, r.id, x.from
    from jsonb_to_recordset(${json}::text::jsonb) as x(reference text, "group" text, "from" date)
    join residents r on r.reference = x.reference
    join groups g on g.name = x."group"
    where not exists (select from memberships m where m.group_id = g.id and m.resident_id = r.id and m.to_date is null)
    on conflict do nothing`,
  );

export interface ImportRow {
  id: string;
  filename: string;
  by: string;
  at: Date;
  state: 'checked' | 'applied';
  rows: number;
  counts: Record<string, number>;
  rejects: readonly object[];
}

/** Keeps what a file held and what became of each row. */
export const insertImport = (db: Db, one: ImportRow) => db`
  insert into imports (id, filename, by, at, state, rows, counts, rejects)
  values (${one.id}, ${one.filename}, ${one.by}, ${one.at}, ${one.state}, ${one.rows},
    ${JSON.stringify(one.counts)}::text::jsonb, ${JSON.stringify(one.rejects)}::text::jsonb)`;

/** Makes imports wait for each other: two at one moment would not see each other's rows. Held until the transaction ends. */
export const lockImports = (db: Db) => db`select pg_advisory_xact_lock(hashtext('residents.import'))`;
