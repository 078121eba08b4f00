import { type Frame, type Html, speaker } from '../../../web/pages/frame.ts';
import { faultPage, messagePage, notFoundPage, restingPage, tooLongPage } from '../../../web/pages/message.ts';
import type { Deps } from '../../deps.ts';
import type { Problem } from '../../problem.ts';
import type { AppContext } from '../route.ts';
import { frameOf, readLandlord, rememberLandlord, show } from './visit.ts';

/** Without a telephone number to give: no landlord was ever read, so only what is surely true is said. */
const barePage = (frame: Frame): Html => {
  const say = speaker(frame);
  return messagePage(frame, { title: say('page.resting.title'), sentences: [say('page.paused.safe')] });
};

const pageFor = (frame: Frame, { status }: Problem): Html => {
  if (frame.landlord.phone === '') return barePage(frame);
  if (status === 503) return restingPage(frame);
  if (status === 413) return tooLongPage(frame);
  return status === 404 ? notFoundPage(frame) : faultPage(frame);
};

const shownStatuses = [400, 404, 409, 413, 429, 500, 503] as const;

/** Tells a problem to a resident: a page in their words, never a code. */
export async function tellKindly(problem: Problem, c: AppContext, deps: Deps): Promise<Response> {
  const away = problem.status === 503;
  const landlord = away
    ? rememberLandlord(deps, null)
    : await readLandlord(deps).catch(() => rememberLandlord(deps, null));
  if (problem.retryAfter !== null) c.header('retry-after', String(problem.retryAfter));
  const status = shownStatuses.find((each) => each === problem.status) ?? 500;
  return show(c, pageFor(frameOf(c, landlord, { path: '/s' }), problem), status);
}
