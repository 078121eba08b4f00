import { groupHistory } from '../../actions/group/history.ts';
import { removeMember } from '../../actions/group/leave.ts';
import { pauseMember } from '../../actions/group/pause.ts';
import { setMemberTerm } from '../../actions/group/term.ts';
import { memberships } from '../contract/memberships.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;
const memberOf = ({ id, residentId }: { id: string; residentId: string }) => ({ groupId: id, residentId });

export const membershipRoutes = serve(memberships, {
  'GET /api/v1/groups/{id}/history': async ({ deps }, { params, query: { cursor, limit } }) => {
    const rows = await groupHistory(deps, params.id, after(cursor, 3), limit);
    return pageOf(rows, limit, ({ to, from, residentId }) => [to, from, residentId]);
  },
  'POST /api/v1/groups/{id}/members/{residentId}/leave': async ({ deps, actor }, { params, body }) => {
    await removeMember(deps, actor, memberOf(params), body);
    return ok;
  },
  'POST /api/v1/groups/{id}/members/{residentId}/pause': async ({ deps, actor }, { params, body }) => {
    await pauseMember(deps, actor, memberOf(params), body.until);
    return ok;
  },
  'PUT /api/v1/groups/{id}/members/{residentId}/term': async ({ deps, actor }, { params, body }) => {
    await setMemberTerm(deps, actor, memberOf(params), body.endsOn);
    return ok;
  },
});
