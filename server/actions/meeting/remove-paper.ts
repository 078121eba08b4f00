import { deletePaper } from '../../../db/commands/groups.ts';
import { transaction } from '../../../db/connect.ts';
import { paperFile } from '../../../db/queries/meetings.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { openMeeting } from './plan.ts';

/** Takes a paper out of a pack that is not sent. Throws `not_found` and `pack_sent`. */
export async function removePaper(deps: Deps, actor: Actor, id: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const paper = await paperFile(tx, id);
    if (!paper) throw problems.notFound('paper');
    await openMeeting(tx, paper.meetingId);
    await deletePaper(tx, id);
    await audit(tx, deps, actor, { action: 'paper.remove', subject: paper.meetingId, detail: { paperId: id } });
  });
}
