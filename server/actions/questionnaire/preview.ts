import { textCost } from '../../../channels/sms/prices.ts';
import { countSegments } from '../../../channels/sms/segments.ts';
import { type LandlordFacts, landlordFacts, noLandlord } from '../../../db/queries/landlord.ts';
import { plusDays } from '../../../surveys/fieldwork/dates.ts';
import type { PageFormat } from '../../../surveys/format.ts';
import { type Asked, opensPage, type Wording, wordQuestion } from '../../../surveys/interview/ask/asked.ts';
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
import { fill } from '../../../surveys/questionnaire/words.ts';
import type { Frame } from '../../../web/pages/frame.ts';
import { readLook } from '../../../web/pages/look.ts';
import { questionPage } from '../../../web/pages/question.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { mustQuestionnaire } from './draft.ts';
import { type Draft, emailPreview, letterPdf } from './preview-post.ts';

export interface PreviewInput {
  as: 'web' | 'text' | 'letter' | 'email' | 'telephone';
  language: string;
  format: PageFormat;
  /** The question to show; the first when left out. */
  question?: string;
}

/** Everything a preview is made of. */
interface Preview {
  compilation: Compilation;
  wording: Wording;
  landlord: LandlordFacts;
  today: string;
  publicUrl: string;
  question: string;
}

/** Days a survey is said to be open in a preview. */
const daysOpen = 28;

/** A code that opens nothing, as an example. */
const exampleCode = '0000 0000 0000';

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
  const { compilation, wording, landlord, question, today } = preview;
  const { compiled } = compilation;
  const asked = askByWeb(compiled, { ...newState(wording.language), cursor: question }, wording, false);
  if (!asked) throw problems.notFound('question');
  const frame: Frame = {
    landlord,
    language: wording.language,
    look: readLook(undefined),
    offered: [wording.language],
    path: '/s',
  };
  const first = compiled.questions[0]?.id === question;
  const count = compiled.questions.length;
  const start = {
    intro: fill(wording.texts[introKey] ?? '', { landlord: landlord.name }),
    minutes: Math.ceil(count / 2),
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
  };
  return { as: 'web' as const, html: String(await questionPage(frame, data)) };
}

/** Every question as the text it is sent as, with what it costs. */
function textPreview(preview: Preview) {
  const { wording, landlord, publicUrl, today } = preview;
  const values = { phone: landlord.phone, link: `${publicUrl}/s/${exampleCode.replaceAll(' ', '')}` };
  return {
    as: 'text' as const,
    messages: askedAll(preview).map((asked) => {
      const words = askByText(asked, wording.language, values);
      const { segments, encoding, units, forcing } = countSegments(words);
      return {
        question: asked.question.id,
        words,
        segments,
        encoding,
        units,
        forcing: [...forcing],
        pence: textCost(segments, today),
      };
    }),
  };
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
async function draftOf({ db }: Deps, id: string, language: string, format: Draft['format']): Promise<Draft> {
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
    compilation,
    wording: { texts: compilation.editions[language] ?? {}, language, landlord: landlord.name },
    landlord,
    today: deps.clock.now().toISOString().slice(0, 10),
    publicUrl: deps.env.publicUrl,
    question: input.question ?? compilation.compiled.questions[0]?.id ?? '',
  };
  return previews[input.as](preview);
}

/** The letter of the draft as the PDF that would be printed. Throws `not_found`, `not_translated`, `no_landlord`, `no_printer`. */
export const previewLetter = async (deps: Deps, id: string, input: Pick<PreviewInput, 'language' | 'format'>) =>
  letterPdf(deps, await draftOf(deps, id, input.language, input.format));
