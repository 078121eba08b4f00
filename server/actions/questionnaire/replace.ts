import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';
import { mustCompile, mustQuestionnaire, saveOrStale } from './draft.ts';
import { refuseLocked } from './locked.ts';

/** Replaces a draft by SurveyJS JSON. Throws `bad_input` with every fault, `wording_locked` and `stale_draft`. */
export async function replaceDraft(
  deps: Deps,
  actor: Actor,
  id: string,
  input: { revision: number; surveyjs: Record<string, unknown> },
): Promise<number> {
  const draft = mustCompile(input.surveyjs);
  return transaction(deps.db, async (tx) => {
    refuseLocked((await mustQuestionnaire(tx, id)).instrument, draft);
    const save = { id, revision: input.revision, draft: input.surveyjs, by: actor.name, at: deps.clock.now() };
    const revision = await saveOrStale(tx, save);
    await audit(tx, deps, actor, { action: 'questionnaire.replace', subject: id });
    return revision;
  });
}
