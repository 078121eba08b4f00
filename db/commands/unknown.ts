import type { Db } from '../connect.ts';
import { renderedLate } from './claim.ts';

/** How an unknown delivery is given up, in the ledger's words. */
export interface GivenUp {
  id: string;
  code: string;
  reason: string;
  nextAction: string;
}

/** Gives an unknown delivery up and writes the same once more, due now. Gives the new one's id, or null when it is not unknown any more. */
export async function sendOnceMore(
  db: Db,
  { id, code, reason, nextAction }: GivenUp,
  newId: string,
  now: Date,
): Promise<string | null> {
  const [row] = await db<{ id: string }[]>`
    with old as (
      update deliveries set status = 'failed', failed_at = ${now}, fail_code = ${code}, fail_reason = ${reason}, next_action = ${nextAction}
      where id = ${id} and status = 'unknown'
      returning *
    )
    insert into deliveries (id, recipient_id, step, attempt, channel, kind, status, due_at, language, format, inbound_message_id, created_at,
      subject, words)
    select ${newId}, recipient_id, step,
      (select coalesce(max(d.attempt), 0) + 1 from deliveries d where d.recipient_id = old.recipient_id and d.step is not distinct from old.step),
      channel, kind, 'due', ${now}, language, format, inbound_message_id, ${now},
      case when kind in ${renderedLate(db)} then null else subject end,
      case when kind in ${renderedLate(db)} then null else words end
    from old returning id`;
  return row?.id ?? null;
}

/** Leaves an unknown delivery: it counts as sent. False when it is not unknown any more. */
export const countAsSent = async (db: Db, id: string, nextAction: string): Promise<boolean> =>
  (
    await db`update deliveries set status = 'sent', sent_at = claimed_at, next_action = ${nextAction} where id = ${id} and status = 'unknown'`
  ).count > 0;

/** A text the provider was found to have: its id is written, and it counts as accepted until a report says more. */
export const foundAtProvider = (db: Db, id: string, providerId: string, now: Date) => db`
  update deliveries set status = 'accepted', provider_id = ${providerId}, accepted_at = coalesce(accepted_at, ${now}),
    next_action = 'Found in the provider''s own list.'
  where id = ${id} and status = 'unknown'`;

/** Looked for twice, in vain: it stands as unknown, for a person to decide. */
export const lookedFor = (db: Db, id: string) => db`
  update deliveries set fail_code = 'looked_for' where id = ${id} and status = 'unknown'`;
