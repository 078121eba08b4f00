import { type TokenHolder, tokenPage } from '../../../db/queries/tokens.ts';
import type { Frame } from '../../../web/pages/frame.ts';
import { oldLinkPage } from '../../../web/pages/preferences.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import type { AppContext } from '../route.ts';
import { frameOf, rememberLandlord, show } from './visit.ts';

/** Somebody who came by a link of ours. */
export interface Guest {
  holder: TokenHolder;
  frame: Frame;
  /** The page's own address. */
  action: string;
  timeZone: string;
}

type Scope = TokenHolder['scope'];
const prefixes: Record<Scope, string> = { preferences: 'p', unsubscribe: 'u', group: 'g', event: 'e' };

/** Makes a handler for a link of one scope; a link that opens nothing any more is told so. Links hold 128 random bits, so nobody can guess one. */
export const byLink =
  (scope: Scope, handle: (c: AppContext, deps: Deps, guest: Guest) => Promise<Response>) =>
  async (c: AppContext, deps: Deps): Promise<Response> => {
    const token = c.req.param('token') ?? '';
    const { landlord: read, holder } = await tokenPage(deps.db, await sha256(token), scope, deps.clock.now());
    const landlord = rememberLandlord(deps, read);
    if (!holder) return show(c, oldLinkPage(frameOf(c, landlord, { path: '/s' })), 404);
    const frame = frameOf(c, landlord, { own: holder.language });
    return handle(c, deps, { holder, frame, action: `/${prefixes[scope]}/${token}`, timeZone: landlord.timeZone });
  };
