import type { ListOutcome } from '../../surveys/fieldwork/call-list.ts';
import type { AddressKeys } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { mayRing, reachJoins } from './reach.ts';

/** Somebody to ring now. */
export interface ToRing {
  id: string;
  residentId: string;
  waveId: string;
  waveName: string;
  title: string | null;
  givenName: string;
  familyName: string;
  phone: string;
  language: string;
  code: string | null;
  tries: number;
  lastOutcome: ListOutcome | null;
  dueAt: Date;
}

interface RingPage {
  now: Date;
  keys: AddressKeys;
  after: readonly [dueAt: string, id: string] | null;
  limit: number;
}

/**
 * Who is to be rung now, whoever has waited longest first. What ended it since is looked at here, so that it stops at once: an answer, a stop, a number that
 * must not be used, a move, a death, a pause, the end of the wave.
 */
export const toRing = (db: Db, { now, keys, after, limit }: RingPage) => db<ToRing[]>`
  select l.id, r.id as resident_id, w.id as wave_id, w.name as wave_name, r.title, r.given_name, r.family_name, r.phone, r.language, i.code,
    l.tries, l.last_outcome, l.due_at
  from call_list l
  join invitations i on i.id = l.invitation_id
  join waves w on w.id = i.wave_id and w.status = 'open'
  join recipients rec on rec.id = i.id
  join mailings m on m.id = rec.mailing_id
  join residents r on r.id = rec.resident_id and r.status = 'current'
  ${reachJoins(db, db`m.purpose`, now)}
  left join responses p on p.frame_member_id = i.frame_member_id
  where l.status = 'waiting' and l.due_at <= ${now} and stop.reason is null and ${mayRing(db, keys, db`m.purpose`, now)}
    and p.state is distinct from 'complete' and i.disposition not in ('complete', 'blank', 'refused', 'moved', 'died')
    and (${after === null} or (l.due_at, l.id) > (${after?.[0] ?? now}::timestamptz, ${after?.[1] ?? nobody}::uuid))
  order by l.due_at, l.id limit ${limit}`;

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * One line of the list, held until the transaction ends, with whose it is; null when it is over or was never there. One that was cancelled is given:
 * whoever was on the telephone at that moment has something to write down.
 */
export async function ringLocked(db: Db, id: string) {
  const [row] = await db<
    { residentId: string; invitationId: string; tries: number; status: 'waiting' | 'cancelled' }[]
  >`
    select rec.resident_id, l.invitation_id, l.tries, l.status from call_list l join recipients rec on rec.id = l.invitation_id
    where l.id = ${id} and l.status in ('waiting', 'cancelled') and rec.resident_id is not null for update of l`;
  return row ?? null;
}
