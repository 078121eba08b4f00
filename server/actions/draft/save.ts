import { insertAside, thinSaves } from '../../../db/commands/draft-saves.ts';
import { transaction } from '../../../db/connect.ts';
import { type Questionnaire, questionnaireLocked } from '../../../db/queries/questionnaires.ts';
import { guarded } from '../../../surveys/questionnaire/edit/guard.ts';
import type { SurveyJson } from '../../../surveys/questionnaire/schema.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustQuestionnaire, saveOrStale } from '../questionnaire/draft.ts';
import { guardFor, mustRead } from './see.ts';

export interface DraftInput {
  /** The revision it was made from. */
  revision: number;
  draft: Record<string, unknown>;
}

/** Refuses a draft in which something changed that is fixed. Throws `wording_locked`. */
function refuseFixed({ instrument, draft: before }: Questionnaire, survey: SurveyJson): void {
  const outcome = guarded(mustRead(before), { survey, item: '' }, guardFor(instrument));
  if ('refused' in outcome) throw problems.locked([{ path: 'body.draft', message: outcome.refused.sentence }]);
}

/**
 * Saves the whole draft; faults may stand, and hold up publishing alone. Throws `bad_input` for a shape we do not accept,
 * `stale_draft` when somebody saved since, and `wording_locked`.
 */
export async function saveWhole(
  deps: Deps,
  actor: Actor,
  id: string,
  { revision, draft }: DraftInput,
): Promise<{ revision: number; draftAt: Date }> {
  const survey = mustRead(draft);
  const at = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    const before = await questionnaireLocked(tx, id);
    if (!before) throw problems.notFound('questionnaire');
    const saved = await saveOrStale(tx, { id, revision, draft: survey, by: actor.name, at });
    refuseFixed(before, survey);
    await audit(tx, deps, actor, { action: 'questionnaire.edit', subject: id, detail: { revision: saved } });
    return { revision: saved, draftAt: at };
  });
}

/** Keeps what somebody set aside for a colleague's draft. */
export async function setAside(deps: Deps, actor: Actor, id: string, { revision, draft }: DraftInput): Promise<void> {
  const survey = mustRead(draft);
  await transaction(deps.db, async (tx) => {
    await mustQuestionnaire(tx, id);
    await insertAside(tx, { id, revision, draft: survey, by: actor.name, at: deps.clock.now() });
    await thinSaves(tx, id);
    await audit(tx, deps, actor, { action: 'questionnaire.set_aside', subject: id, detail: { revision } });
  });
}
