import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import type { AddressKeys } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { reachJoins, workingWays } from './reach.ts';

/** The prize draw of a wave. Dates are local. */
export interface PrizeRow {
  waveId: string;
  prize: string;
  terms: string;
  winners: number;
  reserves: number;
  closesOn: string;
  seed: string;
  seal: string;
  setBy: string;
  setAt: Date;
  drawnAt: Date | null;
  drawnBy: string | null;
  entrants: number | null;
  listHash: string | null;
}

/** The draw of a wave; null where there is none. `lock` holds it until the transaction ends. */
export async function prizeOf(db: Db, waveId: string, { lock = false } = {}): Promise<PrizeRow | null> {
  const [row] = await db<PrizeRow[]>`
    select wave_id, prize, terms, winners, reserves, closes_on::text, seed, seal, set_by, set_at, drawn_at, drawn_by, entrants, list_hash
    from prize_draws where wave_id = ${waveId} ${lock ? db`for update` : db``}`;
  return row ?? null;
}

export interface EntryCounts {
  /** Answered, in part too, or sent it back blank; in an anonymous wave nobody is in by that. */
  takingPart: number;
  /** Entered by themselves, on the page or by letter or telephone. */
  entered: number;
  leftOut: number;
}

/** How many stand in the draw now. Looks at outcomes, never at answers. */
export async function entryCounts(db: Db, waveId: string): Promise<EntryCounts> {
  const [row] = await db<EntryCounts[]>`
    select (select count(*) from (${takingPart(db, waveId)}) t
        where not exists (select from prize_entries e where e.wave_id = ${waveId} and e.resident_id = t.resident_id))::int as taking_part,
      count(*) filter (where out_reason is null)::int as entered, count(*) filter (where out_reason is not null)::int as left_out
    from prize_entries where wave_id = ${waveId}`;
  return row ?? { takingPart: 0, entered: 0, leftOut: 0 };
}

/**
 * Whoever took part by any way until the closing date, a form that came back blank too: who began in time is in, however long they take. Nobody in
 * an anonymous wave: there an entry of their own is the only way in, or the list of the draw would tell who answered.
 */
export const takingPart = (db: Db, waveId: string | ReturnType<Db>) => db`
  select rec.resident_id, (${tookPartAt(db)} at time zone w.time_zone)::date as day
  from invitations i join recipients rec on rec.id = i.id join waves w on w.id = i.wave_id
  join campaigns c on c.id = w.campaign_id join prize_draws z on z.wave_id = w.id
  left join responses p on p.frame_member_id = i.frame_member_id
  where i.wave_id = ${waveId} and not c.anonymous and i.disposition in ('complete', 'part', 'blank') and rec.resident_id is not null
    and (${tookPartAt(db)} at time zone w.time_zone)::date <= z.closes_on`;

/** When somebody first took part: what became of it may be settled days later. Never what they answered. */
const tookPartAt = (db: Db) => db`least(p.started_at, i.disposition_at)`;

/** A draw whose closing day is over, of a wave that was launched, that somebody is in, and that nobody has drawn. */
export interface PrizeDue {
  waveId: string;
  name: string;
  closesOn: string;
  /** The end of its closing day, where it is. */
  since: Date;
}

/** Draws that can be drawn, the one that closed first on top. */
export const prizesDue = (db: Db, now: Date) => db<PrizeDue[]>`
  select z.wave_id, w.name, z.closes_on::text, ((z.closes_on + 1)::timestamp at time zone w.time_zone) as since
  from prize_draws z join waves w on w.id = z.wave_id
  where z.drawn_at is null and w.status <> 'draft' and (${now}::timestamptz at time zone w.time_zone)::date > z.closes_on
    and (exists (select from prize_entries e where e.wave_id = z.wave_id and e.out_reason is null) or exists (select from (${takingPart(db, db`z.wave_id`)}) t))
  order by z.closes_on, w.name limit 50`;

/** Somebody who won or stands in reserve, as they can be reached now for a service. */
export interface DrawnRow {
  id: string;
  place: number;
  role: 'winner' | 'reserve';
  residentId: string | null;
  title: string | null;
  givenName: string | null;
  familyName: string | null;
  language: string | null;
  format: string | null;
  preferredChannel: ContactChannel | null;
  ways: ContactChannel[];
  stopped: boolean;
  phone: string | null;
  addressLines: string[] | null;
  postcode: string | null;
  toldAt: Date | null;
  /** How their message stands; null where none was sent. */
  status: string | null;
  missedAt: Date | null;
  missedWhy: string | null;
}

/** Winners and reserves in the order of the draw. */
export const drawnPeople = (db: Db, waveId: string, { keys, now }: { keys: AddressKeys; now: Date }) => db<DrawnRow[]>`
  select e.id, e.place, e.role, r.id as resident_id, r.title, r.given_name, r.family_name, r.language, r.format, r.preferred_channel,
    case when r.id is null then '{}' else ${workingWays(db, keys, db`'service'`, now)} end as ways,
    coalesce(stop.reason is not null or r.status = 'died', false) as stopped,
    r.phone, home.address_lines, home.postcode, e.told_at, d.status, e.missed_at, e.missed_why
  from prize_entries e left join residents r on r.id = e.resident_id
  ${reachJoins(db, db`'service'`, now)}
  left join lateral (select status from deliveries where recipient_id = e.recipient_id order by created_at desc limit 1) d on true
  where e.wave_id = ${waveId} and e.role is not null order by e.place`;

/** Entry ids that were in the draw, in the order of the list. */
export const listOf = async (db: Db, waveId: string): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from prize_entries where wave_id = ${waveId} and place is not null order by id::text collate "C"`;
  return rows.map(({ id }) => id);
};
