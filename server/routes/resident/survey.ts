import { publishedOutcomes } from '../../../db/queries/outcomes.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import { formatOf } from '../../../surveys/format.ts';
import { type Fields, readForm } from '../../../surveys/interview/answer/web.ts';
import { progress } from '../../../surveys/interview/progress.ts';
import { openPhotos, questionById, route as routeOf } from '../../../surveys/interview/route.ts';
import type { AnswerValue, Input } from '../../../surveys/interview/types.ts';
import type { Question } from '../../../surveys/questionnaire/types.ts';
import { aboutOfferPage } from '../../../web/pages/about.ts';
import { scriptName } from '../../../web/pages/assets.ts';
import { speaker } from '../../../web/pages/frame.ts';
import { startSizes } from '../../../web/pages/look.ts';
import { questionPage } from '../../../web/pages/question.ts';
import { standingPage, thanksPage } from '../../../web/pages/survey-state.ts';
import { openPrize } from '../../actions/prize/enter.ts';
import { aboutCount, aboutIsDue } from '../../actions/response/about.ts';
import { formOf as formOfVersion, languagesOf, wordsIn } from '../../actions/response/form.ts';
import { standingOf } from '../../actions/response/standing.ts';
import { interviewOf } from '../../actions/response/take-input.ts';
import { takePage } from '../../actions/response/take-page.ts';
import type { Deps } from '../../deps.ts';
import { Problem, problems } from '../../problem.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { refuseCode } from './code.ts';
import { type Opened, openCode } from './code-guard.ts';
import { questionData, type Shown, type Visit } from './question-data.ts';
import { refusalWords } from './refusal.ts';
import { tellKindly } from './tell.ts';
import { formOf, frameOf, goTo, knowDevice, rememberLandlord, show } from './visit.ts';

export async function visitOf(c: AppContext, deps: Deps, opened: Opened, survey: Survey): Promise<Visit> {
  const form = await formOfVersion(deps, survey.versionId);
  const state = interviewOf(survey, form);
  const address = `/s/${survey.code}`;
  const own = state.status === 'new' ? survey.language : state.language;
  const script = `/assets/${scriptName}`;
  const size = startSizes[formatOf(survey.format)];
  const frame = frameOf(c, rememberLandlord(deps, opened.landlord), { offered: languagesOf(form), own, script, size });
  const prize = state.status === 'open' ? null : await openPrize(deps, survey);
  const line = prize && { closesOn: prize.closesOn, href: `${address}/prize` };
  return { survey, form, state, frame, address, known: opened.knownDevice, hasDevice: opened.hasDevice, prize: line };
}

/** A photo that may still be added to a survey that was finished in a way that cannot carry one. */
const photoLeft = ({ form, state }: Visit): string | null =>
  state.status === 'finished' ? (openPhotos(form.compiled, state)[0]?.id ?? null) : null;

/** The question to show: the one gone back to, else the one being asked or left for the web, else the first. */
function questionShown(c: AppContext, visit: Visit): string | null {
  const { form, state, known } = visit;
  const asked = c.req.query('q');
  const on = routeOf(form.compiled, state);
  const mayGoBack = known || state.status !== 'finished';
  if (mayGoBack && asked !== undefined && on.some((question) => question.id === asked)) return asked;
  return state.cursor ?? photoLeft(visit) ?? on[0]?.id ?? null;
}

async function showThanks(c: AppContext, deps: Deps, visit: Visit) {
  const { survey, state, frame, address, known, form, prize } = visit;
  if (await aboutIsDue(deps, visit))
    return show(c, aboutOfferPage(frame, { action: `${address}/about`, count: aboutCount }));
  const [last] = await publishedOutcomes(deps.db, 1);
  const first = routeOf(form.compiled, state)[0];
  const page = thanksPage(frame, {
    ...survey,
    answers: Object.values(state.answers).filter((answer) => !answer.offRoute).length,
    last: last ? { said: last.youSaid, did: last.weDid } : null,
    change: known && first ? `${address}?q=${encodeURIComponent(first.id)}` : null,
    prize: prize && { ...prize, entered: !survey.anonymous },
  });
  return show(c, page);
}

export async function showClosed(
  c: AppContext,
  deps: Deps,
  { survey, state, frame, known, form }: Visit,
  kept = false,
) {
  const [last] = await publishedOutcomes(deps.db, 1);
  const count = Object.values(state.answers).filter((answer) => !answer.offRoute).length;
  const total = progress(form.compiled, state).total;
  const answered = known && count > 0 ? { count, total } : null;
  const started = survey.response !== null;
  return show(
    c,
    standingPage(frame, { kind: 'closed', date: survey.closesOn, answered, started, kept, heard: last !== undefined }),
  );
}

