import { codePage } from '../../../web/pages/code.ts';
import { codeLimits } from '../../actions/code/attempts.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, anyone, limits, type RouteDef, route } from '../route.ts';
import { openCode } from './code-guard.ts';
import { tellKindly } from './tell.ts';
import { formOf, frameOf, goTo, readLandlord, rememberLandlord, show } from './visit.ts';

const retryAfter = String(codeLimits.windowMinutes * 60);

/** The code page once more, with what is wrong. What was typed stays. */
export function refuseCode(c: AppContext, deps: Deps, typed: string, opened: Awaited<ReturnType<typeof openCode>>) {
  const frame = frameOf(c, rememberLandlord(deps, opened.landlord), { path: '/s' });
  if (opened.outcome === 'too_many' || opened.outcome === 'stopped') {
    c.header('retry-after', retryAfter);
    return show(c, codePage(frame, { typed, error: opened.outcome }), 429);
  }
  return show(c, codePage(frame, { typed, error: 'unknown' }), 404);
}

async function showCodePage(c: AppContext, deps: Deps): Promise<Response> {
  return show(c, codePage(frameOf(c, await readLandlord(deps)), { typed: '', error: null }));
}

async function takeCode(c: AppContext, deps: Deps): Promise<Response> {
  const typed = (await formOf(c)).get('code')?.slice(0, 60) ?? '';
  if (typed.trim() === '') {
    const frame = frameOf(c, await readLandlord(deps));
    return show(c, codePage(frame, { typed: '', error: 'empty' }), 400);
  }
  const opened = await openCode(c, deps, typed);
  return opened.survey?.code ? goTo(c, `/s/${opened.survey.code}`) : refuseCode(c, deps, typed, opened);
}

export const codeRoutes: readonly RouteDef[] = [
  route({
    method: 'GET',
    path: '/',
    who: anyone('it leads to the page where a code is typed'),
    limit: limits.none,
    handle: (c) => goTo(c, '/s'),
  }),
  route({ method: 'GET', path: '/s', who: 'resident', limit: limits.none, handle: showCodePage, tell: tellKindly }),
  route({ method: 'POST', path: '/s', who: 'resident', limit: limits.small, handle: takeCode, tell: tellKindly }),
];
