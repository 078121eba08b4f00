import { textCost } from '../../../channels/sms/prices.ts';
import { countSegments } from '../../../channels/sms/segments.ts';
import { landlordFacts, noLandlord } from '../../../db/queries/landlord.ts';
import { approvedElsewhere, type Remembered } from '../../../db/queries/translations.ts';
import { wordQuestion } from '../../../surveys/interview/ask/asked.ts';
import { askByText } from '../../../surveys/interview/ask/text.ts';
import type { Language } from '../../../surveys/language.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import { bankFor } from '../../../surveys/questionnaire/translation/bank.ts';
import { countStandings } from '../../../surveys/questionnaire/translation/standing.ts';
import type { Bank, Standing } from '../../../surveys/questionnaire/translation/types.ts';
import { placeOf } from '../../../surveys/questionnaire/translation/where.ts';
import type { Deps } from '../../deps.ts';
import { mustQuestionnaire } from '../questionnaire/draft.ts';
import { todayIn } from '../today.ts';
import { naming } from './see-languages.ts';
import { standingsOfLanguage } from './standing.ts';
import { mustTranslateInto } from './words.ts';

/** The code of a link in a text, as an example. */
const exampleCode = '000000000000';

/** Each question as the text it is sent as in this language: how many parts, what it costs, and which characters make it cost more. */
async function textsIn(deps: Deps, { compiled, editions }: Compilation, language: Language) {
  const { name, phone, timeZone } = (await landlordFacts(deps.db)) ?? noLandlord;
  const wording = { texts: editions[language] ?? {}, language, landlord: name };
  const total = compiled.questions.length;
  const today = todayIn(timeZone, deps);
  return compiled.questions.map((question, index) => {
    const asked = wordQuestion(question, wording, { number: index + 1, total, open: false });
    const words = askByText(asked, language, { phone, link: `${deps.env.publicUrl}/s/${exampleCode}` });
    const { segments, forcing } = countSegments(words);
    return { question: index + 1, segments, pence: textCost(segments, today), forcing: [...forcing] };
  });
}

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
    texts: await textsIn(deps, compilation, language),
  };
}
