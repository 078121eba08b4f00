import { insertQuestionnaire } from '../../../db/commands/questionnaires.ts';
import { copyMarks } from '../../../db/commands/translations.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { instrumentById } from '../../../surveys/instruments/instruments.ts';
import { isLanguage } from '../../../surveys/language.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import { importSurveyJs } from '../../../surveys/questionnaire/import/import.ts';
import { defaultLanguage } from '../../../surveys/questionnaire/takeapart.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustCompile, mustQuestionnaire } from './draft.ts';

export type From =
  | { instrument: string }
  | { questionnaire: string }
  | { surveyjs: Record<string, unknown> }
  /** A file of another program, of which what we do not accept is left out. */
  | { import: Record<string, unknown> }
  | { empty: { language: string } };

interface Start {
  draft: Record<string, unknown>;
  instrument: string | null;
}

/** What we take of a file. Throws `bad_input` when nothing can be made of it. */
function imported(file: Record<string, unknown>): Start {
  const { survey, left } = importSurveyJs(file);
  if (survey === null) throw problems.badInput(left.map(({ where, sentence }) => ({ path: where, message: sentence })));
  return { draft: survey, instrument: null };
}

/** A draft without a question, in one language. */
function emptyDraft(title: string, language: string): Start {
  if (!isLanguage(language))
    throw problems.badInput([
      { path: 'body.from.empty.language', message: 'We cannot speak to residents in this language yet.' },
    ]);
  const locale = language === defaultLanguage ? {} : { locale: language };
  return { draft: { ...locale, title, pages: [{ name: 'page1', elements: [] }] }, instrument: null };
}

async function startOf(db: Db, name: string, from: From): Promise<Start> {
  if ('empty' in from) return emptyDraft(name, from.empty.language);
  if ('import' in from) return imported(from.import);
  if ('surveyjs' in from) {
    mustCompile(from.surveyjs);
    return { draft: from.surveyjs, instrument: null };
  }
  if ('questionnaire' in from) return mustQuestionnaire(db, from.questionnaire);
  const instrument = instrumentById(from.instrument);
  if (!instrument) throw problems.notFound('ready-made set');
  return { draft: instrument.survey as Record<string, unknown>, instrument: instrument.id };
}

/** Starts a questionnaire from a ready-made set, another one, SurveyJS JSON, or nothing; a copy may have the faults of the first. Throws `bad_input` with every fault of the JSON. */
export async function createQuestionnaire(
  deps: Deps,
  actor: Actor,
  { name, from }: { name: string; from: From },
): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    const { draft, instrument } = await startOf(tx, name, from);
    const { language } = compile(draft);
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
