import { transaction } from '../../../db/connect.ts';
import { isLanguage } from '../../../surveys/language.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import { assemble } from '../../../surveys/questionnaire/takeapart.ts';
import type { Texts } from '../../../surveys/questionnaire/types.ts';
import { wordProblems } from '../../../surveys/questionnaire/words.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustQuestionnaire, refuseFaults, saveOrStale } from './draft.ts';
import { generalKeys, stringsOf } from './strings.ts';

export interface WordsInput {
  revision: number;
  language: string;
  /** Words by string key; an empty text takes them away. */
  texts: Texts;
  name?: string;
}

/** What is wrong with words somebody typed: a key there is none of, or wording that a regulator fixed. */
function faultsOf({ compiled, editions, language: source }: Compilation, { language, texts }: WordsInput): Fault[] {
  const known = new Map(
    compiled.questions.flatMap((question) => stringsOf(question).map(({ key }) => [key, question] as const)),
  );
  return Object.entries(texts).flatMap(([key, text]) => {
    const path = `body.texts.${key}`;
    const question = known.get(key);
    if (!question && !generalKeys.includes(key))
      return [{ path, message: 'There are no such words in this questionnaire.' }];
    const fixed = question?.measure && language === source && text !== (editions[source]?.[key] ?? '');
    return fixed ? [{ path, message: 'This wording is fixed by the regulator. You can add your own questions.' }] : [];
  });
}

function merged(before: Texts | undefined, texts: Texts): Texts {
  const all = Object.entries({ ...before, ...texts });
  return Object.fromEntries(all.map(([key, text]) => [key, text.trim()]).filter(([, text]) => text !== ''));
}

/** Saves words of one language in the draft. Throws `bad_input` with every fault and `stale_draft`. */
export async function editWords(
  deps: Deps,
  actor: Actor,
  id: string,
  input: WordsInput,
): Promise<{ revision: number; draftAt: Date }> {
  const { language, revision, texts, name } = input;
  if (!isLanguage(language))
    throw problems.badInput([{ path: 'body.language', message: 'We cannot speak to residents in this language yet.' }]);
  refuseFaults(wordProblems(language, texts));
  const at = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    const compilation = compile((await mustQuestionnaire(tx, id)).draft);
    const faults = faultsOf(compilation, input);
    if (faults.length > 0) throw problems.badInput(faults);
    const editions = { ...compilation.editions, [language]: merged(compilation.editions[language], texts) };
    const draft = assemble(compilation.structure, editions);
    const saved = await saveOrStale(tx, { id, revision, draft, name, by: actor.name, at });
    await audit(tx, deps, actor, {
      action: 'questionnaire.edit_words',
      subject: id,
      detail: { language, count: Object.keys(texts).length },
    });
    return { revision: saved, draftAt: at };
  });
}
