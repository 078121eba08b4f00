import { textCost } from '../../../channels/sms/prices.ts';
import { countSegments } from '../../../channels/sms/segments.ts';
import { landlordFacts, noLandlord } from '../../../db/queries/landlord.ts';
import { opensPage, wordQuestion } from '../../../surveys/interview/ask/asked.ts';
import { askByText } from '../../../surveys/interview/ask/text.ts';
import type { Language } from '../../../surveys/language.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import type { Texts } from '../../../surveys/questionnaire/types.ts';
import type { Deps } from '../../deps.ts';
import { mustQuestionnaire } from '../questionnaire/draft.ts';
import { todayIn } from '../today.ts';
import { mustTranslateInto } from './words.ts';

/** The code of a link in a text, as an example. */
const exampleCode = '000000000000';

/** Each question as the text it is sent as in these words: how many parts, what it costs, and which characters make it cost more. */
export async function textsIn(deps: Deps, { compiled: { questions } }: Compilation, language: Language, texts: Texts) {
  const { name, phone, timeZone } = (await landlordFacts(deps.db)) ?? noLandlord;
  const wording = { texts, language, landlord: name };
  const today = todayIn(timeZone, deps);
  return questions.map((question, index) => {
    const place = {
      number: index + 1,
      total: questions.length,
      open: false,
      opensPage: opensPage(questions, question),
    };
    const asked = wordQuestion(question, wording, place);
    const words = askByText(asked, language, { phone, link: `${deps.env.publicUrl}/s/${exampleCode}` });
    const { segments, forcing } = countSegments(words);
    return { question: index + 1, segments, pence: textCost(segments, today), forcing: [...forcing] };
  });
}

/** The same as it would be with words that are being typed over the saved ones. Nothing is kept. Throws as `seeLanguage` does. */
export async function typedTexts(
  deps: Deps,
  id: string,
  code: string,
  typed: readonly { key: string; text: string }[],
) {
  const compilation = compile((await mustQuestionnaire(deps.db, id)).draft);
  const language = mustTranslateInto(compilation, code);
  const known = typed.filter(({ key }) => Object.hasOwn(compilation.texts, key));
  const over = Object.fromEntries(known.map(({ key, text }) => [key, text.trim()]));
  return { texts: await textsIn(deps, compilation, language, { ...compilation.editions[language], ...over }) };
}
