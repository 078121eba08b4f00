import { unsubscribePage } from '../../../web/pages/unsubscribe.ts';
import { stopPurposes } from '../../actions/preference/change.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { byLink, type Guest } from './link.ts';
import { tellKindly } from './tell.ts';
import { show } from './visit.ts';

/** Shows the button only: programs that read mail open its links. */
const ask = (c: AppContext, _deps: Deps, { frame, action }: Guest) =>
  show(c, unsubscribePage(frame, { action, done: false }));

/** Stops. The button of a mail program posts `List-Unsubscribe=One-Click` here, without a cookie (RFC 8058); ours posts the same way. */
async function act(c: AppContext, deps: Deps, { holder, frame, action }: Guest): Promise<Response> {
  await stopPurposes(deps, holder.residentId, { stop: [holder.subject ?? 'research'], start: [] });
  return show(c, unsubscribePage(frame, { action, done: true }));
}

const shared = { path: '/u/:token', who: 'resident', tell: tellKindly } as const;

export const unsubscribeRoutes: readonly RouteDef[] = [
  route({ ...shared, method: 'GET', limit: limits.none, handle: byLink('unsubscribe', ask) }),
  route({ ...shared, method: 'POST', limit: limits.small, handle: byLink('unsubscribe', act) }),
];
