import type { Db } from '../connect.ts';
import type { Landlord } from '../queries/settings.ts';

export type LandlordChange = Partial<Omit<Landlord, 'id' | 'updatedAt' | 'demo'>>;

/** Changes the one landlord, which is made when there is none yet. */
export async function saveLandlord(db: Db, change: LandlordChange, at: Date): Promise<void> {
  await db`insert into landlord (id, name, updated_at) values (1, ${change.name ?? ''}, ${at}) on conflict (id) do nothing`;
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await db`update landlord set ${db({ ...given, updatedAt: at })} where id = 1`;
}
