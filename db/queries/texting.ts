import type { Db } from '../connect.ts';
import { type LandlordFacts, landlordJson } from './landlord.ts';
import { type Survey, surveyColumns, surveyJoins } from './survey.ts';

/** A survey that a text may be about. */
export interface TextSurvey extends Survey {
  /** The newest text of ours in it that went out. */
  lastKind: 'invitation' | 'reminder' | 'reply' | null;
  lastAt: string | null;
  /** How it is tied to this text: the number is its resident's, the number wrote in it before, the text holds its code. */
  byNumber: boolean;
  byCode: boolean;
  /** Its resident said stop to what it is about, and has not started again. */
  stopped: boolean;
}

export interface TextContext {
  landlord: LandlordFacts | null;
  /** Set when this very message was taken in before. */
  known: { reply: string | null } | null;
  /** STOP was texted from this number, and not START since. */
  stopped: boolean;
  /** Somebody who uses the number was ever asked to an event: only then is it worth looking whether the text answers that. */
  invited: boolean;
  /** Residents who use the number. */
  residents: { id: string; language: string }[];
  /** Replies that only said "a person will read it", to this number in the last day: machines must not talk to each other. */
  trayReplies: number;
  surveys: TextSurvey[];
}

export interface TextLookup {
  provider: string;
  providerId: string;
  from: string;
  /** Keyed hash of the number. */
  fromHash: string;
  code: string | null;
  now: Date;
}

/** A stop that stands: what only START or the resident's own preferences undo, and what staff wrote down. Not a pause, nor an address that failed. */
const stands = (db: Db, now: Date) => db`
  s.lifted_at is null and (s.until is null or s.until > ${now}) and s.reason in ('stop', 'unsubscribe', 'complaint', 'do_not_contact')`;

/** A wave is remembered for this long after it closed, so that a late reply is answered as one. */
const lateDays = 60;

/** The number a text is from, the code in it, and when; a fragment of a statement may stand for the number. */
interface Tie {
  from: string | ReturnType<Db>;
  code: string | null;
  now: Date;
}

const candidates = (db: Db, { from, code, now }: Tie) => db`
  select r.id, true as by_number, false as by_code
  from residents p join recipients r on r.resident_id = p.id join mailings m on m.id = r.mailing_id
  where p.phone = ${from} and p.status = 'current' and m.kind = 'wave'
  union all
  select recipient_id, false, false from (
    select recipient_id from inbound_messages
    where from_address = ${from} and channel = 'sms' and recipient_id is not null
    order by received_at desc limit 1) wrote
  union all
  select id, false, true from invitations where code = ${code} and ${now}::timestamptz is not null`;

/** Everything a text that came in may be about, in one statement. */
export async function textContext(db: Db, lookup: TextLookup): Promise<TextContext> {
  const { provider, providerId, from, fromHash, now } = lookup;
  const [row] = await db<TextContext[]>`
    select ${landlordJson(db)} as landlord,
      (select jsonb_build_object('reply', reply) from inbound_messages
        where provider = ${provider} and provider_id = ${providerId}) as known,
      exists (select from suppressions s where s.address_hash = ${fromHash} and s.resident_id is null and ${stands(db, now)}) as stopped,
      exists (select from residents p join event_people e on e.resident_id = p.id where p.phone = ${from}) as invited,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'language', language) order by id)
        from residents where phone = ${from} and status = 'current'), '[]') as residents,
      (select count(*) from inbound_messages where from_address = ${from} and received_at > ${now}::timestamptz - interval '1 day'
        and done = 'tray' and reply is not null)::int as tray_replies,
      coalesce((select jsonb_agg(to_jsonb(s)) from (${surveysOf(db, lookup)}) s), '[]') as surveys`;
  if (!row) throw new Error('one row was asked for');
  return row;
}

/** Who was last texted on a number, and what about. */
export interface LastTexted {
  residentId: string;
  purpose: string;
  language: string;
}

/** The newest text of ours to a number, of a wave or of papers; null when none went. */
export async function lastTexted(db: Db, from: string): Promise<LastTexted | null> {
  const [row] = await db<LastTexted[]>`
    select r.resident_id, m.purpose, r.language
    from recipients r join mailings m on m.id = r.mailing_id join deliveries d on d.recipient_id = r.id
    where r.resident_id is not null and d.channel = 'sms'
      and d.status in ('accepted', 'sent', 'delivered', 'unknown', 'claimed')
      and (r.resident_id in (select id from residents where phone = ${from} and status = 'current')
        or r.id in (select recipient_id from inbound_messages where from_address = ${from} and channel = 'sms'))
    order by coalesce(d.sent_at, d.accepted_at, d.created_at) desc, d.created_at desc limit 1`;
  return row ?? null;
}

/** What each of some numbers may text about, in one statement. */
export const surveysOfNumbers = (db: Db, numbers: readonly string[], now: Date) => db<
  { number: string; surveys: TextSurvey[] }[]
>`
  select n.number,
    coalesce((select jsonb_agg(to_jsonb(s)) from (${surveysOf(db, { from: db`n.number`, code: null, now })}) s), '[]') as surveys
  from unnest(${[...numbers]}::text[]) n(number)`;

const surveysOf = (db: Db, lookup: Tie) => db`
  select ${surveyColumns(db)}, tied.by_number as "byNumber", tied.by_code as "byCode", last.kind as "lastKind", last.at as "lastAt",
    exists (select from suppressions s where s.resident_id = r.resident_id and ${stands(db, lookup.now)}
      and (s.purpose is null or s.purpose = c.purpose)) as stopped
  from (select id, bool_or(by_number) as by_number, bool_or(by_code) as by_code from (${candidates(db, lookup)}) c group by id) tied
  join invitations i on i.id = tied.id
  ${surveyJoins(db)}
  left join lateral (
    select d.kind, coalesce(d.sent_at, d.accepted_at, d.created_at) as at from deliveries d
    where d.recipient_id = i.id and d.channel = 'sms' and d.status in ('accepted', 'sent', 'delivered', 'unknown', 'claimed')
      and d.kind in ('invitation', 'reminder', 'reply')
    order by at desc, d.created_at desc limit 1) last on true
  where w.status in ('open', 'paused') or w.closed_at > ${lookup.now}::timestamptz - make_interval(days => ${lateDays})
    or (w.status = 'closed' and w.closed_at is null)`;
