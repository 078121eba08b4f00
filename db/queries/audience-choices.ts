import type { FieldCode } from '../../surveys/fieldwork/audience-fields.ts';
import type { Db } from '../connect.ts';
import { homes } from './candidates.ts';

/** A code that people of the register have for a field, with how many do. `label` is its own words where it has any, such as a group's name. */
export interface AudienceChoice {
  field: FieldCode;
  code: string;
  label: string | null;
  count: number;
}

/** What the register offers for each list that people can be picked by. */
export const audienceChoices = (db: Db, today: string) => db<AudienceChoice[]>`
  select field, code, null as label, count(*)::int as count
  from residents r left join (${homes(db, today)}) home on home.resident_id = r.id
  cross join lateral (values ('scheme', home.scheme), ('property_type', home.property_type), ('language', r.language), ('format', r.format)) v(field, code)
  where r.status = 'current' and code <> '' group by field, code
  union all
  select 'group', g.id::text, g.name, count(m.resident_id)::int
  from groups g left join memberships m on m.group_id = g.id and m.from_date <= ${today} and (m.to_date is null or m.to_date > ${today})
  group by g.id, g.name
  union all
  select 'interest', n.topic, null, count(*)::int from interests n group by n.topic
  order by 1, 3, 2`;
