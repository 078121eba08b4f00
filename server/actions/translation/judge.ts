import { saveMarks } from '../../../db/commands/translations.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type Questionnaire, questionnaireLocked } from '../../../db/queries/questionnaires.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import { faultSentences } from '../../../surveys/questionnaire/translation/faults.ts';
import type { Mark, Standing } from '../../../surveys/questionnaire/translation/types.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { approveWhole, type EditionState } from './edition.ts';
import { markOf, standingsOfLanguage } from './standing.ts';
import { changedMeanwhile, freshMark, mustTranslateInto, type Seen } from './words.ts';

type Judgement = 'checked' | 'approved';

/** Nothing with a fault is said to be right. */
function refuseFaulty(seen: readonly Seen[]): void {
  const faults = seen.flatMap((one) => faultSentences(one).map((message) => ({ path: one.key, message })));
  const empty = seen.filter(({ text }) => text.trim() === '');
  const none = empty.map(({ key }) => ({ path: key, message: 'There are no words here yet.' }));
  if (faults.length + none.length > 0) throw problems.badInput([...faults, ...none]);
}

/** Held to the source words now: to say that words are right is to say that they are right for these. */
function judged(now: Standing, judgement: Judgement, by: string, at: Date): Mark {
  const known =
    now.status === 'stale'
      ? { ...freshMark(now.key, now.source, now.text), made: now.made, back: now.back }
      : markOf(now);
  const deed = { by, at };
  return judgement === 'checked'
    ? { ...known, status: 'checked', checked: deed }
    : { ...known, status: 'approved', approved: deed };
}

interface Held {
  questionnaire: Questionnaire;
  standings: Standing[];
}

async function heldFor(tx: Db, id: string, language: string, seen: readonly Seen[]): Promise<Held> {
  const questionnaire = await questionnaireLocked(tx, id);
  if (!questionnaire) throw problems.notFound('questionnaire');
  const compilation = compile(questionnaire.draft);
  mustTranslateInto(compilation, language);
  const standings = await standingsOfLanguage(tx, id, compilation, language);
  const meanwhile = changedMeanwhile(standings, seen);
  if (meanwhile.length > 0) throw problems.staleWords(meanwhile);
  return { questionnaire, standings };
}

/**
 * Says of words that somebody has seen, beside the source words they saw, that they are checked or approved. When by that the whole language is
 * approved, its words are what residents get. Throws `bad_input` for words with a fault, `source_language` and `stale_words`.
 */
export async function judge(
  deps: Deps,
  actor: Actor,
  id: string,
  { language, judgement, seen }: { language: string; judgement: Judgement; seen: readonly Seen[] },
): Promise<{ count: number; edition: EditionState }> {
  refuseFaulty(seen);
  return transaction(deps.db, async (tx) => {
    const { questionnaire, standings } = await heldFor(tx, id, language, seen);
    const keys = new Set(seen.map(({ key }) => key));
    // What is approved stays approved when somebody says that it is checked.
    const open = standings.filter(({ key, status }) => keys.has(key) && status !== 'approved' && status !== judgement);
    const at = deps.clock.now();
    const marks = open.map((one) => judged(one, judgement, actor.name, at));
    await saveMarks(tx, { questionnaireId: id, language }, marks);
    await audit(tx, deps, actor, {
      action: judgement === 'checked' ? 'translation.check' : 'translation.approve',
      subject: id,
      detail: { language, count: marks.length },
    });
    return { count: marks.length, edition: await approveWhole(tx, deps, questionnaire, language) };
  });
}
