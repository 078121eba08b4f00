import type { Db } from '../connect.ts';

/** Takes a message out of the tray, saying who did what; all null puts it back. */
export const settleTray = (
  db: Db,
  id: string,
  { at, by, done }: { at: Date | null; by: string | null; done: string | null },
) => db`
  update inbound_messages set tray_done_at = ${at}, tray_done_by = ${by}, tray_done = ${done} where id = ${id}`;

/** Says who a message is from; null takes it back. */
export const giveMessage = (db: Db, id: string, residentId: string | null) => db`
  update inbound_messages set resident_id = ${residentId} where id = ${id}`;

/** Places the comments of a mail that had no item; null takes the places back. */
export const placeComments = (db: Db, inboundId: string, itemId: string | null) => db`
  update comments set agenda_item_id = ${itemId}, placed = ${itemId === null ? 'unplaced' : 'by_hand'}
  where inbound_message_id = ${inboundId} and placed in ('unplaced', 'by_hand')`;

/** Lifts what was stopped for a resident at one moment. */
export const liftStopsOf = (db: Db, residentId: string, stoppedAt: Date, at: Date, by: string) => db`
  update suppressions set lifted_at = ${at}, lifted_by = ${by}
  where resident_id = ${residentId} and at = ${stoppedAt} and lifted_at is null`;

/** Gives back what a stop ended: what it cancelled is due again, and its invitations are looked at now. Gives those. */
export async function restoreContact(
  db: Db,
  { residentId, endedAt, why, now }: { residentId: string; endedAt: Date; why: string; now: Date },
): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    with ended as (
      select i.id from recipients r join invitations i on i.id = r.id join waves w on w.id = i.wave_id
      where r.resident_id = ${residentId} and i.disposition = 'refused' and i.disposition_at = ${endedAt}
        and w.status in ('open', 'paused')
    ), due_again as (
      update deliveries d set status = 'due', next_action = null from ended
      where d.recipient_id = ended.id and d.status = 'cancelled' and d.next_action = ${why}
    )
    update invitations i set next_at = ${now}, disposition = 'not_sent', disposition_at = ${now} from ended where i.id = ended.id
    returning i.id`;
  return rows.map(({ id }) => id);
}

/** Takes away the comments that were made of a message by hand. */
export const removeMadeComments = (db: Db, inboundId: string) => db`
  delete from comments where inbound_message_id = ${inboundId} and placed = 'by_hand' and answer is null`;
