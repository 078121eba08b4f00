import { cleanText } from '../../../channels/sms/clean.ts';
import { textCost } from '../../../channels/sms/prices.ts';
import { countSegments } from '../../../channels/sms/segments.ts';
import { type LandlordFacts, landlordFacts, noLandlord } from '../../../db/queries/landlord.ts';
import { plusDays } from '../../../surveys/fieldwork/dates.ts';
import type { PageFormat } from '../../../surveys/format.ts';
import { type Asked, opensPage, type Wording, wordQuestion } from '../../../surveys/interview/ask/asked.ts';
import { askByForm, formCanAsk } from '../../../surveys/interview/ask/form.ts';
import { askOnPaper } from '../../../surveys/interview/ask/paper.ts';
import { askBySpeech } from '../../../surveys/interview/ask/speech.ts';
import { askByText } from '../../../surveys/interview/ask/text.ts';
import { askByWeb } from '../../../surveys/interview/ask/web.ts';
import { isAskedIn } from '../../../surveys/interview/route.ts';
import { newState } from '../../../surveys/interview/state.ts';
import { isLanguage } from '../../../surveys/language.ts';
import type { Mode } from '../../../surveys/mode.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import { introKey } from '../../../surveys/questionnaire/keys.ts';
import { minutesFor } from '../../../surveys/questionnaire/minutes.ts';
import { fill } from '../../../surveys/questionnaire/words.ts';
import { framedName } from '../../../web/pages/assets.ts';
import { type Frame, isolate } from '../../../web/pages/frame.ts';
import { framed } from '../../../web/pages/framed.ts';
import { firstLook } from '../../../web/pages/look.ts';
import { questionPage } from '../../../web/pages/question.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { textSpeaker } from '../inbound/text-turn.ts';
import { todayIn } from '../today.ts';
import { mustQuestionnaire } from './draft.ts';
import {
  type Draft,
  daysOpen,
  emailPreview,
  exampleCode,
  letterPdf,
  letterPicture,
  textInvitation,
} from './preview-post.ts';

export interface PreviewInput {
  as: 'web' | 'text' | 'letter' | 'email' | 'telephone';
  language: string;
  format: PageFormat;
  /** The question to show; the first when left out. */
  question?: string;
}

/** Everything a preview is made of. */
interface Preview {
  deps: Deps;
  draft: Draft;
  compilation: Compilation;
  wording: Wording;
  landlord: LandlordFacts;
  today: string;
  publicUrl: string;
  question: string;
}

/** Every question as it stands in the questionnaire, of those a mode asks. */
function askedAll({ compilation: { compiled }, wording }: Preview, mode: Mode = 'web'): Asked[] {
  const asked = compiled.questions.filter((question) => isAskedIn(question, mode));
  return asked.map((question) =>
    wordQuestion(question, wording, {
      number: compiled.questions.indexOf(question) + 1,
      total: compiled.questions.length,
      open: false,
      opensPage: opensPage(asked, question),
    }),
  );
}

/** The page of one question: a picture of it, so nothing on it can be pressed. */
async function webPreview(preview: Preview) {
  const { draft, compilation, wording, landlord, question, today } = preview;
  const { compiled } = compilation;
  const asked = askByWeb(compiled, { ...newState(wording.language), cursor: question }, wording, false);
  if (!asked) throw problems.notFound('question');
  const frame: Frame = {
    landlord,
    language: wording.language,
    look: firstLook(draft.format),
    offered: [wording.language],
    path: '/s',
    script: `/assets/${framedName}`,
  };
  const first = compiled.questions[0]?.id === question;
  const count = compiled.questions.length;
  const start = {
    intro: fill(wording.texts[introKey] ?? '', { landlord: landlord.name }),
    minutes: minutesFor(count),
    count,
    until: plusDays(today, daysOpen),
  };
  const data = {
    action: '/s',
    asked,
    back: null,
    start: first ? start : null,
    welcomeBack: null,
    answeredBefore: false,
    error: null,
    survey: formCanAsk(compiled) ? '/s/form' : null,
  };
  const form = askByForm(compiled, wording, isolate(wording.language, landlord.phone));
  return { as: 'web' as const, html: framed(String(await questionPage(frame, data)), form) };
}

