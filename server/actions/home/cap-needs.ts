import { unlimited } from '../../../channels/limits.ts';
import { cappedChannels } from '../../../db/queries/today.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { dayWords, localClock, localDate, plusDays } from '../../../surveys/fieldwork/dates.ts';
import { endOfDay, nextWaking, type Place } from '../../../surveys/fieldwork/quiet.ts';
import type { Deps } from '../../deps.ts';
import type { Need } from './needs.ts';
import { carried, verb } from './phrases.ts';

/** When what waits for another day goes on: "tomorrow 09:00", "7 December 09:00". */
function goesOn(today: string, place: Place): string {
  const at = nextWaking(endOfDay(today, place.zone), place);
  const day = localDate(at, place.zone);
  return `${day === plusDays(today, 1) ? 'tomorrow' : dayWords(day, today)} ${localClock(at, place.zone)}`;
}

/** Channels that have sent all that they may in one day, while more waits. */
export async function capNeeds(
  { db, channels, clock }: Pick<Deps, 'db' | 'channels' | 'clock'>,
  landlord: { timeZone: string; nation: string } | null,
): Promise<Need[]> {
  const place = {
    zone: landlord?.timeZone ?? 'Europe/London',
    nation: (landlord?.nation ?? 'england-wales') as Nation,
  };
  const now = clock.now();
  const today = localDate(now.getTime(), place.zone);
  return (await cappedChannels(db, today, now)).map(({ channel, waiting, since }) => {
    const { perDay } = channels[channel].limits ?? unlimited;
    const count = waiting.toLocaleString('en-GB');
    return {
      kind: 'channel',
      sentence: `${carried[channel].Many} stopped: today's cap of ${(perDay ?? 0).toLocaleString('en-GB')} is reached; ${count} ${verb(waiting, 'waits', 'wait')} until ${goesOn(today, place)}.`,
      link: '/console/settings',
      action: `See the cap of ${carried[channel].many}`,
      since,
    };
  });
}
