import { auditFacets, auditRows } from '../../../db/queries/audit.ts';
import { noLandlord } from '../../../db/queries/landlord.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import { accounts, apiKeys } from '../../../db/queries/staff.ts';
import { languageCodes, languages } from '../../../surveys/language.ts';
import { phraseStatus } from '../../../surveys/locales/phrases.ts';
import { createAccount } from '../../actions/account/create.ts';
import { setGrants } from '../../actions/account/set-grants.ts';
import { setAccountRoles } from '../../actions/account/set-roles.ts';
import { auditFile } from '../../actions/audit-log/export.ts';
import { createKey } from '../../actions/key/create.ts';
import { revokeApiKey } from '../../actions/key/revoke.ts';
import { changeLandlord } from '../../actions/landlord/change.ts';
import { missingOf } from '../../actions/landlord/missing.ts';
import { problems } from '../../problem.ts';
import { allScopes, unknownScopes } from '../contract/scopes.ts';
import { settings } from '../contract/settings.ts';
import { attachment, streamed } from './file.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

function knownScopes(asked: readonly string[]): void {
  const unknown = unknownScopes(asked);
  if (unknown.length === 0) return;
  throw problems.badInput([{ path: 'body.scopes', message: `There is no scope ${unknown.join(', ')}.` }]);
}

const offered = () =>
  languageCodes.map((code) => ({ code, name: languages[code].name, approved: phraseStatus(code) === 'approved' }));

const blank = { ...noLandlord, reportingYearStart: '04-01', nation: 'england-wales' as const };

export const settingsRoutes = serve(settings, {
  'GET /api/v1/landlord': async ({ deps }) => {
    const found = await landlordSettings(deps.db);
    const nation = (found?.nation ?? blank.nation) as typeof blank.nation;
    return { ...blank, ...found, nation, missing: missingOf(found), offered: offered() };
  },
  'PUT /api/v1/landlord': async ({ deps, actor }, { body }) => {
    await changeLandlord(deps, actor, body);
    return ok;
  },
  'GET /api/v1/accounts': async ({ deps }) => ({ items: await accounts(deps.db) }),
  'POST /api/v1/accounts': async ({ deps, actor }, { body }) => ({ id: await createAccount(deps, actor, body) }),
  'PATCH /api/v1/accounts/{id}': async ({ deps, actor }, { params, body }) => {
    await setAccountRoles(deps, actor, params.id, body.roles);
    return ok;
  },
  'GET /api/v1/keys': async ({ deps }) => ({ items: await apiKeys(deps.db), scopes: allScopes() }),
  'POST /api/v1/keys': ({ deps, actor }, { body }) => {
    knownScopes(body.scopes);
    return createKey(deps, actor, body);
  },
  'DELETE /api/v1/keys/{id}': async ({ deps, actor }, { params }) => {
    await revokeApiKey(deps, actor, params.id);
    return ok;
  },
  'PUT /api/v1/accounts/{id}/grants': async ({ deps, actor }, { params, body }) => {
    await setGrants(deps, actor, params.id, body);
    return ok;
  },
  'GET /api/v1/audit': async ({ deps }, { query: { cursor, limit, ...filter } }) => {
    const before = after(cursor, 1)?.[0];
    const rows = await auditRows(deps.db, filter, before === undefined ? null : Number(before), limit);
    return pageOf(rows, limit, ({ id }) => [String(id)]);
  },
  'GET /api/v1/audit/facets': ({ deps }) => auditFacets(deps.db),
  'GET /api/v1/audit.csv': async ({ deps, actor }, { query }) =>
    attachment('audit.csv', 'text/csv; charset=utf-8', streamed(await auditFile(deps, actor, query))),
});
