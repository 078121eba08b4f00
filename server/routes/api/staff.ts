import { accounts, apiKeys, leavingOf } from '../../../db/queries/staff.ts';
import { addAccount } from '../../actions/account/create.ts';
import { removeAccount } from '../../actions/account/remove.ts';
import { resetPassword, resetTwoStep } from '../../actions/account/reset.ts';
import { setGrants } from '../../actions/account/set-grants.ts';
import { setAccountRoles } from '../../actions/account/set-roles.ts';
import { signOutAccount } from '../../actions/account/sign-out.ts';
import { createKey } from '../../actions/key/create.ts';
import { revokeApiKey } from '../../actions/key/revoke.ts';
import type { Actor } from '../../actor.ts';
import { problems } from '../../problem.ts';
import { mayGive, scopeGroups, unknownScopes } from '../contract/scopes.ts';
import { staff } from '../contract/staff.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

/** A key may do no more than whoever makes it: a person by their roles, a key by its own scopes. */
const gives = (actor: Actor, scope: string) =>
  actor.kind === 'staff' ? mayGive(actor.roles, scope) : actor.scopes.includes(scope);

function mayAllBeGiven(actor: Actor, asked: readonly string[]): void {
  const unknown = unknownScopes(asked);
  const beyond = asked.filter((scope) => !unknown.includes(scope) && !gives(actor, scope));
  if (unknown.length > 0) {
    throw problems.badInput([{ path: 'body.scopes', message: `There is no scope ${unknown.join(', ')}.` }]);
  }
  if (beyond.length > 0)
    throw problems.notAllowed(`You may not give ${beyond.join(', ')}: you may not do it yourself.`);
}

export const staffRoutes = serve(staff, {
  'GET /api/v1/accounts': async ({ deps }) => ({ items: await accounts(deps.db) }),
  'POST /api/v1/accounts': ({ deps, actor }, { body }) => addAccount(deps, actor, body),
  'PATCH /api/v1/accounts/{id}': async ({ deps, actor }, { params, body }) => {
    await setAccountRoles(deps, actor, params.id, body.roles);
    return ok;
  },
  'PUT /api/v1/accounts/{id}/grants': async ({ deps, actor }, { params, body }) => {
    await setGrants(deps, actor, params.id, body);
    return ok;
  },
  'GET /api/v1/accounts/{id}/leaving': async ({ deps }, { params }) => {
    const leaving = await leavingOf(deps.db, params.id, deps.clock.now());
    if (!leaving) throw problems.notFound('account');
    return leaving;
  },
  'DELETE /api/v1/accounts/{id}': async ({ deps, actor }, { params }) => {
    await removeAccount(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/accounts/{id}/sign-out': async ({ deps, actor }, { params }) => ({
    count: await signOutAccount(deps, actor, params.id),
  }),
  'POST /api/v1/accounts/{id}/password': async ({ deps, actor }, { params }) => ({
    password: await resetPassword(deps, actor, params.id),
  }),
  'DELETE /api/v1/accounts/{id}/two-step': async ({ deps, actor }, { params }) => {
    await resetTwoStep(deps, actor, params.id);
    return ok;
  },
  'GET /api/v1/keys': async ({ deps, actor }) => ({
    items: await apiKeys(deps.db),
    groups: scopeGroups(actor.kind === 'staff' ? actor.roles : []),
  }),
  'POST /api/v1/keys': ({ deps, actor }, { body }) => {
    mayAllBeGiven(actor, body.scopes);
    return createKey(deps, actor, body);
  },
  'DELETE /api/v1/keys/{id}': async ({ deps, actor }, { params }) => {
    await revokeApiKey(deps, actor, params.id);
    return ok;
  },
});