export function showQuestion(c: AppContext, visit: Visit, shown: Shown, status: 200 | 409 | 413 | 422 = 200) {
  return show(c, questionPage(visit.frame, questionData(visit, shown)), status);
}

async function showSurvey(c: AppContext, deps: Deps): Promise<Response> {
  const typed = c.req.param('code') ?? '';
  const opened = await openCode(c, deps, typed);
  if (!opened.survey) return refuseCode(c, deps, typed, opened);
  const visit = await visitOf(c, deps, opened, opened.survey);
  const { survey, state, frame, known } = visit;
  switch (standingOf(survey, state, deps.clock.now())) {
    case 'closed':
      return showClosed(c, deps, visit);
    case 'paused':
      return show(c, standingPage(frame, { kind: 'paused' }));
    case 'not_open':
      return show(c, standingPage(frame, { kind: 'not_open', date: survey.opensOn }));
    case 'finished':
      if (photoLeft(visit) === null && (!known || c.req.query('q') === undefined)) return showThanks(c, deps, visit);
  }
  const question = questionShown(c, visit);
  return question === null
    ? showThanks(c, deps, visit)
    : showQuestion(c, visit, { question, typed: null, error: null });
}

const fieldsOf = (posted: URLSearchParams): Fields =>
  Object.fromEntries([...new Set(posted.keys())].map((name) => [name, posted.getAll(name)]));

/** What comes before what was filled in: the interview begun, in the language it was read in. */
export const beginning = ({ state, frame }: Visit): readonly Input[] => [
  ...(state.status === 'new' ? [{ type: 'start' } as const] : []),
  ...(state.language === frame.language ? [] : [{ type: 'language', language: frame.language } as const]),
];

/** The inputs of a posted page. */
function inputsOf(visit: Visit, asked: Question, posted: Fields): readonly Input[] {
  const keepOld = !visit.known && asked.id in visit.state.answers;
  return [...beginning(visit), readForm(asked, posted, keepOld)];
}

/** What was filled in, to be shown again beside what is wrong. */
export function typedAgain(inputs: readonly Input[]): AnswerValue {
  const given = inputs.at(-1);
  const value = given?.type === 'answer' ? given.value : undefined;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'number' ? value : String(value ?? '');
}

/** Null when others keep answering this survey; whatever else went wrong is thrown on. */
export function unlessBusy(error: unknown): null {
  if (error instanceof Problem && error.code === 'too_busy') return null;
  throw error;
}

async function takeAnswer(c: AppContext, deps: Deps): Promise<Response> {
  const typed = c.req.param('code') ?? '';
  const opened = await openCode(c, deps, typed);
  if (!opened.survey) return refuseCode(c, deps, typed, opened);
  const visit = await visitOf(c, deps, opened, opened.survey);
  const posted = await formOf(c);
  const asked = questionById(visit.form.compiled, posted.get('question') ?? '');
  if (!asked) throw problems.badInput([{ path: 'question', message: 'There is no such question.' }]);
  const inputs = inputsOf(visit, asked, fieldsOf(posted));
  const device = knowDevice(c, deps);
  const given = typedAgain(inputs);
  const words = [given].flat().join(', ');
  const page = { inputs, question: asked.id, words, device, known: visit.known };
  const taken = await takePage(deps, opened.survey, page).catch(unlessBusy);
  const say = speaker(visit.frame);
  if (!taken) return showQuestion(c, visit, { question: asked.id, typed: given, error: say('error.not_saved') }, 409);
  const { events, turnedAway } = taken;
  if (turnedAway === 'closed') return showClosed(c, deps, visit, words !== '');
  const refused = events.find((event) => event.type === 'answer_refused');
  if (!refused) return goTo(c, visit.address);
  const edition = wordsIn(visit.form, visit.frame.language, visit.survey.format);
  const error = refusalWords(say, refused, asked, edition);
  return showQuestion(c, visit, { question: asked.id, typed: given, error }, 422);
}

export const surveyRoutes: readonly RouteDef[] = [
  route({ method: 'GET', path: '/s/:code', who: 'resident', limit: limits.none, handle: showSurvey, tell: tellKindly }),
  route({
    method: 'POST',
    path: '/s/:code',
    who: 'resident',
    limit: limits.medium,
    handle: takeAnswer,
    tell: tellKindly,
  }),
];
