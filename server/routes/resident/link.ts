import { type TokenHolder, tokenPage } from '../../../db/queries/tokens.ts';
import type { Frame } from '../../../web/pages/frame.ts';
import { oldLinkPage } from '../../../web/pages/preferences.ts';
import { sendNewLink } from '../../actions/preference/new-link.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import type { AppContext } from '../route.ts';
import { formOf, frameOf, readLandlord, rememberLandlord, show } from './visit.ts';

/** Somebody who came by a link of ours. */
export interface Guest {
  holder: TokenHolder;
  frame: Frame;
  /** The page's own address. */
  action: string;
  timeZone: string;
}

type Scope = TokenHolder['scope'];
const prefixes: Record<Scope, string> = { preferences: 'p', unsubscribe: 'u', group: 'g', event: 'e', confirm: 'c' };

/** Where a new link can be asked for in place of an old one; one to confirm an address is asked for on the page it came from. */
const offer = (scope: Scope, token: string) =>
  scope === 'confirm' ? null : { action: `/p/${token}`, state: 'offered' as const };

/** Before a handler of `/p`: the button of an old link, which also stands on the other pages behind links, asks for a new one. */
export const newLink =
  (handle: (c: AppContext, deps: Deps) => Promise<Response>) =>
  async (c: AppContext, deps: Deps): Promise<Response> => {
    if ((await formOf(c)).get('do') !== 'new_link') return handle(c, deps);
    const sent = await sendNewLink(deps, c.req.param('token') ?? '', c.get('address'));
    const frame = frameOf(c, await readLandlord(deps), { path: '/s' });
    return show(c, oldLinkPage(frame, { action: '', state: sent ? 'sent' : 'too_many' }), sent ? 200 : 429);
  };

/** Makes a handler for a link of one scope; a link that opens nothing any more is told so. Links hold 128 random bits, so nobody can guess one. */
export const byLink =
  (scope: Scope, handle: (c: AppContext, deps: Deps, guest: Guest) => Promise<Response>) =>
  async (c: AppContext, deps: Deps): Promise<Response> => {
    const token = c.req.param('token') ?? '';
    const { landlord: read, holder } = await tokenPage(deps.db, await sha256(token), scope, deps.clock.now());
    const landlord = rememberLandlord(deps, read);
    const action = `/${prefixes[scope]}/${token}`;
    if (!holder) return show(c, oldLinkPage(frameOf(c, landlord, { path: '/s' }), offer(scope, token)), 404);
    const frame = frameOf(c, landlord, { own: holder.language });
    return handle(c, deps, { holder, frame, action, timeZone: landlord.timeZone });
  };
