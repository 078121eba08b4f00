import { insertTypedComment } from '../../../db/commands/groups.ts';
import { transaction } from '../../../db/connect.ts';
import { itemsOf, meetingById } from '../../../db/queries/meetings.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';

export interface TypedInput {
  residentId: string;
  agendaItemId: string | null;
  mode: 'post' | 'telephone' | 'in_person';
  words: string;
}

/** Types in a comment that came by telephone, letter or in person. Throws `not_found`. */
export async function typeComment(deps: Deps, actor: Actor, meetingId: string, input: TypedInput): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    const meeting = await meetingById(tx, meetingId);
    if (!meeting) throw problems.notFound('meeting');
    if (!(await residentById(tx, input.residentId))) throw problems.notFound('resident');
    const items = await itemsOf(tx, meetingId);
    if (input.agendaItemId !== null && !items.some((item) => item.id === input.agendaItemId))
      throw problems.notFound('agenda item');
    const late = (await landlordToday(tx, deps)) > meeting.commentsBy;
    await insertTypedComment(tx, { ...input, id, meetingId, late, at: deps.clock.now(), by: actor.name });
    await audit(tx, deps, actor, {
      action: 'comment.type',
      subject: meetingId,
      detail: { commentId: id, mode: input.mode },
    });
  });
  return id;
}
