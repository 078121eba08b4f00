import { saveMarks } from '../../../db/commands/translations.ts';
import type { Db } from '../../../db/connect.ts';
import type { Questionnaire } from '../../../db/queries/questionnaires.ts';
import { isLanguage, type Language } from '../../../surveys/language.ts';
import { limits } from '../../../surveys/limits.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import { assemble } from '../../../surveys/questionnaire/takeapart.ts';
import type { Mark, Standing } from '../../../surveys/questionnaire/translation/types.ts';
import type { Texts } from '../../../surveys/questionnaire/types.ts';
import { wordProblems } from '../../../surveys/questionnaire/words.ts';
import type { Actor } from '../../actor.ts';
import { type Fault, problems } from '../../problem.ts';
import { refuseFaults, saveOrStale } from '../questionnaire/draft.ts';
import { standingsOfLanguage } from './standing.ts';

/** A language we speak that is not the one the questionnaire was written in. Throws `bad_input` and `source_language`. */
export function mustTranslateInto({ language: source }: Compilation, language: string): Language {
  if (!isLanguage(language))
    throw problems.badInput([{ path: 'language', message: 'We cannot speak to residents in this language yet.' }]);
  if (language === source)
    throw problems.conflict(
      'source_language',
      'The questionnaire was written in this language: change it in the editor.',
    );
  return language;
}

/** Refuses words that the draft could not keep or nobody could be shown: code, what we cannot fill in, too many letters. Throws `bad_input`. */
export function refuseUnfit(language: string, texts: Texts): void {
  refuseFaults(wordProblems(language, texts));
  const long = Object.entries(texts).filter(([, text]) => text.trim().length > limits.textLetters);
  const message = `At most ${limits.textLetters} letters can be kept.`;
  if (long.length > 0) throw problems.badInput(long.map(([key]) => ({ path: key, message })));
}

/** One text as somebody saw it. */
export interface Seen {
  key: string;
  source: string;
  text: string;
}

const other = 'Somebody else saved other words here meanwhile.';
const moved = 'The source words have changed meanwhile.';
const gone = 'There are no such words in this questionnaire now.';

/** What of the texts that somebody saw is not so any more. */
export function changedMeanwhile(standings: readonly Standing[], seen: readonly Seen[]): Fault[] {
  const now = new Map(standings.map((one) => [one.key, one]));
  return seen.flatMap(({ key, source, text }): Fault[] => {
    const one = now.get(key);
    if (!one) return [{ path: key, message: gone }];
    if (one.source !== source) return [{ path: key, message: moved }];
    return one.text === text.trim() ? [] : [{ path: key, message: other }];
  });
}

/** A mark of words that come now, as far as it is known already. */
export const freshMark = (key: string, source: string, text: string): Mark => ({
  key,
  source,
  text,
  status: 'draft',
  back: '',
  made: null,
  checked: null,
  approved: null,
});

interface Saving {
  actor: Actor;
  at: Date;
  language: string;
}

/** Puts words of one language into the draft, with what is said of them. Gives the new revision. Takes the questionnaire held. */
export async function putWords(
  tx: Db,
  { actor, at, language }: Saving,
  { id, draft: before, draftRevision: revision }: Questionnaire,
  texts: Texts,
  marks: readonly Mark[],
): Promise<number> {
  await saveMarks(tx, { questionnaireId: id, language }, marks);
  if (Object.keys(texts).length === 0) return revision;
  const { structure, editions } = compile(before);
  const all = Object.entries({ ...editions[language], ...texts }).filter(([, text]) => text !== '');
  const draft = assemble(structure, { ...editions, [language]: Object.fromEntries(all) });
  return saveOrStale(tx, { id, revision, draft, by: actor.name, at });
}

/** Marks words that somebody typed over the draft: those that are the same and made from the same source keep what was said of them. */
export async function typedMarks(
  tx: Db,
  { actor, at, language }: Saving,
  id: string,
  compilation: Compilation,
  texts: Texts,
): Promise<Mark[]> {
  const standings = await standingsOfLanguage(tx, id, compilation, language);
  return standings.flatMap(({ key, source, text: before, status }): Mark[] => {
    const text = texts[key]?.trim();
    if (!text || (text === before && status !== 'stale')) return [];
    return [{ ...freshMark(key, source, text), made: { by: actor.name, at } }];
  });
}
