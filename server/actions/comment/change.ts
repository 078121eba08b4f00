import { type CommentChange, changeComment } from '../../../db/commands/groups.ts';
import { transaction } from '../../../db/connect.ts';
import { commentMeeting, itemsOf } from '../../../db/queries/meetings.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Moves a comment to another item of its meeting, mends its words, or hides them with a reason. Throws `not_found`. */
export async function mendComment(deps: Deps, actor: Actor, id: string, change: CommentChange): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const meetingId = await commentMeeting(tx, id);
    if (meetingId === null) throw problems.notFound('comment');
    const to = change.agendaItemId ?? null;
    if (to !== null && !(await itemsOf(tx, meetingId)).some((item) => item.id === to))
      throw problems.notFound('agenda item');
    await changeComment(tx, id, change);
    await audit(tx, deps, actor, {
      action: 'comment.change',
      subject: meetingId,
      detail: { commentId: id, changed: Object.keys(change) },
    });
  });
}
