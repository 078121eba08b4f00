import type { Db } from '../connect.ts';

/** What residents' pages and texts say of the landlord. */
export interface LandlordFacts {
  name: string;
  shortName: string;
  phone: string;
  address: string[];
  freepost: string;
  repairsUrl: string;
  privacyContact: string;
  languages: string[];
  timeZone: string;
}

/** What stands there before the landlord has said anything. */
export const noLandlord: LandlordFacts = {
  name: '',
  shortName: '',
  phone: '',
  address: [],
  freepost: '',
  repairsUrl: '',
  privacyContact: '',
  languages: ['en'],
  timeZone: 'Europe/London',
};

/** The landlord as one jsonb value, for a statement that fetches something else besides. */
export const landlordJson = (db: Db) => db`
  (select jsonb_build_object(
     'name', name, 'shortName', short_name, 'phone', phone, 'address', address, 'freepost', freepost,
     'repairsUrl', repairs_url, 'privacyContact', privacy_contact, 'languages', languages, 'timeZone', time_zone)
   from landlord)`;

/** The landlord, or null before there is one. */
export async function landlordFacts(db: Db): Promise<LandlordFacts | null> {
  const [row] = await db<{ landlord: LandlordFacts | null }[]>`select ${landlordJson(db)} as landlord`;
  return row?.landlord ?? null;
}
