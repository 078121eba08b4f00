import type { Db } from '../connect.ts';

/** What we hold of a person that a file may speak of. */
export interface Known {
  id: string;
  reference: string;
  title: string | null;
  givenName: string;
  familyName: string;
  dateOfBirth: string | null;
  phone: string | null;
  email: string | null;
  language: string;
  format: string;
  preferredChannel: string | null;
  tenancyReference: string | null;
  tenure: string | null;
  propertyReference: string | null;
  uprn: string | null;
  addressLines: string[] | null;
  postcode: string | null;
  area: string | null;
  scheme: string | null;
  type: string | null;
  /** Names of the groups they are in now. */
  groups: string[];
  /** Fields that they, or a member of staff for them, have set themselves: no file may change these. */
  own: string[];
}

/** The people of these references, where they live now, and what is theirs to decide. */
export const knownResidents = (db: Db, references: readonly string[]) => db<Known[]>`
  select r.id, r.reference, r.title, r.given_name, r.family_name, r.date_of_birth, r.phone, r.email, r.language, r.format,
    r.preferred_channel, h.tenancy_reference, h.tenure, p.reference as property_reference, p.uprn, p.address_lines,
    p.postcode, p.area, p.scheme, p.type,
    array(select g.name from memberships m join groups g on g.id = m.group_id
      where m.resident_id = r.id and m.to_date is null) as groups,
    array(select distinct field from audit_log a, jsonb_array_elements_text(a.detail -> 'fields') as field
      where a.subject = r.id::text and jsonb_typeof(a.detail -> 'fields') = 'array') as own
  from residents r
  left join lateral (
    select household_id from household_members m
    where m.resident_id = r.id and m.to_date is null order by m.from_date desc limit 1) now on true
  left join households h on h.id = now.household_id
  left join properties p on p.id = h.property_id
  where r.reference = any(${references})`;
