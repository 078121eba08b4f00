import { residentFacets, residentRows, residentTotal } from '../../../db/queries/residents.ts';
import { changeReach } from '../../actions/resident/change.ts';
import { doNotContact } from '../../actions/resident/do-not-contact.ts';
import { seeResident, shownRow } from '../../actions/resident/see.ts';
import { residents } from '../contract/residents.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const residentRoutes = serve(residents, {
  'GET /api/v1/residents': async ({ deps }, { query }) => {
    const { q = '', area, tenure, cursor, limit } = query;
    const filter = { words: q.split(/\s+/).filter(Boolean), area, tenure };
    const rows = await residentRows(deps.db, filter, after(cursor, 3), limit);
    const { items, next } = pageOf(rows, limit, ({ familyName, givenName, id }) => [familyName, givenName, id]);
    return { items: items.map(shownRow), next, total: await residentTotal(deps.db, filter) };
  },
  'GET /api/v1/residents/facets': ({ deps }) => residentFacets(deps.db),
  'GET /api/v1/residents/{id}': ({ deps }, { params, query }) => seeResident(deps, params.id, query.wave),
  'PATCH /api/v1/residents/{id}': async ({ deps, actor }, { params, body }) => {
    await changeReach(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/residents/{id}/do-not-contact': async ({ deps, actor }, { params, body }) => {
    await doNotContact(deps, actor, params.id, body.reason);
    return ok;
  },
});
