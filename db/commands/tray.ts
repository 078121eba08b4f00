import type { Db } from '../connect.ts';
import type { Lifted } from './stop.ts';

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

/** Lifts what was stopped for a resident at one moment; gives what was lifted. */
export const liftStopsOf = (db: Db, residentId: string, stoppedAt: Date, at: Date, by: string) => db<Lifted[]>`
  update suppressions set lifted_at = ${at}, lifted_by = ${by}
  where resident_id = ${residentId} and at = ${stoppedAt} and lifted_at is null
  returning resident_id, address_hash, at`;

/** Takes away the comments that were made of a message by hand. */
export const removeMadeComments = (db: Db, inboundId: string) => db`
  delete from comments where inbound_message_id = ${inboundId} and placed = 'by_hand' and answer is null`;
