import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import type { Language } from '../../../surveys/language.ts';
import {
  type EqualityStep,
  equalityFields,
  equalityStep,
  nextEqualityStep,
} from '../../../surveys/profiles/equality.ts';
import type { Words } from '../../../surveys/profiles/lists.ts';
import { aboutQuestionPage } from '../../../web/pages/about.ts';
import { type Frame, speaker } from '../../../web/pages/frame.ts';
import { aboutCount, aboutNation, answerAbout, offeredAbout } from '../../actions/response/about.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { refuseCode } from './code.ts';
import { openCode } from './code-guard.ts';
import type { Visit } from './question-data.ts';
import { visitOf } from './survey.ts';
import { tellKindly } from './tell.ts';
import { formOf, goTo, show } from './visit.ts';

const addressOf = ({ address }: Visit) => `${address}/about`;

/** The visit and the nation whose lists are asked; an answer to send instead where these questions are not for whoever asks. */
async function aboutVisit(c: AppContext, deps: Deps): Promise<Response | { visit: Visit; nation: Nation }> {
  const typed = c.req.param('code') ?? '';
  const opened = await openCode(c, deps, typed);
  if (!opened.survey) return refuseCode(c, deps, typed, opened);
  const visit = await visitOf(c, deps, opened, opened.survey);
  const nation = await aboutNation(deps, visit);
  return nation === null ? goTo(c, visit.address) : { visit, nation };
}

const said = (words: Words, language: Language) => words[language] ?? words.en;

/** The page of one step, sent to `action`. */
export const stepPage = (frame: Frame, action: string, step: EqualityStep, error: string | null) =>
  aboutQuestionPage(frame, {
    action,
    step: step.id,
    number: step.number,
    count: aboutCount,
    title: said(step.question, frame.language),
    options: step.options.map(({ code, label }) => ({ code, label: said(label, frame.language) })),
    back: step.back === null ? null : `${action}?q=${step.back}`,
    error,
  });

function showStep(c: AppContext, visit: Visit, step: EqualityStep, error: string | null = null) {
  const action = addressOf(visit);
  const frame = { ...visit.frame, script: undefined, path: `${action}?q=${step.field}` };
  return show(c, stepPage(frame, action, step, error), error === null ? 200 : 422);
}

async function showAbout(c: AppContext, deps: Deps): Promise<Response> {
  const found = await aboutVisit(c, deps);
  if (found instanceof Response) return found;
  const step = equalityStep(c.req.query('q') ?? equalityFields[0], found.nation);
  return step === null ? goTo(c, found.visit.address) : showStep(c, found.visit, step);
}

/** A closer question is shown at once: its address would tell what was answered. */
function goOn(c: AppContext, visit: Visit, next: ReturnType<typeof nextEqualityStep>, nation: Nation) {
  const step = next === null ? null : equalityStep(next.id, nation);
  if (step === null) return goTo(c, visit.address);
  return next?.closer ? showStep(c, visit, step) : goTo(c, `${addressOf(visit)}?q=${step.id}`);
}

async function takeAbout(c: AppContext, deps: Deps): Promise<Response> {
  const found = await aboutVisit(c, deps);
  if (found instanceof Response) return found;
  const { visit, nation } = found;
  const posted = await formOf(c);
  const action = posted.get('action');
  await offeredAbout(deps, visit.survey);
  if (action === 'end') return goTo(c, visit.address);
  const step = equalityStep(posted.get('question') ?? '', nation);
  if (step === null) return goTo(c, `${addressOf(visit)}?q=${equalityFields[0]}`);
  if (action === 'skip') return goOn(c, visit, nextEqualityStep(step, null, nation), nation);
  const code = posted.get('answer') ?? '';
  if (!(await answerAbout(deps, visit, step, code)))
    return showStep(c, visit, step, speaker(visit.frame)('error.choose_one'));
  return goOn(c, visit, nextEqualityStep(step, code, nation), nation);
}

const path = '/s/:code/about';

/** The optional equality questions after a survey, for the device that answered it. */
export const aboutRoutes: readonly RouteDef[] = [
  route({ method: 'GET', path, who: 'resident', limit: limits.none, handle: showAbout, tell: tellKindly }),
  route({ method: 'POST', path, who: 'resident', limit: limits.small, handle: takeAbout, tell: tellKindly }),
];
