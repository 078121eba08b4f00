import { transaction } from '../../../db/connect.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import { mend } from '../../../surveys/questionnaire/inspect/inspect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustQuestionnaire, saveOrStale } from './draft.ts';
import { inspectionOf } from './inspection.ts';
import { refuseLocked } from './locked.ts';

/**
 * Mends one finding of the inspection in the draft. Gives the new revision.
 * Throws `not_found`, `no_longer_there`, `wording_locked` and `stale_draft`.
 */
export async function fixDraft(
  deps: Deps,
  actor: Actor,
  id: string,
  input: { revision: number; code: string; where: string },
): Promise<number> {
  const at = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    const { draft, instrument } = await mustQuestionnaire(tx, id);
    const compilation = compile(draft);
    const findings = await inspectionOf(tx, { compilation, instrument, today: at.toISOString().slice(0, 10) });
    const found = findings.find(({ code, where, fix }) => fix !== null && code === input.code && where === input.where);
    const mended = found ? mend(compilation, found) : null;
    if (!mended)
      throw problems.conflict('no_longer_there', 'This was mended already, or has changed. Look at the list again.');
    refuseLocked(instrument, compile(mended));
    const revision = await saveOrStale(tx, { id, revision: input.revision, draft: mended, by: actor.name, at });
    await audit(tx, deps, actor, { action: 'questionnaire.fix', subject: id, detail: { code: input.code } });
    return revision;
  });
}
