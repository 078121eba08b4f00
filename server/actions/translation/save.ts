import { transaction } from '../../../db/connect.ts';
import { questionnaireLocked } from '../../../db/queries/questionnaires.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import type { Mark, Standing } from '../../../surveys/questionnaire/translation/types.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { markOf, standingsOfLanguage } from './standing.ts';
import { changedMeanwhile, freshMark, mustTranslateInto, putWords, refuseUnfit } from './words.ts';

/** Words as they were typed: over which words, beside which source words. */
export interface Typed {
  key: string;
  source: string;
  was: string;
  text: string;
  /** What they say when they are put back; left out to keep what is there. */
  back?: string;
}

interface Making {
  actor: Actor;
  at: Date;
}

function markFor({ actor, at }: Making, now: Standing | undefined, { key, source, text, back }: Typed): Mark[] {
  const words = text.trim();
  if (words === '') return [];
  const same = now !== undefined && now.text === words && now.status !== 'stale';
  const made = same ? markOf(now) : { ...freshMark(key, source, words), made: { by: actor.name, at } };
  return [{ ...made, back: back?.trim() ?? made.back }];
}

/**
 * Saves what was typed in one language. Only the texts themselves are compared with what others saved, so two people may translate at once.
 * Throws `bad_input`, `source_language` and `stale_words` with every text that somebody else changed meanwhile.
 */
export async function saveTranslation(
  deps: Deps,
  actor: Actor,
  id: string,
  language: string,
  typed: readonly Typed[],
): Promise<{ revision: number; savedAt: Date }> {
  refuseUnfit(language, Object.fromEntries(typed.map(({ key, text }) => [key, text])));
  const making = { actor, at: deps.clock.now() };
  return transaction(deps.db, async (tx) => {
    const questionnaire = await questionnaireLocked(tx, id);
    if (!questionnaire) throw problems.notFound('questionnaire');
    const compilation = compile(questionnaire.draft);
    mustTranslateInto(compilation, language);
    const standings = await standingsOfLanguage(tx, id, compilation, language);
    const meanwhile = changedMeanwhile(
      standings,
      typed.map(({ key, source, was }) => ({ key, source, text: was })),
    );
    if (meanwhile.length > 0) throw problems.staleWords(meanwhile);
    const now = new Map(standings.map((one) => [one.key, one]));
    const marks = typed.flatMap((one) => markFor(making, now.get(one.key), one));
    const changed = typed.filter(({ key, text }) => text.trim() !== now.get(key)?.text);
    const texts = Object.fromEntries(changed.map(({ key, text }) => [key, text.trim()]));
    const revision = await putWords(tx, { ...making, language }, questionnaire, texts, marks);
    await audit(tx, deps, actor, {
      action: 'translation.save',
      subject: id,
      detail: { language, count: typed.length },
    });
    return { revision, savedAt: making.at };
  });
}
