import type { Db } from '../connect.ts';

/** What became of one delivery when a provider was asked to send it. */
export interface Outcome {
  id: string;
  status: 'accepted' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'due';
  providerId?: string;
  failure?: 'soft' | 'hard' | 'opted_out' | 'complaint';
  code?: string;
  reason?: string;
  /** When to try again, where it certainly did not go. */
  dueAt?: Date;
  nextAction?: string;
}

/**
 * Settles a batch. A receipt may have come before us: what it said stands, and we add only what it could not know.
 * What goes back to due loses its words: nobody holds them.
 */
export const settleDeliveries = (db: Db, outcomes: readonly Outcome[], now: Date) => db`
  update deliveries d set
    status = case when d.status in ('claimed', 'unknown') then x.status else d.status end,
    provider_id = coalesce(x."providerId", d.provider_id),
    accepted_at = case when x.status in ('accepted', 'sent', 'delivered') then coalesce(d.accepted_at, ${now}) else d.accepted_at end,
    sent_at = case when x.status in ('sent', 'delivered') then coalesce(d.sent_at, ${now}) else d.sent_at end,
    delivered_at = case when x.status = 'delivered' then coalesce(d.delivered_at, ${now}) else d.delivered_at end,
    failed_at = case when x.status = 'failed' then coalesce(d.failed_at, ${now}) else d.failed_at end,
    failure = coalesce(x.failure, d.failure), fail_code = coalesce(x.code, d.fail_code), fail_reason = coalesce(x.reason, d.fail_reason),
    next_action = coalesce(x."nextAction", d.next_action),
    due_at = coalesce(x."dueAt", d.due_at), tries = d.tries + case when x.status = 'due' then 1 else 0 end,
    words = case when x.status = 'due' and d.kind in ('invitation', 'reminder', 'pack', 'event') then null else d.words end
  from jsonb_to_recordset(${JSON.stringify(outcomes)}::text::jsonb) x (
    id uuid, status text, "providerId" text, failure text, code text, reason text, "dueAt" timestamptz, "nextAction" text)
  where d.id = x.id and d.status in ('claimed', 'unknown', 'sent', 'delivered', 'failed')`;

/** Claimed deliveries whose time to be settled has passed. Those without words were never handed over: they are due again; the others are unknown. */
export const forsaken = (db: Db, before: Date, now: Date) => db<
  { id: string; recipientId: string | null; status: string }[]
>`
  update deliveries set
    status = case when words is null then 'due' else 'unknown' end, due_at = case when words is null then ${now} else due_at end,
    fail_reason = case when words is null then fail_reason else 'we never heard what became of it' end
  where status = 'claimed' and channel in ('sms', 'email') and claimed_at < ${before}
  returning id, recipient_id, status`;

/** A channel does not work: it stands still until `retryAt`. */
export const stopChannel = (db: Db, channel: string, reason: string, now: Date, retryAt: Date) => db`
  insert into channel_states (channel, stopped_at, reason, tries, retry_at) values (${channel}, ${now}, ${reason}, 1, ${retryAt})
  on conflict (channel) do update set stopped_at = coalesce(channel_states.stopped_at, excluded.stopped_at),
    reason = excluded.reason, tries = channel_states.tries + 1, retry_at = excluded.retry_at`;

/** A channel works. */
export const channelWorks = (db: Db, channel: string, now: Date) => db`
  insert into channel_states (channel, last_sent_at, tries) values (${channel}, ${now}, 0)
  on conflict (channel) do update set stopped_at = null, reason = null, tries = 0, retry_at = null, last_sent_at = excluded.last_sent_at`;

/** Says that something that can do a kind of work is alive. */
export const beat = (db: Db, work: string, now: Date) => db`
  insert into heartbeats (work, at) values (${work}, ${now}) on conflict (work) do update set at = excluded.at`;
