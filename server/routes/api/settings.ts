import type { Db } from '../../../db/connect.ts';
import { auditFacets, auditRows } from '../../../db/queries/audit.ts';
import { noLandlord } from '../../../db/queries/landlord.ts';
import { fieldStaffNames, landlordSettings } from '../../../db/queries/settings.ts';
import { languageCodes, languages } from '../../../surveys/language.ts';
import { auditFile } from '../../actions/audit-log/export.ts';
import { changeLandlord } from '../../actions/landlord/change.ts';
import { missingOf } from '../../actions/landlord/missing.ts';
import { phraseStandings } from '../../actions/phrases/standing.ts';
import { settings } from '../contract/settings.ts';
import { attachment, streamed } from './file.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

/** The languages we speak, and whether a person has approved our phrases in each. */
async function offered(db: Db) {
  const standings = await phraseStandings(db, languageCodes);
  return languageCodes.map((code) => ({
    code,
    name: languages[code].name,
    approved: (standings.get(code)?.approved ?? null) !== null,
  }));
}

const blank = {
  ...noLandlord,
  reportingYearStart: '04-01',
  nation: 'england-wales' as const,
  urgentOwner: null,
  requireTwoStep: false,
  passwordSignIn: true,
};

export const settingsRoutes = serve(settings, {
  'GET /api/v1/landlord': async ({ deps }) => {
    const found = await landlordSettings(deps.db);
    const nation = (found?.nation ?? blank.nation) as typeof blank.nation;
    return {
      ...blank,
      ...found,
      nation,
      missing: missingOf(found),
      owners: await fieldStaffNames(deps.db),
      offered: await offered(deps.db),
    };
  },
  'PUT /api/v1/landlord': async ({ deps, actor }, { body }) => {
    await changeLandlord(deps, actor, body);
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
