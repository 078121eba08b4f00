import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import type { Format } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';
import { type Choice, candidates, homes } from './candidates.ts';

/** Somebody a wave would ask, as a filled example needs them. */
export interface SamplePerson {
  residentId: string;
  title: string | null;
  givenName: string;
  familyName: string;
  phone: string | null;
  email: string | null;
  language: string;
  format: Format;
  preferredChannel: ContactChannel | null;
  ways: ContactChannel[];
  mayRing: boolean;
  older: boolean;
  /** Where a letter goes: lines, the postcode last. */
  address: string[];
  people: number;
}

/** The nth person a wave would ask, in an order that does not change while nobody moves; null past the last. */
export async function samplePerson(db: Db, choice: Choice, place: number): Promise<SamplePerson | null> {
  const [row] = await db<SamplePerson[]>`
    select c.resident_id, r.title, r.given_name, r.family_name, r.phone, r.email, c.language, c.format,
      c.preferred_channel, c.ways, c.may_ring, c.older, coalesce(r.correspondence_address, home.address_lines || home.postcode, '{}') as address,
      (count(*) over ())::int as people
    from (${candidates(db, choice)}) c join residents r on r.id = c.resident_id
    left join (${homes(db, choice.today)}) home on home.resident_id = r.id
    where c.out_reason is null order by md5(c.resident_id::text) offset ${place} limit 1`;
  return row ?? null;
}