/** A text with what it costs, and the characters that make it cost more. */
export function textCosting(words: string, today: string) {
  const { segments, encoding, units, forcing } = countSegments(words);
  return { words, segments, encoding, units, forcing: [...forcing], pence: textCost(segments, today) };
}

/** The invitation, every question and the thanks, each as the text it is sent as. The invitation needs a landlord to write in the name of. */
async function textPreview(preview: Preview) {
  const { deps, draft, wording, landlord, publicUrl, today } = preview;
  const { language } = wording;
  const values = { phone: landlord.phone, link: `${publicUrl}/s/${exampleCode}` };
  const questions = askedAll(preview).map((asked) => ({
    part: 'question' as const,
    question: asked.question.id,
    words: cleanText(askByText(asked, language, values)),
  }));
  const named = landlord.name !== '';
  const texts = [
    ...(named ? [{ part: 'invitation' as const, question: null, words: await textInvitation(deps, draft) }] : []),
    ...questions,
    ...(named
      ? [{ part: 'thanks' as const, question: null, words: textSpeaker(landlord, language)('sms.thanks_short') }]
      : []),
  ];
  return { as: 'text' as const, messages: texts.map((text) => ({ ...text, ...textCosting(text.words, today) })) };
}

/** A photo is not asked for on the telephone. */
const telephonePreview = (preview: Preview) => ({
  as: 'telephone' as const,
  questions: askedAll(preview, 'telephone').map((asked) => ({
    question: asked.question.id,
    ...askBySpeech(asked, preview.wording.language),
  })),
});

const letterPreview = ({ compilation, wording, landlord, publicUrl }: Preview) => ({
  as: 'letter' as const,
  questions: askOnPaper(compilation.compiled, wording, { phone: landlord.phone, site: new URL(publicUrl).host }),
});

const previews = { web: webPreview, text: textPreview, telephone: telephonePreview, letter: letterPreview } as const;

/** A draft in a language it has words in. Throws `not_found` and `not_translated`. */
export async function draftOf({ db }: Deps, id: string, language: string, format: Draft['format']): Promise<Draft> {
  const compilation = compile((await mustQuestionnaire(db, id)).draft);
  if (!compilation.editions[language] || !isLanguage(language)) {
    throw problems.conflict('not_translated', 'There are no words in this language yet.');
  }
  return { id, compilation, language, format, landlord: (await landlordFacts(db)) ?? noLandlord };
}

/** What a resident gets of the draft, by the code that asks and sends. Throws `not_found`, `not_translated`, `no_landlord`. */
export async function previewQuestionnaire(deps: Deps, id: string, input: PreviewInput) {
  const draft = await draftOf(deps, id, input.language, input.format);
  if (input.as === 'email') return { as: input.as, ...(await emailPreview(deps, draft)) };
  const { compilation, language, landlord } = draft;
  const preview: Preview = {
    deps,
    draft,
    compilation,
    wording: { texts: compilation.editions[language] ?? {}, language, landlord: landlord.name },
    landlord,
    today: todayIn(landlord.timeZone, deps),
    publicUrl: deps.env.publicUrl,
    question: input.question ?? compilation.compiled.questions[0]?.id ?? '',
  };
  return previews[input.as](preview);
}

/** The letter of the draft as the PDF that would be printed. Throws `not_found`, `not_translated`, `no_landlord`, `no_printer`. */
export const previewLetter = async (deps: Deps, id: string, input: Pick<PreviewInput, 'language' | 'format'>) =>
  letterPdf(deps, await draftOf(deps, id, input.language, input.format));

/** The letter of the draft as a picture of its pages. Throws as `previewLetter` does. */
export const previewPages = async (deps: Deps, id: string, input: Pick<PreviewInput, 'language' | 'format'>) =>
  letterPicture(deps, await draftOf(deps, id, input.language, input.format));
