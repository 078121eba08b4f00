import { answerComments } from '../../../db/commands/groups.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Marks the answer given to comments; one answer may serve many. All or none: an unknown one throws `not_found`. */
export async function answerThem(deps: Deps, actor: Actor, ids: readonly string[], answer: string): Promise<void> {
  const wanted = [...new Set(ids)];
  await transaction(deps.db, async (tx) => {
    const done = await answerComments(tx, wanted, answer, actor.name, deps.clock.now());
    if (done !== wanted.length) throw problems.notFound('comment');
    await audit(tx, deps, actor, { action: 'comment.answer', detail: { commentIds: wanted } });
  });
}
