import { declineRequest, matchRequest } from '../../actions/join-request/decide.ts';
import { seeJoinRequests } from '../../actions/join-request/see.ts';
import { joinRequests } from '../contract/join-requests.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const joinRequestRoutes = serve(joinRequests, {
  'GET /api/v1/join-requests': async ({ deps }, { query: { state, cursor, limit } }) => {
    const rows = await seeJoinRequests(deps, state === 'open', after(cursor, 2), limit);
    return pageOf(rows, limit, ({ confirmedAt, id }) => [confirmedAt.toISOString(), id]);
  },
  'POST /api/v1/join-requests/{id}/match': async ({ deps, actor }, { params, body }) => {
    await matchRequest(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/join-requests/{id}/decline': async ({ deps, actor }, { params, body }) => {
    await declineRequest(deps, actor, params.id, body.note);
    return ok;
  },
});
