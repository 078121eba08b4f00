import { addressHash, addressKeys } from '../../../db/address-hash.ts';
import type { Db } from '../../../db/connect.ts';
import { type Stop, stopsOfResident } from '../../../db/queries/residents.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { WhyStop } from '../../../surveys/fieldwork/why/facts.ts';
import type { Deps } from '../../deps.ts';

interface Reachable {
  id: string;
  phone: string | null;
  email: string | null;
}

/** What keeps us from a resident now. */
export async function stopsOf(db: Db, { env, clock }: Deps, { id, phone, email }: Reachable): Promise<Stop[]> {
  const keys = await addressKeys(env.secret);
  const hashes = await Promise.all([phone, email].filter((one) => one !== null).map((one) => addressHash(keys, one)));
  return stopsOfResident(db, id, hashes, clock.now());
}

const kinds: Record<string, WhyStop['kind']> = {
  do_not_contact: 'do_not_contact',
  stop: 'stop',
  unsubscribe: 'stop',
  complaint: 'stop',
  paused: 'on_break',
};

const lastThree = (phone: string | null) => phone?.slice(-3) ?? null;

/** Stops as the sentence on a wave asks for them; a bounced address is not one. What a resident said hides what others said for them. */
export function whyStops(stops: readonly Stop[], { phone }: Reachable): WhyStop[] {
  const own = stops.some((stop) => !stop.ofAddress && kinds[stop.reason] === 'stop');
  return stops.flatMap(({ reason, at, by, note, ofAddress }) => {
    const kind = kinds[reason];
    if (kind === undefined || (ofAddress && own)) return [];
    const ending = reason === 'stop' ? (note ?? lastThree(phone)) : null;
    return [{ kind, at: at.getTime(), by, note: kind === 'stop' ? null : note, ending, shared: ofAddress }];
  });
}

const purposes: Record<string, string> = {
  research: 'surveys',
  service: 'groups and papers',
  marketing: 'events and news',
};

const sentences: Record<string, (stop: Stop, what: string, zone: string) => string> = {
  do_not_contact: ({ by, note }) => `On the do-not-contact list, added by ${by}${note ? `: ${note}` : ''}.`,
  stop: ({ ofAddress }, what) =>
    ofAddress
      ? `Somebody who uses this number texted STOP. It covers ${what} by text.`
      : `Texted STOP. It covers ${what} by every way.`,
  unsubscribe: (_stop, what) => `Asked us to stop emails. It covers ${what}.`,
  bounce: () => 'Messages to this address come back.',
  complaint: () => 'Marked our email as unwanted.',
  paused: ({ until }, what, zone) =>
    `Taking a break from ${what}${until ? ` until ${localDate(until.getTime(), zone)}` : ''}.`,
};

/** A stop for staff, in a sentence; its day is that of the landlord's zone. */
export function stopSentence(stop: Stop, zone: string): string {
  const what = stop.purpose === null ? 'everything' : (purposes[stop.purpose] ?? stop.purpose);
  return sentences[stop.reason]?.(stop, what, zone) ?? `Stopped: ${stop.reason}.`;
}
