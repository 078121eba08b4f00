import { setCookie } from 'hono/cookie';
import { publishedOutcomes } from '../../../db/queries/outcomes.ts';
import type { Frame, Html } from '../../../web/pages/frame.ts';
import { accessibilityPage, outcomesPage, privacyPage } from '../../../web/pages/info.ts';
import { changeLook, lookCookie, writeLook } from '../../../web/pages/look.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, anyone, limits, type RouteDef, route } from '../route.ts';
import { tellKindly } from './tell.ts';
import { cookieRules, formOf, frameOf, goTo, lookOf, readLandlord, show } from './visit.ts';

/** A path of our own to go back to; anything else would send people elsewhere. */
const ownPath = (path: string): string => (/^\/(?![/\\])[\w/?=&%.~-]*$/.test(path) ? path : '/s');

/** Keeps the size, colours or language chosen on any page, and goes back to it. */
async function changeHowItLooks(c: AppContext, deps: Deps): Promise<Response> {
  const chosen = Object.fromEntries(await formOf(c));
  const look = changeLook(lookOf(c), chosen);
  setCookie(c, lookCookie, writeLook(look), { ...cookieRules(deps), path: '/', maxAge: 60 * 60 * 24 * 365 });
  return goTo(c, ownPath(chosen.back ?? ''));
}

/** A page that tells the same to everybody. */
const told = (path: string, why: string, page: (frame: Frame, deps: Deps) => Html | Promise<Html>): RouteDef =>
  route({
    method: 'GET',
    path,
    who: anyone(why),
    limit: limits.none,
    tell: tellKindly,
    handle: async (c, deps) => show(c, await page(frameOf(c, await readLandlord(deps)), deps)),
  });

const lookWhy = anyone('it only sets how pages look on this device');

/** As many outcomes as a person would scroll through. */
const mostOutcomes = 50;

export const infoRoutes: readonly RouteDef[] = [
  told('/accessibility', 'it tells how these pages can be used', accessibilityPage),
  told('/privacy', 'it tells what we keep', privacyPage),
  told('/you-said-we-did', 'it is published', async (frame, deps) =>
    outcomesPage(frame, await publishedOutcomes(deps.db, mostOutcomes)),
  ),
  route({
    method: 'POST',
    path: '/look',
    who: lookWhy,
    limit: limits.small,
    handle: changeHowItLooks,
    tell: tellKindly,
  }),
];
