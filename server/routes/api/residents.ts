import { residentFacets } from '../../../db/queries/residents.ts';
import { recordCall } from '../../actions/resident/call.ts';
import { changeReach } from '../../actions/resident/change.ts';
import { doNotContact } from '../../actions/resident/do-not-contact.ts';
import { find } from '../../actions/resident/find.ts';
import { contactAgain, permit } from '../../actions/resident/permit.ts';
import { seeResident, shownRow } from '../../actions/resident/see.ts';
import { timelineOf } from '../../actions/resident/timeline.ts';
import { residents } from '../contract/residents.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const residentRoutes = serve(residents, {
  'GET /api/v1/residents': async ({ deps }, { query }) => {
    const { q = '', area, tenure, cursor, limit } = query;
    const { rows, total } = await find(deps, { typed: q, area, tenure }, { after: after(cursor, 3), limit });
    const { items, next } = pageOf(rows, limit, ({ place, nameKey, id }) => [String(place), nameKey, id]);
    return { items: items.map(shownRow), next, total };
  },
  'GET /api/v1/residents/facets': ({ deps }) => residentFacets(deps.db),
  'GET /api/v1/residents/{id}': ({ deps }, { params, query }) => seeResident(deps, params.id, query.wave),
  'GET /api/v1/residents/{id}/timeline': async ({ deps }, { params, query }) => {
    const { cursor, limit, kind = null, wave = null } = query;
    const key = after(cursor, 2);
    const before = key && { at: new Date(key[0] ?? ''), key: key[1] ?? '' };
    const slice = { residentId: params.id, wave, before, limit: limit + 1 };
    const entries = await timelineOf(deps.db, kind, slice);
    return pageOf(entries, limit, (entry) => [entry.at.toISOString(), entry.key]);
  },
  'PUT /api/v1/residents/{id}/permissions': async ({ deps, actor }, { params, body }) => {
    await permit(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/residents/{id}/calls': async ({ deps, actor }, { params, body }) => ({
    id: await recordCall(deps, actor, params.id, body),
  }),
  'DELETE /api/v1/residents/{id}/do-not-contact': async ({ deps, actor }, { params }) => {
    await contactAgain(deps, actor, params.id);
    return ok;
  },
  'PATCH /api/v1/residents/{id}': async ({ deps, actor }, { params, body }) => {
    await changeReach(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/residents/{id}/do-not-contact': async ({ deps, actor }, { params, body }) => {
    await doNotContact(deps, actor, params.id, body.reason);
    return ok;
  },
});
