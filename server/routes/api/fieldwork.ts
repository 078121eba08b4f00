import { seeFieldwork } from '../../actions/wave/fieldwork.ts';
import { seePeople } from '../../actions/wave/people.ts';
import { fieldwork } from '../contract/fieldwork.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

export const fieldworkRoutes = serve(fieldwork, {
  'GET /api/v1/waves/{id}/fieldwork': ({ deps }, { params }) => seeFieldwork(deps, params.id),
  'GET /api/v1/waves/{id}/people': async ({ deps }, { params, query }) => {
    const { disposition: group, channel, status, cell, cell2, cursor, limit } = query;
    const [name, id] = after(cursor, 2) ?? [];
    const from = name === undefined || id === undefined ? null : ([name, id] as const);
    const cells = [cell, cell2].filter((each) => each !== undefined);
    const people = await seePeople(deps, { waveId: params.id, group, channel, status, cells, after: from, limit });
    return pageOf(people, limit, (person) => [person.familyName, person.id]);
  },
});
