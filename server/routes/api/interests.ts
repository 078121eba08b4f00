import { changeInterests } from '../../actions/interest/change.ts';
import { countTopics, seeInterest, seeInterests } from '../../actions/interest/see.ts';
import { interests } from '../contract/interests.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

export const interestRoutes = serve(interests, {
  'GET /api/v1/interests': async ({ deps }, { query: { cursor, limit, ...filter } }) => {
    const rows = await seeInterests(deps, filter, { after: after(cursor, 3), limit });
    return pageOf(rows, limit, ({ familyName, givenName, residentId }) => [familyName, givenName, residentId]);
  },
  'GET /api/v1/interests/topics': ({ deps }) => countTopics(deps),
  'GET /api/v1/interests/{residentId}': ({ deps }, { params }) => seeInterest(deps, params.residentId),
  'PUT /api/v1/interests/{residentId}': async ({ deps, actor }, { params, body }) => {
    await changeInterests(deps, actor, params.residentId, body);
    return { ok: true };
  },
});
