import { questionById, route as routeOf } from '../../../surveys/interview/route.ts';
import type { AnswerValue } from '../../../surveys/interview/types.ts';
import { equalityStep } from '../../../surveys/profiles/equality.ts';
import { aboutOfferPage } from '../../../web/pages/about.ts';
import { framedName } from '../../../web/pages/assets.ts';
import { type Frame, speaker } from '../../../web/pages/frame.ts';
import { framed } from '../../../web/pages/framed.ts';
import { firstLook } from '../../../web/pages/look.ts';
import { questionPage } from '../../../web/pages/question.ts';
import { thanksPage } from '../../../web/pages/survey-state.ts';
import { type Played, type Practice, play, practiceOf } from '../../actions/questionnaire/practise.ts';
import { recordedIn, seeKeys, seeTexts } from '../../actions/questionnaire/practise-see.ts';
import { previewPages } from '../../actions/questionnaire/preview.ts';
import { emailPreview } from '../../actions/questionnaire/preview-post.ts';
import { aboutCount } from '../../actions/response/about.ts';
import { wordsIn } from '../../actions/response/form.ts';
import type { Deps } from '../../deps.ts';
import { practise } from '../contract/practise.ts';
import { stepPage } from '../resident/about.ts';
import { surveyOf } from '../resident/form.ts';
import { questionData, type Shown, type Visit } from '../resident/question-data.ts';
import { refusalWords } from '../resident/refusal.ts';
import { typedAgain } from '../resident/survey.ts';
import { serve } from './serve.ts';

/** The address of practised pages: it leads nowhere, and the frame they stand in follows no link. */
const address = '/s/practise';
/** What stands before a question about the resident that is gone back to. */
const aboutOpen = 'about/';

function visitOf({ form, survey, landlord, draft: { language, format } }: Practice, { state }: Played): Visit {
  const script = `/assets/${framedName}`;
  const frame: Frame = { landlord, language, look: firstLook(format), offered: [language], path: address, script };
  return { survey, form, state, frame, address, known: true, hasDevice: true, prize: null };
}

/** What was refused on the page, as the page says it. */
function refusedOn({ form, survey }: Practice, { last }: Played, { frame }: Visit): Shown | null {
  if (last?.turn.by !== 'web') return null;
  const asked = questionById(form.compiled, last.turn.question);
  const refused = last.events.find((event) => event.type === 'answer_refused');
  if (!asked || !refused) return null;
  const typed: AnswerValue = typedAgain(last.inputs);
  return {
    question: asked.id,
    typed,
    error: refusalWords(speaker(frame), refused, asked, wordsIn(form, frame.language, survey.format)),
  };
}

/** The offer of questions about the resident, or one of them; null where none is to be shown. */
function aboutPage({ about: nation }: Practice, { about }: Played, { frame }: Visit, open: string | undefined) {
  if (nation === null || about.over) return null;
  const back = open?.startsWith(aboutOpen) ? equalityStep(open.slice(aboutOpen.length), nation) : null;
  const step = back ?? (about.step === null ? null : equalityStep(about.step, nation));
  const action = `${address}/about`;
  if (step === null) return aboutOfferPage(frame, { action, count: aboutCount });
  return stepPage(frame, action, step, about.missed && back === null ? speaker(frame)('error.choose_one') : null);
}

/** The page a resident would be on now, or the one of a question that was gone back to. */
async function webPage(practice: Practice, played: Played, open: string | undefined) {
  const visit = visitOf(practice, played);
  const { state, form, frame, survey } = visit;
  const on = routeOf(form.compiled, state);
  const back = on.some(({ id }) => id === open) ? (open ?? null) : null;
  const question = back ?? (state.status === 'finished' ? null : (state.cursor ?? on[0]?.id ?? null));
  const plain = question === null ? null : { question, typed: null, error: null };
  const shown = (back === null ? refusedOn(practice, played, visit) : null) ?? plain;
  if (shown) return framed(String(await questionPage(frame, questionData(visit, shown))), surveyOf(visit));
  const about = aboutPage(practice, played, visit, open);
  if (about) return framed(String(await about), surveyOf(visit));
  const answers = Object.values(state.answers).filter((answer) => !answer.offRoute).length;
  const change = on[0] ? `${address}?q=${encodeURIComponent(on[0].id)}` : null;
  return framed(
    String(await thanksPage(frame, { ...survey, answers, last: null, change, prize: null })),
    surveyOf(visit),
  );
}

async function viewOf(deps: Deps, practice: Practice, played: Played, as: string, open: string | undefined) {
  switch (as) {
    case 'text':
      return seeTexts(deps, practice, played);
    case 'telephone':
    case 'paper':
      return seeKeys(practice, played, as);
    case 'email':
      return { as: 'email' as const, ...(await emailPreview(deps, practice.draft)) };
    default:
      return { as: 'web' as const, html: await webPage(practice, played, open) };
  }
}

export const practiseRoutes = serve(practise, {
  'POST /api/v1/questionnaires/{id}/practise': async ({ deps }, { params, body }) => {
    const practice = await practiceOf(deps, params.id, body);
    const played = play(practice, body.turns);
    return {
      finished: played.state.status === 'finished',
      recorded: recordedIn(practice, played),
      view: await viewOf(deps, practice, played, body.as, body.open),
    };
  },
  'GET /api/v1/questionnaires/{id}/letter/pages': ({ deps }, { params, query }) => previewPages(deps, params.id, query),
});
