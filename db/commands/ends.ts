import type { Db } from '../connect.ts';
import { isBulk } from '../queries/bulk.ts';

/** A row whose time was over, and whom it was for. */
export interface Ended {
  id: string;
  recipientId: string | null;
}

/** Rows of one statement: no lock is held for longer than a moment. */
export const endedAtOnce = 2000;

/** Texts and mails that were taken before then and of which nothing more was heard: they count as sent. Where the provider reports, that it did not is said. */
export const endUnheardOf = (db: Db, before: Date, reporting: readonly string[]) => db<Ended[]>`
  update deliveries d set status = 'sent', sent_at = coalesce(sent_at, accepted_at),
    ended = case when provider = any(${[...reporting]}) then 'no_receipt' else 'nothing_back' end,
    next_action = case when provider = any(${[...reporting]}) then 'No report came within three days: it counts as sent.' else next_action end
  where id in (
    select id from deliveries where status in ('accepted', 'sent') and ended is null and channel <> 'post' and accepted_at < ${before}
    order by accepted_at limit ${endedAtOnce} for update skip locked)
  returning d.id, d.recipient_id`;

/** What is due and will never go: its wave is over, or it belongs to none and has waited since before then. */
export const endTooLate = (db: Db, before: Date) => db<Ended[]>`
  update deliveries d set status = 'cancelled', ended = 'too_late',
    next_action = case when d.step is not null and exists (select from invitations i where i.id = d.recipient_id) then 'The wave closed before it was sent.'
      else 'It could not be sent within seven days.' end
  where id in (
    select d.id from deliveries d left join invitations i on i.id = d.recipient_id left join waves w on w.id = i.wave_id
    where d.status = 'due' and case when i.id is not null and ${isBulk(db)} then w.status = 'closed' else d.due_at < ${before} end
    order by d.due_at limit ${endedAtOnce} for update of d skip locked)
  returning d.id, d.recipient_id`;

/** What may have gone, and nobody decided about: whether it went is never known. */
export const endUndecided = (db: Db, before: Date) => db<Ended[]>`
  update deliveries d set ended = 'undecided', next_action = 'Nobody decided within thirty days: whether it went stays unknown.'
  where id in (
    select id from deliveries where status = 'unknown' and ended is null and claimed_at < ${before}
    limit ${endedAtOnce} for update skip locked)
  returning d.id, d.recipient_id`;

/** Imports that wait for a person who did not come back. */
export const endLeftImports = (db: Db, before: Date, now: Date) => db<Ended[]>`
  update imports set state = 'stopped', finished_at = ${now}, lease_until = null,
    fault = 'Nobody went on with it within thirty days. Bring the file in again.'
  where state in ('matching', 'checked') and coalesce(checked_at, at) < ${before}
  returning id, null::uuid as recipient_id`;
