import { insertOutcome } from '../../../db/commands/groups.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';

/** Says what changed because of residents; published at once when `publish`. */
export async function createOutcome(
  deps: Deps,
  actor: Actor,
  input: { youSaid: string; weDid: string; publish: boolean },
): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    await insertOutcome(tx, { id, ...input, at: deps.clock.now() });
    await audit(tx, deps, actor, { action: input.publish ? 'outcome.publish' : 'outcome.create', subject: id });
  });
  return id;
}
