import type { State } from '../../surveys/interview/types.ts';
import { type AddressKeys, addressHashOf } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { isAnswer } from '../queries/bulk.ts';
import { eventOf } from '../queries/event-of.ts';
import { isAllowed, stopOf } from '../queries/reach.ts';
import type { TokenRow } from './tokens.ts';

/** What a batch is claimed by. */
export interface Claim {
  channel: 'sms' | 'email';
  provider: string;
  /** Demo residents are only written to in a sandbox, real ones only outside it. */
  sandbox: boolean;
  /** False takes only answers to what people sent us: in quiet hours, when the day's cap is reached, and before what goes to many. */
  bulk: boolean;
  now: Date;
  limit: number;
  keys: AddressKeys;
}

/** A delivery with all that its words depend on. `against` says why it was cancelled instead of claimed. */
export interface ClaimedRow {
  id: string;
  recipientId: string | null;
  residentId: string | null;
  invitationId: string | null;
  step: number | null;
  kind: string;
  language: string;
  format: string;
  tries: number;
  /** Words and subject of an answer, written when it was made; null where they are rendered now. */
  subject: string | null;
  words: string | null;
  purpose: 'research' | 'service' | 'marketing' | null;
  meetingId: string | null;
  /** The new number or address that this asks to confirm. */
  contactChangeId: string | null;
  eventId: string | null;
  address: string | null;
  inReplyTo: string | null;
  code: string | null;
  versionId: string | null;
  versionNumber: number | null;
  closesOn: string | null;
  actionOn: string | null;
  /** The interview so far, of somebody who has begun and not finished. */
  interview: State | null;
  against: string | null;
}

/** Most deliveries of one claim. Written out in the statement, so that Postgres plans it once for this many rows, whatever the limit of a claim. */
const mostAtOnce = 100;

/**
 * Claims what is due on one channel, oldest first; any number of processes may do so at once. In the same statement whatever may not go any more
 * is cancelled, with the reason: stopped, suppressed, not permitted, answered, closed. What a row hangs on is looked up and not joined, so that the
 * index gives the oldest in order: joined, Postgres sorts all that is due (217 ms against 3 ms for 100 of 20,000). The limit is asked for within, so that one plan
 * serves all: to plan these eleven tables takes as long as to claim a hundred.
 */
export const claimDue = (db: Db, claim: Claim) => db<ClaimedRow[]>`
  with picked as materialized (
    select * from (
      select d.id, d.recipient_id, d.step, d.kind, d.language, d.format, d.tries, d.subject, d.words, d.inbound_message_id, d.join_request_id
      from deliveries d
      where d.status = 'due' and d.channel = ${claim.channel} and d.due_at <= ${claim.now}
        ${claim.bulk ? db`` : db`and ${isAnswer(db)}`}
        and (not exists (select from waves where status = 'paused')
          or coalesce((select w.status from invitations i join waves w on w.id = i.wave_id where i.id = d.recipient_id), '') <> 'paused')
        and (${claim.sandbox ? db`` : db`not exists (select from residents where demo) or`}
          coalesce((select r.demo from recipients rec join residents r on r.id = rec.resident_id where rec.id = d.recipient_id),
            ${claim.sandbox}) = ${claim.sandbox})
      order by d.due_at limit (select ${claim.limit}::int) for update of d skip locked
    ) p limit ${db.unsafe(String(mostAtOnce))}
  ), judged as materialized (
    select f.*, ${against(db, claim)} as against from (${claimFacts(db, claim)}) f
  )
  update deliveries d set claimed_at = ${claim.now}, provider = ${claim.provider},
    status = case when j.against is null then 'claimed' else 'cancelled' end, next_action = coalesce(j.against, d.next_action)
  from judged j where d.id = j.id
  returning j.*`;

