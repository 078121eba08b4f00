import type { Db } from '../../db/connect.ts';
import { noLandlord } from '../../db/queries/landlord.ts';
import { landlordSettings } from '../../db/queries/settings.ts';
import { localDate } from '../../surveys/fieldwork/dates.ts';
import type { Deps } from '../deps.ts';

/** Today in a time zone: in a British summer that of the server is a day behind for the first hour. */
export const todayIn = (zone: string, { clock }: Pick<Deps, 'clock'>): string => localDate(clock.now().getTime(), zone);

/** The time zone the landlord is in. */
export const landlordZone = async (db: Db): Promise<string> =>
  (await landlordSettings(db))?.timeZone ?? noLandlord.timeZone;

/** Today, where the landlord is. */
export const landlordToday = async (db: Db, deps: Pick<Deps, 'clock'>): Promise<string> =>
  todayIn(await landlordZone(db), deps);
