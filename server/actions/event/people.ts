import { addressKeys } from '../../../db/address-hash.ts';
import type { Db } from '../../../db/connect.ts';
import { type EventPersonRow, type EventRow, eventPeopleOf } from '../../../db/queries/events.ts';
import type { Deps } from '../../deps.ts';

/** Those drawn and the reserves of an event. */
export const peopleOf = async (db: Db, { env, clock }: Deps, { id, purpose }: EventRow): Promise<EventPersonRow[]> =>
  eventPeopleOf(db, id, purpose, await addressKeys(env.secret), clock.now());
