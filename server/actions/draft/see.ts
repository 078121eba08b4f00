import type { Db } from '../../../db/connect.ts';
import { draftSaveById, draftSaveRows } from '../../../db/queries/draft-saves.ts';
import { guardOf } from '../../../surveys/instruments/guard.ts';
import { instrumentById } from '../../../surveys/instruments/instruments.ts';
import { withPageNames } from '../../../surveys/questionnaire/edit/flat.ts';
import type { Guard } from '../../../surveys/questionnaire/edit/guard.ts';
import { readSurveyJson } from '../../../surveys/questionnaire/read.ts';
import type { SurveyJson } from '../../../surveys/questionnaire/schema.ts';
import { problems } from '../../problem.ts';
import { mustQuestionnaire, refuseFaults } from '../questionnaire/draft.ts';

/** A draft in the one way we write it. Throws `bad_input` for one whose shape we do not accept; faults may stand. */
export function mustRead(draft: unknown): SurveyJson {
  const { survey, problems: found } = readSurveyJson(draft);
  if (survey === null) {
    refuseFaults(found);
    throw problems.notFound('survey');
  }
  return withPageNames(survey);
}

/** What is fixed of a draft that began as this set, or null. */
export function guardFor(instrumentId: string | null): Guard | null {
  const instrument = instrumentId === null ? undefined : instrumentById(instrumentId);
  return instrument ? guardOf(instrument) : null;
}

/** A draft to edit. Throws `not_found`. */
export async function seeDraft(db: Db, id: string) {
  const { draft, draftRevision: revision, draftAt, draftBy, instrument } = await mustQuestionnaire(db, id);
  return { revision, draftAt, draftBy, draft: mustRead(draft), guard: guardFor(instrument) };
}

/** Earlier states of a draft, one past the limit. */
export async function seeSaves(db: Db, id: string, after: readonly string[] | null, limit: number) {
  await mustQuestionnaire(db, id);
  return draftSaveRows(db, id, after, limit);
}

/** One earlier state. Throws `not_found`, also for one that is no longer kept. */
export async function seeSave(db: Db, id: string, save: number) {
  const found = await draftSaveById(db, id, save);
  if (!found) throw problems.notFound('earlier state');
  return { ...found, draft: mustRead(found.draft) };
}
