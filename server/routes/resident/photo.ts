/** A photo as an answer: a plain form with a file, on an address of its own, so that only here a body may be so large. */
import type { Survey } from '../../../db/queries/survey.ts';
import { fields } from '../../../surveys/interview/answer/web.ts';
import { openPhotos, questionById } from '../../../surveys/interview/route.ts';
import type { Input } from '../../../surveys/interview/types.ts';
import { limits as surveyLimits } from '../../../surveys/limits.ts';
import type { PhraseKey } from '../../../surveys/locales/phrases.ts';
import type { Question } from '../../../surveys/questionnaire/types.ts';
import { speaker } from '../../../web/pages/frame.ts';
import { type Photo, type PhotoFault, readPhoto } from '../../actions/photo/read.ts';
import { takePage } from '../../actions/response/take-page.ts';
import type { Deps } from '../../deps.ts';
import { type Problem, problems } from '../../problem.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { refuseCode } from './code.ts';
import { openCode } from './code-guard.ts';
import type { Visit } from './question-data.ts';
import { beginning, showClosed, showQuestion, unlessBusy, visitOf } from './survey.ts';
import { tellKindly } from './tell.ts';
import { goTo, knowDevice } from './visit.ts';

/** What was sent: a photo, a wish to go on without one, or why it is not taken. */
type Sent = Photo | 'skip' | 'nothing' | 'too_big' | PhotoFault;

const words: Record<Exclude<Sent, Photo | 'skip'>, PhraseKey> = {
  nothing: 'error.photo',
  too_big: 'error.photo_big',
  not_a_photo: 'error.photo_kind',
  heic: 'error.photo_heic',
};
const values = { megabytes: surveyLimits.photoBytes / (1024 * 1024) };

/** Reads the posted form. One that broke off on the way holds nothing. */
async function sentBy(c: AppContext): Promise<Sent> {
  const posted = await c.req.raw.formData().catch(() => null);
  if (posted?.get(fields.action) === 'skip') return 'skip';
  const file = posted?.get(fields.photo);
  if (!(file instanceof File) || file.size === 0) return 'nothing';
  if (file.size > surveyLimits.photoBytes) return 'too_big';
  return readPhoto(new Uint8Array(await file.arrayBuffer()));
}

interface Asked {
  survey: Survey;
  visit: Visit;
  question: Question;
}

/** The photo asked for at an address, or the page that says why there is none. Throws `not_found`. */
async function askedAt(c: AppContext, deps: Deps): Promise<Asked | Response> {
  const typed = c.req.param('code') ?? '';
  const opened = await openCode(c, deps, typed);
  if (!opened.survey) return refuseCode(c, deps, typed, opened);
  const visit = await visitOf(c, deps, opened, opened.survey);
  const question = questionById(visit.form.compiled, c.req.param('question') ?? '');
  if (question?.kind !== 'photo') throw problems.notFound('question');
  return { survey: opened.survey, visit, question };
}

function refuse(c: AppContext, { visit, question }: Asked, key: PhraseKey, status: 409 | 413 | 422) {
  const error = speaker(visit.frame)(key, values);
  return showQuestion(c, visit, { question: question.id, typed: null, error }, status);
}

/** A photo may be added where none is to a survey that was finished another way, which stays as it is otherwise. */
function giverOf(c: AppContext, deps: Deps, { visit, question }: Asked) {
  const { form, state, known } = visit;
  const mayAdd = openPhotos(form.compiled, state).some(({ id }) => id === question.id);
  const adds = state.status === 'finished' && !known;
  return { known: known || mayAdd, device: adds ? null : knowDevice(c, deps) };
}

async function takePhoto(c: AppContext, deps: Deps): Promise<Response> {
  const asked = await askedAt(c, deps);
  if (asked instanceof Response) return asked;
  const { survey, visit, question } = asked;
  const sent = await sentBy(c);
  const kept = sent === 'nothing' && question.id in visit.state.answers;
  if (typeof sent === 'string' && sent !== 'skip' && !kept)
    return refuse(c, asked, words[sent], sent === 'too_big' ? 413 : 422);
  const id = deps.newId();
  const input: Input =
    typeof sent === 'object'
      ? { type: 'answer', question: question.id, value: id }
      : { type: sent === 'skip' ? 'skip' : 'blank', question: question.id };
  const upload = typeof sent === 'object' ? { id, questionId: question.id, ...sent } : null;
  const inputs = [...beginning(visit), input];
  const page = { inputs, question: question.id, words: '', upload, ...giverOf(c, deps, asked) };
  const taken = await takePage(deps, survey, page).catch(unlessBusy);
  if (!taken) return refuse(c, asked, 'error.not_saved', 409);
  return taken.turnedAway === 'closed' ? showClosed(c, deps, visit) : goTo(c, visit.address);
}

/** A body larger than any photo was not read: the question is shown again, which says so. */
async function tellPhoto(problem: Problem, c: AppContext, deps: Deps): Promise<Response> {
  if (problem.status !== 413) return tellKindly(problem, c, deps);
  const asked = await askedAt(c, deps).catch(() => null);
  if (asked instanceof Response) return asked;
  return asked ? refuse(c, asked, words.too_big, 413) : tellKindly(problem, c, deps);
}

/** Where a refusal left a browser: its question, opened anew. */
const showAgain = (c: AppContext): Response =>
  goTo(c, `/s/${encodeURIComponent(c.req.param('code') ?? '')}?q=${encodeURIComponent(c.req.param('question') ?? '')}`);

export const photoPageRoutes: readonly RouteDef[] = [
  route({
    method: 'GET',
    path: '/s/:code/photo/:question',
    who: 'resident',
    limit: limits.none,
    handle: showAgain,
    tell: tellKindly,
  }),
  route({
    method: 'POST',
    path: '/s/:code/photo/:question',
    who: 'resident',
    limit: limits.photo,
    handle: takePhoto,
    tell: tellPhoto,
  }),
];
