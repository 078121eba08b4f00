import type { OutReason } from '../../surveys/fieldwork/audience.ts';
import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import type { StratumFacts } from '../../surveys/fieldwork/strata.ts';
import type { Format } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';
import { type Choice, candidates, homes } from './candidates.ts';

/** Residents alike in everything that reach, words and cost depend on. `outReason` null is in. */
export interface AudienceGroup {
  outReason: OutReason | null;
  ways: ContactChannel[];
  preferredChannel: ContactChannel | null;
  language: string;
  format: Format;
  demo: boolean;
  mayRing: boolean;
  /** Of the age from which letters are worth their price. */
  older: boolean;
  count: number;
}

/** Everyone, counted: who would be in and out and why, and by which ways they can be reached. */
export const audienceGroups = (db: Db, choice: Choice) => db<AudienceGroup[]>`
  select out_reason, ways, preferred_channel, language, format, demo, may_ring, older, count(*) as count
  from (${candidates(db, choice)}) c
  group by 1, 2, 3, 4, 5, 6, 7, 8 order by count desc`;

/** Those who may be asked, counted by what a design can group them by. */
export interface StratumRow extends StratumFacts {
  count: number;
}

export const strataRows = (db: Db, choice: Choice) => db<StratumRow[]>`
  select c.area, c.tenure, c.property_type, c.age, count(*) as count
  from (${candidates(db, choice)}) c where c.out_reason is null group by 1, 2, 3, 4`;

/** Somebody behind a number of the plan. */
export interface AudiencePerson {
  residentId: string;
  title: string | null;
  givenName: string;
  familyName: string;
  nameKey: string;
  addressLines: string[] | null;
  postcode: string | null;
}

/** Those left out for one reason, or those who may be asked (null), by name after a place. */
export const peopleOfReason = (
  db: Db,
  choice: Choice,
  page: { reason: string | null; after: readonly [string, string] | null; limit: number },
) => db<AudiencePerson[]>`
  select c.resident_id, r.title, r.given_name, r.family_name, r.name_key, home.address_lines, home.postcode
  from (${candidates(db, choice)}) c join residents r on r.id = c.resident_id
  left join (${homes(db, choice.today)}) home on home.resident_id = r.id
  where c.out_reason is not distinct from ${page.reason}::text
    and (${page.after === null} or (r.name_key, r.id) > (${page.after?.[0] ?? ''}, ${page.after?.[1] ?? nobody}::uuid))
  order by r.name_key, r.id limit ${page.limit}`;

const nobody = '00000000-0000-0000-0000-000000000000';
