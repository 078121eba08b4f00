import { thinSaves } from '../../../db/commands/draft-saves.ts';
import { type DraftSave, saveDraft } from '../../../db/commands/questionnaires.ts';
import type { Db } from '../../../db/connect.ts';
import { type Questionnaire, questionnaireById } from '../../../db/queries/questionnaires.ts';
import { localClock } from '../../../surveys/fieldwork/dates.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import type { Problem as QuestionnaireProblem } from '../../../surveys/questionnaire/types.ts';
import { problems } from '../../problem.ts';

/** A questionnaire, or `not_found`. */
export async function mustQuestionnaire(db: Db, id: string): Promise<Questionnaire> {
  const found = await questionnaireById(db, id);
  if (found) return found;
  throw problems.notFound('questionnaire');
}

/** Refuses what cannot be asked in every mode, item by item. */
export function refuseFaults(found: readonly QuestionnaireProblem[]): void {
  if (found.length === 0) return;
  throw problems.badInput(found.map(({ where, sentence }) => ({ path: where, message: sentence })));
}

/** Compiles a draft from outside. Throws `bad_input` with every fault. */
export function mustCompile(surveyjs: unknown): Compilation {
  const compilation = compile(surveyjs);
  refuseFaults(compilation.problems);
  return compilation;
}

/** Somebody saved since what this was made from. */
export const stale = ({ draftBy, draftAt }: Pick<Questionnaire, 'draftBy' | 'draftAt'>) =>
  problems.conflict(
    'stale_draft',
    `${draftBy} changed this at ${localClock(draftAt.getTime(), 'Europe/London')}. Look at the newest words before you save yours.`,
  );

/** Saves a draft and keeps what it was, or says who saved another since: `stale_draft`. Gives the new revision. */
export async function saveOrStale(db: Db, save: DraftSave): Promise<number> {
  const revision = await saveDraft(db, save);
  if (revision !== null) {
    await thinSaves(db, save.id);
    return revision;
  }
  throw stale(await mustQuestionnaire(db, save.id));
}
