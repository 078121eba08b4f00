import type { Db } from '../../../db/connect.ts';
import { type ApprovedEdition, approvedEditions, marksOf } from '../../../db/queries/translations.ts';
import type { Compilation } from '../../../surveys/questionnaire/compile.ts';
import { bankFor } from '../../../surveys/questionnaire/translation/bank.ts';
import { standingsOf } from '../../../surveys/questionnaire/translation/standing.ts';
import type { Mark, Standing } from '../../../surveys/questionnaire/translation/types.ts';

/** An edition that was approved as a whole says of each of its texts that it is right. */
function marksOfEdition({ texts, sourceTexts, by, at }: ApprovedEdition): Mark[] {
  const unseen = { back: '', made: null, checked: null, status: 'approved' as const, approved: { by, at } };
  return Object.entries(texts).flatMap(([key, text]): Mark[] => {
    const source = sourceTexts[key];
    return source === undefined ? [] : [{ ...unseen, key, source, text }];
  });
}

/** How every text stands in each of these languages. What was marked text by text goes before what an edition says. */
export async function standingsIn(
  db: Db,
  questionnaireId: string,
  { editions, texts: source, language: from }: Pick<Compilation, 'editions' | 'texts' | 'language'>,
  languages: readonly string[],
): Promise<ReadonlyMap<string, Standing[]>> {
  const [only, another] = languages;
  if (only === undefined) return new Map();
  const marks = await marksOf(db, questionnaireId, another === undefined ? only : null);
  const approved = await approvedEditions(db, questionnaireId);
  return new Map(
    languages.map((language) => {
      const own = marks.filter((mark) => mark.language === language);
      const marked = new Set(own.map(({ key }) => key));
      const whole = approved.filter((one) => one.language === language).flatMap(marksOfEdition);
      const all = [...own, ...whole.filter(({ key }) => !marked.has(key))];
      return [language, standingsOf({ source, target: editions[language] ?? {} }, all, bankFor(from, language))];
    }),
  );
}

/** The same in one language. */
export const standingsOfLanguage = async (
  db: Db,
  questionnaireId: string,
  compilation: Pick<Compilation, 'editions' | 'texts' | 'language'>,
  language: string,
): Promise<Standing[]> => (await standingsIn(db, questionnaireId, compilation, [language])).get(language) ?? [];

/** The languages a draft has words in, but the one it was written in. */
export const translatedInto = ({ editions, language: source }: Pick<Compilation, 'editions' | 'language'>): string[] =>
  Object.keys(editions).filter((language) => language !== source);

/** A mark that says what is known of a text already. */
export const markOf = ({ key, source, text, status, back, made, checked, approved }: Standing): Mark => ({
  key,
  source,
  text,
  status: status === 'missing' || status === 'stale' ? 'draft' : status,
  back,
  made,
  checked,
  approved,
});
