import { saveEasyDraft } from '../../../db/commands/own-editions.ts';
import { transaction } from '../../../db/connect.ts';
import { type EasyDraft, easyDraftsOf, pictureFiles } from '../../../db/queries/own-editions.ts';
import { questionnaireLocked } from '../../../db/queries/questionnaires.ts';
import { isDrawing, ownPictureId } from '../../../surveys/pictures/pictures.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import { easyOf, easyTexts, easyWarnings } from '../../../surveys/questionnaire/easy-read.ts';
import { easyKey, pictureKey, questionKey } from '../../../surveys/questionnaire/keys.ts';
import type { Compiled, Texts } from '../../../surveys/questionnaire/types.ts';
import { wordProblems } from '../../../surveys/questionnaire/words.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustQuestionnaire } from '../questionnaire/draft.ts';

/** What easy read adds in one language. A picture that was not chosen for it is the one of the source language. */
export function easyWordsIn(
  drafts: readonly EasyDraft[],
  language: string,
  { compiled, sourceLanguage }: { compiled: Compiled; sourceLanguage: string },
): Texts {
  const of = (code: string) => drafts.find((draft) => draft.language === code)?.texts ?? {};
  const source = Object.entries(of(sourceLanguage)).filter(([key]) => key.endsWith('.picture'));
  return easyTexts(compiled, { ...Object.fromEntries(source), ...of(language) });
}

const basis = ({ compiled, language }: Compilation) => ({ compiled, sourceLanguage: language });

/** The easier words of one language beside the exact ones, with what a person should look at. Throws `not_found`. */
export async function seeEasyWords({ db }: Deps, questionnaireId: string, language: string) {
  const questionnaire = await mustQuestionnaire(db, questionnaireId);
  const compilation = compile(questionnaire.draft);
  const drafts = await easyDraftsOf(db, questionnaireId);
  const held = drafts.find((draft) => draft.language === language);
  const texts = easyWordsIn(drafts, language, basis(compilation));
  const exact = compilation.editions[language] ?? {};
  const warnings = easyWarnings(compilation.compiled, texts, language);
  return {
    name: questionnaire.name,
    language,
    revision: held?.revision ?? 0,
    savedBy: held?.savedBy ?? null,
    questions: compilation.compiled.questions.map(({ id }, place) => ({
      id,
      number: place + 1,
      exact: exact[questionKey(id, 'title')] ?? '',
      ...easyOf(id, texts),
      warnings: warnings.filter(({ question }) => question === id).map(({ sentence }) => sentence),
    })),
  };
}

export interface EasyInput {
  revision: number;
  language: string;
  questions: readonly { id: string; words: string; picture: string | null }[];
}

/** Names a picture that is there: a drawing of ours, or one that was brought. */
async function pictureFaults({ db }: Deps, { questions }: EasyInput): Promise<Fault[]> {
  const names = questions.flatMap(({ picture }) => (picture === null || isDrawing(picture) ? [] : [picture]));
  const ids = names.flatMap((name) => ownPictureId(name) ?? []);
  const held = new Set((await pictureFiles(db, ids)).map(({ id }) => id));
  const isHeld = (name: string) => held.has(ownPictureId(name) ?? '');
  return names
    .filter((name) => !isHeld(name))
    .map((name) => ({ path: 'body.questions', message: `There is no picture "${name}".` }));
}

/** Saves the easier words of one language. Throws `not_found`, `bad_input` and `stale_draft`. */
export async function saveEasyWords(
  deps: Deps,
  actor: Actor,
  questionnaireId: string,
  input: EasyInput,
): Promise<number> {
  const { language, questions } = input;
  const texts = Object.fromEntries(
    questions.flatMap(({ id, words, picture }) => [
      ...(words.trim() === '' ? [] : [[easyKey(id), words.trim()] as const]),
      ...(picture === null ? [] : [[pictureKey(id), picture] as const]),
    ]),
  );
  const faults = wordProblems(language, texts).map(({ sentence }) => ({ path: 'body.questions', message: sentence }));
  const all = [...faults, ...(await pictureFaults(deps, input))];
  if (all.length > 0) throw problems.badInput(all);
  return transaction(deps.db, async (tx) => {
    if (!(await questionnaireLocked(tx, questionnaireId))) throw problems.notFound('questionnaire');
    const save = { questionnaireId, language, revision: input.revision, texts, by: actor.name, at: deps.clock.now() };
    const revision = await saveEasyDraft(tx, save);
    if (revision === null)
      throw problems.conflict('stale_draft', 'Somebody else has changed these words since. Look at theirs first.');
    await audit(tx, deps, actor, { action: 'edition.easy_words', subject: questionnaireId, detail: { language } });
    return revision;
  });
}
