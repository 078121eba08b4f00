import { compile } from '../../../surveys/questionnaire/compile.ts';
import { mend } from '../../../surveys/questionnaire/inspect/inspect.ts';
import type { SurveyJson } from '../../../surveys/questionnaire/schema.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { mustQuestionnaire, stale } from '../questionnaire/draft.ts';
import { inspectionOf } from '../questionnaire/inspection.ts';
import { refuseLocked } from '../questionnaire/locked.ts';

/**
 * The draft as it would be without one finding of the inspection. Nothing is saved: whoever edits it takes it as one step, which can be undone.
 * Throws `not_found`, `stale_draft`, `no_longer_there` and `wording_locked`.
 */
export async function fixedDraft(
  { db, clock }: Deps,
  id: string,
  input: { revision: number; code: string; where: string },
): Promise<SurveyJson> {
  const questionnaire = await mustQuestionnaire(db, id);
  const { draft, instrument } = questionnaire;
  if (questionnaire.draftRevision !== input.revision) throw stale(questionnaire);
  const compilation = compile(draft);
  const findings = await inspectionOf(db, { clock }, { compilation, instrument });
  const found = findings.find(({ code, where, fix }) => fix !== null && code === input.code && where === input.where);
  const mended = found ? mend(compilation, found) : null;
  if (!mended)
    throw problems.conflict('no_longer_there', 'This was mended already, or has changed. Look at the list again.');
  refuseLocked(instrument, compile(mended));
  return mended;
}
