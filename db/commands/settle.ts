import type { Db } from '../connect.ts';
import { renderedLate } from './claim.ts';
import { moveDispositions } from './dispositions.ts';

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
  /** It goes back as it was, and has used up none of its tries: it was not begun, or the channel was at fault. */
  unasked?: boolean;
  /** It only goes back where this claim still stands: said twice, or after a long while, others may have taken it. */
  claimedAt?: Date;
  nextAction?: string;
}

/**
 * Settles a batch, and what that makes of the outcomes of those who were reached. A receipt may have come before us: what it said stands, and we add only what it
 * could not know. What goes back to due loses its words: nobody holds them. Gives the recipients whose outcome only the whole ledger tells.
 */
export async function settleDeliveries(db: Db, outcomes: readonly Outcome[], now: Date): Promise<string[]> {
  const open = db`d.status in ('claimed', 'unknown')`;
  // Deliveries in one order for all who write at once, so that none waits for another in a ring; of invitations a ring can be, and is broken by trying again.
  const ordered = [...outcomes].sort((one, other) => (one.id < other.id ? -1 : 1));
  const rows = await db<{ recipientId: string }[]>`
    with settled as (update deliveries d set
      status = case when ${open} then x.status else d.status end,
      provider_id = coalesce(d.provider_id, x."providerId"),
      accepted_at = case when x.status in ('accepted', 'sent', 'delivered') then coalesce(d.accepted_at, ${now}) else d.accepted_at end,
      sent_at = case when x.status in ('sent', 'delivered') then coalesce(d.sent_at, ${now}) else d.sent_at end,
      delivered_at = case when x.status = 'delivered' then coalesce(d.delivered_at, ${now}) else d.delivered_at end,
      failed_at = case when ${open} and x.status = 'failed' then ${now} else d.failed_at end,
      failure = case when ${open} then coalesce(x.failure, d.failure) else d.failure end,
      fail_code = case when ${open} then case when x.status in ('accepted', 'sent', 'delivered') then null else coalesce(x.code, d.fail_code) end
        else d.fail_code end,
      fail_reason = case when ${open} then case when x.status in ('accepted', 'sent', 'delivered') then null else coalesce(x.reason, d.fail_reason) end
        else d.fail_reason end,
      next_action = case when ${open} then coalesce(x."nextAction", d.next_action) else d.next_action end,
      due_at = case when ${open} then coalesce(x."dueAt", d.due_at) else d.due_at end,
      tries = d.tries + case when ${open} and x.status = 'due' and x.unasked is not true then 1 else 0 end,
      words = case when ${open} and x.status = 'due' and d.kind in ${renderedLate(db)} then null else d.words end
    from jsonb_to_recordset(${JSON.stringify(ordered)}::text::jsonb) x (
      id uuid, status text, "providerId" text, failure text, code text, reason text, "dueAt" timestamptz, "nextAction" text, unasked boolean, "claimedAt" timestamptz)
    where d.id = x.id and d.status in ('claimed', 'unknown', 'accepted', 'sent', 'delivered', 'failed')
      and (x."claimedAt" is null or d.claimed_at = x."claimedAt")
    returning d.recipient_id, d.step, d.status
    ), told as (${moveDispositions(db, 'settled', now)})
    select distinct recipient_id from settled where recipient_id is not null and status in ('failed', 'unknown')`;
  return rows.map(({ recipientId }) => recipientId);
}

/** Claimed deliveries whose time to be settled has passed. Those without words were never handed over: they are due again; the others are unknown. */
export const forsaken = (db: Db, before: Date, now: Date) => db<
  { id: string; recipientId: string | null; status: string }[]
>`
  update deliveries set
    status = case when words is null then 'due' else 'unknown' end, due_at = case when words is null then ${now} else due_at end,
    fail_reason = case when words is null then fail_reason else 'we never heard what became of it' end
  where status = 'claimed' and channel in ('sms', 'email') and claimed_at < ${before}
  returning id, recipient_id, status`;

/** Says that something that can do a kind of work is alive. */
export const beat = (db: Db, work: string, now: Date) => db`
  insert into heartbeats (work, at) values (${work}, ${now}) on conflict (work) do update set at = excluded.at`;
