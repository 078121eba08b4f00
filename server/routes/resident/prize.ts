import type { Survey } from '../../../db/queries/survey.ts';
import { prizeOverPage, prizePage } from '../../../web/pages/prize.ts';
import { enterByPage, openPrize } from '../../actions/prize/enter.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { refuseCode } from './code.ts';
import { openCode } from './code-guard.ts';
import { tellKindly } from './tell.ts';
import { formOf, frameOf, goTo, rememberLandlord, show } from './visit.ts';

const addressOf = ({ code }: Survey) => `/s/${code}/prize`;

/** Opens the code, then does something with its survey. */
const withCode =
  (act: (c: AppContext, deps: Deps, survey: Survey, frame: ReturnType<typeof frameOf>) => Promise<Response>) =>
  async (c: AppContext, deps: Deps): Promise<Response> => {
    const typed = c.req.param('code') ?? '';
    const opened = await openCode(c, deps, typed);
    if (!opened.survey) return refuseCode(c, deps, typed, opened);
    const { survey } = opened;
    const frame = frameOf(c, rememberLandlord(deps, opened.landlord), {
      own: survey.language,
      path: addressOf(survey),
    });
    return act(c, deps, survey, frame);
  };

/** Says nothing of whether somebody is in: a code may be read over a shoulder. */
const showPrize = withCode(async (c, deps, survey, frame) => {
  const prize = await openPrize(deps, survey);
  if (prize === null) return show(c, prizeOverPage(frame));
  const asked = c.req.query('done');
  const done = asked === 'in' || asked === 'out' ? asked : null;
  return show(c, prizePage(frame, { ...prize, action: addressOf(survey), apart: survey.anonymous, done }));
});

/** No answer is needed to be in, and nobody has to be in to answer. */
const takeWish = withCode(async (c, deps, survey, frame) => {
  const leaveOut = (await formOf(c)).get('do') === 'leave';
  const { waveId, timeZone, residentId } = survey;
  const taken = residentId !== null && (await enterByPage(deps, { waveId, timeZone, residentId, leaveOut }));
  return taken ? goTo(c, `${addressOf(survey)}?done=${leaveOut ? 'out' : 'in'}`) : show(c, prizeOverPage(frame));
});

const path = '/s/:code/prize';

/** The prize draw of a survey, by the code of an invitation. */
export const prizePageRoutes: readonly RouteDef[] = [
  route({ method: 'GET', path, who: 'resident', limit: limits.none, handle: showPrize, tell: tellKindly }),
  route({ method: 'POST', path, who: 'resident', limit: limits.small, handle: takeWish, tell: tellKindly }),
];