const claimFacts = (db: Db, { channel, now }: Claim) => db`
  select d.id, d.recipient_id, rec.resident_id, i.id as invitation_id, d.step, d.kind, d.language, d.format, d.tries, d.subject,
    d.words, m.purpose, m.meeting_id, m.event_id, i.code, w.version_id, v.number as version_number, w.closes_on::text, w.action_on::text,
    case when p.state = 'open' then p.interview end as interview, inm.provider_id as in_reply_to,
    cc.id as contact_change_id,
    case when d.kind = 'confirmation' then cc.address
      else coalesce(inm.from_address, jr.address, ${channel === 'sms' ? db`r.phone` : db`r.email`}) end as address,
    r.id as person, r.status as person_status, stop.reason as stop, not ${isAllowed(db, db`${channel}`, db`m.purpose`)} as refused,
    w.status as wave_status, (${now}::timestamptz at time zone w.time_zone)::date > w.closes_on as too_late,
    ev.reply is not null as replied, ev.over as event_over,
    p.state = 'complete' and coalesce((w.plan -> 'steps' -> d.step ->> 'onlyIfNotAnswered')::boolean, true) as answered
  from picked d
  left join recipients rec on rec.id = d.recipient_id
  left join mailings m on m.id = rec.mailing_id
  left join residents r on r.id = rec.resident_id
  left join inbound_messages inm on inm.id = d.inbound_message_id
  left join contact_changes cc on cc.recipient_id = d.recipient_id and cc.expires_at > ${now}
  left join join_requests jr on jr.id = d.join_request_id
  ${eventOf(db, now)}
  left join invitations i on i.id = d.recipient_id
  left join waves w on w.id = i.wave_id
  left join versions v on v.id = w.version_id
  left join responses p on p.frame_member_id = i.frame_member_id
  ${stopOf(db, db`m.purpose`, now)}`;

/** What a resident asked us for a moment ago: no stop of theirs speaks of it, but what stands against the address does. */
const askedFor = (db: Db) => db`('confirmation', 'link')`;

/** What is rendered at the claim, with links of its own, and loses its words when it goes back to wait. */
export const renderedLate = (db: Db) => db`('invitation', 'reminder', 'pack', 'event', 'confirmation', 'link')`;

const against = (db: Db, { keys, now }: Claim) => db`
  case
    when f.address is null then 'Nothing is held to send it to.'
    when f.kind = 'reply' then null
    when f.recipient_id is not null and f.person is null then 'The person was erased.'
    when f.person_status <> 'current' then 'The person has moved or died.'
    when f.stop = 'do_not_contact' then 'On the do-not-contact list.'
    when f.stop is not null and f.kind not in ${askedFor(db)} then 'Asked us to stop before it was sent.'
    when f.refused and f.kind not in ${askedFor(db)} then 'Does not permit this way.'
    when f.wave_status = 'closed' or f.too_late then 'The wave closed before it was sent.'
    when f.answered or f.replied then 'Answered before it was sent.'
    when f.event_over then 'It was over or called off before it was sent.'
    when exists (
      select from suppressions s where s.address_hash = ${addressHashOf(db, keys, db`f.address`)} and s.resident_id is null and s.lifted_at is null
        and (s.until is null or s.until > ${now}) and (s.purpose is null or s.purpose = f.purpose)
    ) then 'This address must not be written to.'
  end`;

/** What is written down before a provider is asked: from then on it may have gone. */
export interface Rendered {
  id: string;
  subject: string | null;
  words: string;
  segments: number | null;
  cost: number | null;
  revisionId: string | null;
  fellBack: string | null;
}

/** A link that goes out with a delivery. */
export type SentToken = TokenRow & { deliveryId: string };

/**
 * Records the words of claimed deliveries and the links in them, in one statement. Gives the ids that are still ours to send: those of this very claim. A delivery
 * without words has certainly not gone.
 */
export async function recordWords(
  db: Db,
  rows: readonly Rendered[],
  tokens: readonly SentToken[],
  claimedAt: Date,
): Promise<Set<string>> {
  const kept = await db<{ id: string }[]>`
    with ours as (
      update deliveries d set words = x.words, subject = x.subject, segments = x.segments, cost = x.cost,
        edition_revision_id = x."revisionId", fell_back = x."fellBack"
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (
        id uuid, words text, subject text, segments int, cost numeric, "revisionId" uuid, "fellBack" text)
      where d.id = x.id and d.status = 'claimed' and d.claimed_at = ${claimedAt}
      returning d.id
    ), linked as (
      insert into tokens (hash, scope, channel, resident_id, subject, created_at, expires_at)
      select hash, scope, channel, "residentId", subject, "createdAt", "expiresAt"
      from jsonb_to_recordset(${JSON.stringify(tokens)}::text::jsonb) t (
        hash text, scope text, channel text, "residentId" uuid, subject text, "createdAt" timestamptz, "expiresAt" timestamptz, "deliveryId" uuid)
      where "deliveryId" in (select id from ours)
    )
    select id from ours`;
  return new Set(kept.map(({ id }) => id));
}
