import { addressKeys } from '../../../db/address-hash.ts';
import type { Db } from '../../../db/connect.ts';
import { type Member, membersOf } from '../../../db/queries/groups.ts';
import {
  type CommentRow,
  commentsOf,
  itemsOf,
  meetingById,
  packSent,
  papersOf,
  sendingCounts,
} from '../../../db/queries/meetings.ts';
import { hideCodes } from '../../../surveys/fieldwork/code.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { displayName } from '../resident/name.ts';

function shownComment({ title, givenName, familyName, ...comment }: CommentRow) {
  const held = comment.residentId !== null && givenName !== null && familyName !== null;
  const shown = { words: hideCodes(comment.words), cut: hideCodes(comment.cut) };
  return { ...comment, ...shown, who: held ? displayName({ title, givenName, familyName }) : 'A resident' };
}

/** How the sending of the pack went, and who has not commented. */
async function sentOf(db: Db, meetingId: string, comments: readonly CommentRow[], members: readonly Member[]) {
  const sent = await packSent(db, meetingId);
  const said = new Set(comments.map(({ residentId }) => residentId));
  return {
    at: sent?.at ?? null,
    recipients: sent?.recipients ?? 0,
    byChannel: sent ? await sendingCounts(db, sent.mailingId) : [],
    commented: members.filter(({ residentId }) => said.has(residentId)).length,
    notYet: members.filter(({ residentId }) => !said.has(residentId)).map(named),
  };
}

const named = (member: Member) => ({ residentId: member.residentId, name: displayName(member) });

/** A meeting: its pack, what was said, and how the sending went. Throws `not_found`. */
export async function seeMeeting({ db, env, clock }: Deps, id: string) {
  const meeting = await meetingById(db, id);
  if (!meeting) throw problems.notFound('meeting');
  const members = await membersOf(db, meeting.groupId, await addressKeys(env.secret), clock.now());
  const comments = await commentsOf(db, id);
  return {
    ...meeting,
    items: await itemsOf(db, id),
    papers: await papersOf(db, id),
    comments: comments.map(shownComment),
    sent: await sentOf(db, id, comments, members),
    members: members.map(named),
  };
}
