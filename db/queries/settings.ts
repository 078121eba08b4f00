import type { Db } from '../connect.ts';
import type { landlord } from '../schema/landlord.ts';

export type Landlord = Omit<typeof landlord.$inferSelect, 'logo' | 'logoType'>;

/** The landlord with all its settings but the picture; null before there is one. */
export async function landlordSettings(db: Db): Promise<Landlord | null> {
  const [row] = await db<Landlord[]>`
    select id, name, short_name, phone, address, freepost, repairs_url, privacy_contact, languages,
      reporting_year_start, time_zone, nation, demo, updated_at
    from landlord`;
  return row ?? null;
}
