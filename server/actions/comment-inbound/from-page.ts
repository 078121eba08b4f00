import { insertComments, setShowName } from '../../../db/commands/comments.ts';
import type { MemberMeeting } from '../../../db/queries/member-page.ts';
import type { Deps } from '../../deps.ts';

/** A comment that a member wrote on their page. */
export interface PageComment {
  residentId: string;
  /** Null: about anything else. */
  agendaItemId: string | null;
  words: string;
  late: boolean;
}

/** Saves a comment under the item it was written at. Another one to the same item stands beside it. */
export async function commentOnPage(deps: Deps, { meetingId }: MemberMeeting, comment: PageComment): Promise<void> {
  const words = comment.words.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
  await insertComments(deps.db, [
    {
      id: deps.newId(),
      meetingId,
      agendaItemId: comment.agendaItemId,
      residentId: comment.residentId,
      mode: 'web',
      words,
      cut: '',
      inboundMessageId: null,
      placed: 'sure',
      fromOtherAddress: false,
      late: comment.late,
      receivedAt: deps.clock.now(),
    },
  ]);
}

/** Shows or hides a member's name beside what they say. */
export const showMyName = (deps: Deps, { meetingId }: MemberMeeting, residentId: string, show: boolean) =>
  setShowName(deps.db, residentId, meetingId, show);
