import { seeCallList } from '../../actions/call/list.ts';
import { recordTry } from '../../actions/call/try.ts';
import { calls } from '../contract/calls.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

export const callRoutes = serve(calls, {
  'GET /api/v1/calls': async ({ deps }, { query: { cursor, limit } }) => {
    const [dueAt, id] = after(cursor, 2) ?? [];
    const from = dueAt === undefined || id === undefined ? null : ([dueAt, id] as const);
    const people = await seeCallList(deps, { after: from, limit });
    return pageOf(people, limit, (line) => [line.dueAt.toISOString(), line.id]);
  },
  'POST /api/v1/calls/{id}': ({ deps, actor }, { params, body }) => recordTry(deps, actor, params.id, body),
});
