import { approvedElsewhere, type Remembered } from '../../../db/queries/translations.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import { bankFor } from '../../../surveys/questionnaire/translation/bank.ts';
import { countStandings } from '../../../surveys/questionnaire/translation/standing.ts';
import type { Bank, Standing } from '../../../surveys/questionnaire/translation/types.ts';
import { placeOf } from '../../../surveys/questionnaire/translation/where.ts';
import type { Deps } from '../../deps.ts';
import { mustQuestionnaire } from '../questionnaire/draft.ts';
import { textsIn } from './as-text.ts';
import { letterRoom } from './letter-room.ts';
import { naming } from './see-languages.ts';
import { standingsOfLanguage } from './standing.ts';
import { mustTranslateInto } from './words.ts';

interface Offers {
  bank: Bank;
  remembered: readonly Remembered[];
}

/** Words that could be used here: the bank's, and those approved elsewhere for the same source words. */
function offersFor({ source, text }: Standing, { bank, remembered }: Offers) {
  const offered = bank.get(source);
  const elsewhere = remembered.filter((one) => one.source === source && one.text !== text);
  return {
    bank: offered && offered.text !== text ? offered.text : null,
    elsewhere: elsewhere.map(({ text: words, name, by }) => ({ text: words, name, by })),
  };
}

/** The words of one language beside the source, with how each stands. Throws `not_found`, `bad_input` and `source_language`. */
export async function seeLanguage(deps: Deps, id: string, code: string) {
  const { name, draft, draftRevision, draftAt } = await mustQuestionnaire(deps.db, id);
  const compilation = compile(draft);
  const language = mustTranslateInto(compilation, code);
  const standings = await standingsOfLanguage(deps.db, id, compilation, language);
  const sources = [...new Set(standings.map(({ source }) => source))];
  const remembered = await approvedElsewhere(deps.db, { questionnaireId: id, language, sources });
  const offers = { bank: bankFor(compilation.language, language), remembered };
  return {
    id,
    name,
    revision: draftRevision,
    draftAt,
    language: { code: language, ...naming(language) },
    source: { code: compilation.language, ...naming(compilation.language) },
    counts: countStandings(standings),
    rows: standings.map((one) => ({
      ...one,
      place: placeOf(one.key, compilation.compiled),
      offers: offersFor(one, offers),
    })),
    texts: await textsIn(deps, compilation, language, compilation.editions[language] ?? {}),
    letter: letterRoom,
  };
}
