import { joinByToken } from '../../../db/queries/join-requests.ts';
import { blankJoin, joinConfirmPage, joinPage, joinSentPage } from '../../../web/pages/join.ts';
import { oldLinkPage } from '../../../web/pages/preferences.ts';
import { codeLimits } from '../../actions/code/attempts.ts';
import { confirmRequest } from '../../actions/join-request/confirm.ts';
import { mayAsk } from '../../actions/join-request/limits.ts';
import { confirmDays, putForward } from '../../actions/join-request/put-forward.ts';
import { readJoin } from '../../actions/join-request/read.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, anyone, limits, type RouteDef, route } from '../route.ts';
import { tellKindly } from './tell.ts';
import { formOf, frameOf, goTo, readLandlord, show } from './visit.ts';

const frameFor = async (c: AppContext, deps: Deps) => frameOf(c, await readLandlord(deps), { path: '/join' });

const showJoin = async (c: AppContext, deps: Deps) => show(c, joinPage(await frameFor(c, deps), blankJoin));

/** Fields longer than anybody's name or address are cut. */
const longest = 254;

async function takeJoin(c: AppContext, deps: Deps): Promise<Response> {
  const form = await formOf(c);
  const field = (name: string) => (form.get(name) ?? '').slice(0, longest);
  const typed = {
    name: field('name'),
    reach: field('reach'),
    postcode: field('postcode'),
    topics: form.getAll('topic'),
    level: field('level'),
  };
  const frame = await frameFor(c, deps);
  const read = readJoin(typed);
  if ('fault' in read) return show(c, joinPage(frame, { ...typed, error: read.fault }), 422);
  if (!(await mayAsk(deps, c.get('address')))) {
    c.header('retry-after', String(codeLimits.windowMinutes * 60));
    return show(c, joinPage(frame, { ...typed, error: 'too_many' }), 429);
  }
  await putForward(deps, { ...read.given, language: frame.language });
  return goTo(c, '/join/sent');
}

const showSent = async (c: AppContext, deps: Deps) => show(c, joinSentPage(await frameFor(c, deps), confirmDays));

/** The request behind a link, with the page's frame; null where the link opens nothing any more. */
async function byJoinLink(c: AppContext, deps: Deps) {
  const token = c.req.param('token') ?? '';
  const request = await joinByToken(deps.db, await sha256(token), deps.clock.now());
  const frame = frameOf(c, await readLandlord(deps), { own: request?.language });
  return { request, frame, action: `/join/${token}` };
}

async function showConfirm(c: AppContext, deps: Deps): Promise<Response> {
  const { request, frame, action } = await byJoinLink(c, deps);
  if (!request) return show(c, oldLinkPage(frame, null), 404);
  return show(c, joinConfirmPage(frame, { action, confirmed: request.confirmed }));
}

async function takeConfirm(c: AppContext, deps: Deps): Promise<Response> {
  const { request, frame, action } = await byJoinLink(c, deps);
  if (!request) return show(c, oldLinkPage(frame, null), 404);
  await confirmRequest(deps, request.id);
  return goTo(c, action);
}

const open = anyone('anybody may put themselves forward; it is rate limited and confirmed by a message');

export const joinRoutes: readonly RouteDef[] = [
  route({ method: 'GET', path: '/join', who: open, limit: limits.none, handle: showJoin, tell: tellKindly }),
  route({ method: 'POST', path: '/join', who: open, limit: limits.small, handle: takeJoin, tell: tellKindly }),
  route({ method: 'GET', path: '/join/sent', who: open, limit: limits.none, handle: showSent, tell: tellKindly }),
  route({
    method: 'GET',
    path: '/join/:token',
    who: 'resident',
    limit: limits.none,
    handle: showConfirm,
    tell: tellKindly,
  }),
  route({
    method: 'POST',
    path: '/join/:token',
    who: 'resident',
    limit: limits.small,
    handle: takeConfirm,
    tell: tellKindly,
  }),
];
