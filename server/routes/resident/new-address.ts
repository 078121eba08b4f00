import { waitingChanges } from '../../../db/queries/contact-changes.ts';
import { speaker } from '../../../web/pages/frame.ts';
import { confirmPage, oldLinkPage } from '../../../web/pages/preferences.ts';
import { preferenceChangePage } from '../../../web/pages/preferences-change.ts';
import { type AddressRow, addressRows } from '../../../web/pages/preferences-rows.ts';
import {
  askAgain,
  askForNewAddress,
  confirmNewAddress,
  keepOldAddress,
  readContact,
} from '../../actions/preference/new-address.ts';
import type { Deps } from '../../deps.ts';
import { type AppContext, limits, type RouteDef, route } from '../route.ts';
import { byLink, type Guest } from './link.ts';
import { dataOf, maskEmail, maskPhone, oneOf } from './preferences-data.ts';
import { tellKindly } from './tell.ts';
import { goTo, show } from './visit.ts';

const fields = { mobile: 'phone', email: 'email' } as const;

/** Takes a new number or address, and asks there whether it is theirs. */
export async function askForNew(
  c: AppContext,
  deps: Deps,
  guest: Guest,
  { row, typed }: { row: AddressRow; typed: string },
): Promise<Response> {
  const address = readContact(fields[row], typed);
  if (address === null) {
    const error = { words: speaker(guest.frame)(`error.${row}`), anchor: 'value' };
    return show(c, preferenceChangePage(guest.frame, { ...(await dataOf(c, deps, guest)), error, typed }, row), 422);
  }
  const asked = await askForNewAddress(deps, guest.holder.residentId, { field: fields[row], address });
  return goTo(c, `${guest.action}?saved=${row}&as=${asked ? 'sent' : 'many'}`);
}

export async function askAgainFor(c: AppContext, deps: Deps, { holder, action }: Guest, form: URLSearchParams) {
  const row = oneOf(addressRows, form.get('row'));
  if (!row) return goTo(c, action);
  const sent = await askAgain(deps, holder.residentId, fields[row]);
  return goTo(c, `${action}?saved=${row}&as=${sent ? 'sent' : 'many'}`);
}

export async function keepOld(c: AppContext, deps: Deps, { holder, action }: Guest, form: URLSearchParams) {
  const row = oneOf(addressRows, form.get('row'));
  if (!row) return goTo(c, action);
  await keepOldAddress(deps, holder.residentId, fields[row]);
  return goTo(c, `${action}?saved=${row}&as=kept`);
}

/** The page behind the link at the new number or address. */
const confirm =
  (acts: boolean) =>
  async (c: AppContext, deps: Deps, { holder, frame, action }: Guest): Promise<Response> => {
    const wishes = await waitingChanges(deps.db, holder.residentId, deps.clock.now());
    const wish = wishes.find(({ id }) => id === holder.subject);
    if (!wish || (acts && !(await confirmNewAddress(deps, holder.residentId, wish.id))))
      return show(c, oldLinkPage(frame, null), 404);
    const row = wish.field === 'phone' ? 'mobile' : 'email';
    const address = row === 'mobile' ? maskPhone(wish.address) : maskEmail(wish.address);
    return show(c, confirmPage(frame, { action, row, address, done: acts }));
  };

const shared = { path: '/c/:token', who: 'resident', tell: tellKindly } as const;

export const confirmRoutes: readonly RouteDef[] = [
  route({ ...shared, method: 'GET', limit: limits.none, handle: byLink('confirm', confirm(false)) }),
  route({ ...shared, method: 'POST', limit: limits.small, handle: byLink('confirm', confirm(true)) }),
];
