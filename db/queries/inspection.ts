import type { Db } from '../connect.ts';
import { noLandlord } from './landlord.ts';

/** What an inspection must know of the landlord. */
export interface Surroundings {
  phone: string;
  timeZone: string;
  /** Who answers for what sounds like a danger or a repair. */
  owner: string | null;
}

/** All of it in one statement; as nobody named when there is no landlord yet. */
export async function surroundings(db: Db): Promise<Surroundings> {
  const [row] = await db<Surroundings[]>`
    select l.phone, l.time_zone, u.name as owner from landlord l left join "user" u on u.id = l.urgent_owner`;
  return row ?? { phone: noLandlord.phone, timeZone: noLandlord.timeZone, owner: null };
}
