import { insertRows } from '../bulk.ts';
import type { Db } from '../connect.ts';

/** What a member said, as it is kept. */
export interface NewComment {
  id: string;
  meetingId: string;
  agendaItemId: string | null;
  residentId: string | null;
  mode: 'email' | 'web';
  words: string;
  /** Quoted history and signature cut away from a mail. */
  cut: string;
  inboundMessageId: string | null;
  placed: 'sure' | 'likely' | 'unplaced' | 'by_hand';
  fromOtherAddress: boolean;
  late: boolean;
  receivedAt: Date;
}

export const insertComments = (db: Db, rows: readonly NewComment[]) =>
  rows.length === 0
    ? Promise.resolve()
    : insertRows(
        db,
        'comments',
        rows.map((row) => ({ ...row })),
      );

/** Whether a member's comments are shown to the group with their name. */
export const setShowName = (db: Db, residentId: string, meetingId: string, show: boolean) => db`
  update memberships s set show_name = ${show} from meetings m
  where m.id = ${meetingId} and s.group_id = m.group_id and s.resident_id = ${residentId} and s.to_date is null`;
