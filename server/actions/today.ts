import type { Db } from '../../db/connect.ts';
import { landlordSettings } from '../../db/queries/settings.ts';
import { localDate } from '../../surveys/fieldwork/dates.ts';
import type { Deps } from '../deps.ts';

/** Today, where the landlord is. */
export async function landlordToday(db: Db, { clock }: Pick<Deps, 'clock'>): Promise<string> {
  const zone = (await landlordSettings(db))?.timeZone ?? 'Europe/London';
  return localDate(clock.now().getTime(), zone);
}
