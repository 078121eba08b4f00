import type { Db } from '../connect.ts';
import { moveDispositions } from './dispositions.ts';

/** One report of a provider, in our words. */
export interface ReceiptRow {
  id: string;
  eventId: string;
  deliveryId: string | null;
  providerId: string | null;
  status: string;
  failure: string | null;
  code: string | null;
  reason: string | null;
  at: Date;
}

export interface Applied {
  id: string;
  recipientId: string | null;
  status: string;
  failure: string | null;
  /** It moved on; one that said no more than was known did not. */
  forward: boolean;
}

/**
 * Keeps reports and moves their deliveries forward, all at once. A repeat is known by its id and changes nothing; of several reports of one delivery
 * the one furthest along counts; none moves a delivery back. What that makes of the outcomes of those who were reached is written with it. `rank` is how far along
 * each status is. Gives the deliveries that a new report was about.
 */
export const applyReceiptRows = (
  db: Db,
  provider: string,
  rows: readonly ReceiptRow[],
  rank: Readonly<Record<string, number>>,
  now: Date,
) => db<Applied[]>`
  with ranks as materialized (select ${JSON.stringify(rank)}::text::jsonb as of), said as (
    select x.id, x."eventId" as event_id, x."providerId" as provider_id, x.status, x.failure, x.code, x.reason, x.at,
      coalesce(d.id, (select o.id from deliveries o where o.provider = ${provider} and o.provider_id = x."providerId" limit 1)) as delivery_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (
      id uuid, "eventId" text, "deliveryId" uuid, "providerId" text, status text, failure text, code text, reason text, at timestamptz)
    left join deliveries d on d.id = x."deliveryId"
  ), kept as (
    insert into receipts (id, provider, event_id, delivery_id, provider_id, status, failure, code, reason, at, received_at)
    select distinct on (event_id) id, ${provider}, event_id, delivery_id, provider_id, status, failure, code, reason, at, ${now} from said
    on conflict (provider, event_id) do nothing
    returning delivery_id, provider_id, status, failure, code, reason, at
  ), best as (
    select distinct on (delivery_id) k.*, (ranks.of ->> status)::int as rank
    from kept k cross join ranks where delivery_id is not null
    order by delivery_id, (ranks.of ->> status)::int desc, (failure is not null) desc, at desc
  ), held as (
    select d.id, b.status, b.failure, b.code, b.reason, b.at, b.provider_id,
      b.rank > (ranks.of ->> d.status)::int as forward
    from best b join deliveries d on d.id = b.delivery_id cross join ranks
    order by d.id for update of d
  ), moved as (update deliveries d set
    status = case when h.forward then h.status else d.status end,
    ended = case when h.forward then null else d.ended end,
    provider_id = coalesce(d.provider_id, h.provider_id),
    accepted_at = case when h.forward and h.status in ('accepted', 'sent', 'delivered') then coalesce(d.accepted_at, h.at) else d.accepted_at end,
    sent_at = case when h.forward and h.status in ('sent', 'delivered') then coalesce(d.sent_at, h.at) else d.sent_at end,
    delivered_at = case when h.forward and h.status = 'delivered' then h.at else d.delivered_at end,
    failed_at = case when h.forward and h.status = 'failed' then h.at else d.failed_at end,
    failure = case when h.forward or h.failure in ('opted_out', 'complaint') then coalesce(h.failure, d.failure) else d.failure end,
    fail_code = case when h.forward and h.status = 'failed' then h.code else d.fail_code end,
    fail_reason = case when h.forward and h.status = 'failed' then h.reason else d.fail_reason end,
    next_action = case when h.forward and h.failure = 'hard' and d.kind in ('invitation', 'reminder') then 'The next way is tried: this one failed for good.' else d.next_action end
  from held h where d.id = h.id
  returning d.id, d.recipient_id, d.step, d.status, h.forward, case when h.forward or h.failure in ('opted_out', 'complaint') then h.failure end as failure
  ), told as (${moveDispositions(db, 'moved', now)})
  select id, recipient_id, status, forward, failure from moved`;
