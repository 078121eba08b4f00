import { insertQuestionnaire } from '../../../db/commands/questionnaires.ts';
import { copyMarks } from '../../../db/commands/translations.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { instrumentById } from '../../../surveys/instruments/instruments.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustCompile, mustQuestionnaire } from './draft.ts';

export type From = { instrument: string } | { questionnaire: string } | { surveyjs: Record<string, unknown> };

interface Start {
  draft: Record<string, unknown>;
  instrument: string | null;
}

async function startOf(db: Db, from: From): Promise<Start> {
  if ('surveyjs' in from) return { draft: from.surveyjs, instrument: null };
  if ('questionnaire' in from) return mustQuestionnaire(db, from.questionnaire);
  const instrument = instrumentById(from.instrument);
  if (!instrument) throw problems.notFound('ready-made set');
  return { draft: instrument.survey as Record<string, unknown>, instrument: instrument.id };
}

/** Starts a questionnaire from a ready-made set, another one, or SurveyJS JSON. Throws `bad_input` with every fault of the JSON. */
export async function createQuestionnaire(
  deps: Deps,
  actor: Actor,
  { name, from }: { name: string; from: From },
): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    const { draft, instrument } = await startOf(tx, from);
    const { language } = mustCompile(draft);
    await insertQuestionnaire(tx, {
      id,
      name,
      instrument,
      sourceLanguage: language,
      draft,
      draftBy: actor.name,
      draftAt: deps.clock.now(),
    });
    if ('questionnaire' in from) await copyMarks(tx, from.questionnaire, id);
    await audit(tx, deps, actor, { action: 'questionnaire.create', subject: id });
  });
  return id;
}
