import { saveMarks } from '../../../db/commands/translations.ts';
import { transaction } from '../../../db/connect.ts';
import { opensPage } from '../../../surveys/interview/ask/asked.ts';
import { isLanguage } from '../../../surveys/language.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import { assemble } from '../../../surveys/questionnaire/takeapart.ts';
import type { Texts } from '../../../surveys/questionnaire/types.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { refuseUnfit, typedMarks } from '../translation/words.ts';
import { mustQuestionnaire, saveOrStale } from './draft.ts';
import { lockOf } from './locked.ts';
import { generalKeys, stringsOf } from './strings.ts';

export interface WordsInput {
  revision: number;
  language: string;
  /** Words by string key; an empty text takes them away. */
  texts: Texts;
  name?: string;
}

const pathOf = (key: string) => `body.texts.${key}`;

/** The question that each key belongs to; the words of a page belong to its first. */
const questionsByKey = ({ compiled: { questions } }: Compilation) =>
  new Map(
    questions.flatMap((question) =>
      stringsOf(question, opensPage(questions, question)).map(({ key }) => [key, question] as const),
    ),
  );

/** Refuses keys there are none of. */
function refuseUnknown(compilation: Compilation, { texts }: WordsInput): void {
  const known = questionsByKey(compilation);
  const unknown = Object.keys(texts).filter((key) => !known.has(key) && !generalKeys.includes(key));
  if (unknown.length === 0) return;
  throw problems.badInput(
    unknown.map((key) => ({ path: pathOf(key), message: 'There are no such words in this questionnaire.' })),
  );
}

/** Refuses a change of source words that somebody else fixed; they may be translated. Throws `wording_locked`. */
function refuseFixed(instrument: string | null, compilation: Compilation, { language, texts }: WordsInput): void {
  const { editions, language: source } = compilation;
  if (language !== source) return;
  const known = questionsByKey(compilation);
  const faults = Object.entries(texts).flatMap(([key, text]): Fault[] => {
    const question = known.get(key);
    const why = question ? lockOf(instrument, question, compilation) : null;
    return why !== null && text.trim() !== (editions[source]?.[key] ?? '') ? [{ path: pathOf(key), message: why }] : [];
  });
  if (faults.length > 0) throw problems.locked(faults);
}

function merged(before: Texts | undefined, texts: Texts): Texts {
  const all = Object.entries({ ...before, ...texts });
  return Object.fromEntries(all.map(([key, text]) => [key, text.trim()]).filter(([, text]) => text !== ''));
}

/** Saves words of one language in the draft. Throws `bad_input` with every fault, `wording_locked` and `stale_draft`. */
export async function editWords(
  deps: Deps,
  actor: Actor,
  id: string,
  input: WordsInput,
): Promise<{ revision: number; draftAt: Date }> {
  const { language, revision, texts, name } = input;
  if (!isLanguage(language))
    throw problems.badInput([{ path: 'body.language', message: 'We cannot speak to residents in this language yet.' }]);
  refuseUnfit(language, texts);
  const at = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    const questionnaire = await mustQuestionnaire(tx, id);
    const compilation = compile(questionnaire.draft);
    refuseUnknown(compilation, input);
    refuseFixed(questionnaire.instrument, compilation, input);
    const editions = { ...compilation.editions, [language]: merged(compilation.editions[language], texts) };
    const draft = assemble(compilation.structure, editions);
    if (language !== compilation.language) {
      const marks = await typedMarks(tx, { actor, at, language }, id, compilation, texts);
      await saveMarks(tx, { questionnaireId: id, language }, marks);
    }
    const saved = await saveOrStale(tx, { id, revision, draft, name, by: actor.name, at });
    await audit(tx, deps, actor, {
      action: 'questionnaire.edit_words',
      subject: id,
      detail: { language, count: Object.keys(texts).length },
    });
    return { revision: saved, draftAt: at };
  });
}
