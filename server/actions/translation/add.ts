import { transaction } from '../../../db/connect.ts';
import { questionnaireLocked } from '../../../db/queries/questionnaires.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import { bankFor } from '../../../surveys/questionnaire/translation/bank.ts';
import { faultsOfTranslation } from '../../../surveys/questionnaire/translation/faults.ts';
import type { Mark, Standing } from '../../../surveys/questionnaire/translation/types.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { standingsOfLanguage } from './standing.ts';
import { freshMark, mustTranslateInto, putWords } from './words.ts';

/** Every text that is missing and that the bank has, as a machine draft or as it is approved there. */
function fromBank(standings: readonly Standing[], source: string, language: string): Mark[] {
  const bank = bankFor(source, language);
  return standings.flatMap(({ key, source: words, status }): Mark[] => {
    const offered = bank.get(words);
    if (status !== 'missing' || !offered) return [];
    const one = { key, source: words, text: offered.text };
    if (faultsOfTranslation(one).length > 0) return [];
    return [{ ...freshMark(key, words, offered.text), status: offered.approved ? 'approved' : 'machine' }];
  });
}

/** Fills what the bank has in a language: standard scales and answers are translated once and reused. Throws `source_language`. */
export async function addLanguage(
  deps: Deps,
  actor: Actor,
  id: string,
  language: string,
): Promise<{ filled: number; revision: number }> {
  const at = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    const questionnaire = await questionnaireLocked(tx, id);
    if (!questionnaire) throw problems.notFound('questionnaire');
    const compilation = compile(questionnaire.draft);
    mustTranslateInto(compilation, language);
    const standings = await standingsOfLanguage(tx, id, compilation, language);
    const marks = fromBank(standings, compilation.language, language);
    const texts = Object.fromEntries(marks.map(({ key, text }) => [key, text]));
    const revision = await putWords(tx, { actor, at, language }, questionnaire, texts, marks);
    await audit(tx, deps, actor, {
      action: 'translation.add_language',
      subject: id,
      detail: { language, count: marks.length },
    });
    return { filled: marks.length, revision };
  });
}
