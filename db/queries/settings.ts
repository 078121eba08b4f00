import type { Db } from '../connect.ts';
import type { landlord } from '../schema/landlord.ts';

type Row = typeof landlord.$inferSelect;
/** Without the picture, and without what is recorded of equality questions: that has its own permission. */
export type Landlord = Omit<Row, 'logo' | 'logoType' | Extract<keyof Row, `equality${string}`>>;

/** The landlord with all its settings but the picture; null before there is one. */
export async function landlordSettings(db: Db): Promise<Landlord | null> {
  const [row] = await db<Landlord[]>`
    select id, name, short_name, phone, address, freepost, repairs_url, privacy_contact, languages,
      reporting_year_start, time_zone, nation, require_two_step, password_sign_in, urgent_owner, demo, updated_at
    from landlord`;
  return row ?? null;
}

/** Officers and administrators, who work the tray. */
export const fieldStaffNames = (db: Db) => db<{ id: string; name: string }[]>`
  select id, name from "user" where string_to_array(role, ',') && array['officer', 'administrator'] order by name`;
