import { queueAgain } from '../../../db/commands/print.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Tries once more to print a file that failed, after somebody has mended why. Throws `not_failed` (409). */
export async function printAgain(deps: Deps, actor: Actor, id: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await queueAgain(tx, id)))
      throw problems.conflict('not_failed', 'Only a file that failed can be printed again.');
    await audit(tx, deps, actor, { action: 'print.again', subject: id });
  });
  deps.wake();
}
