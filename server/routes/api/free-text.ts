import { searchFreeText } from '../../actions/free-text/search.ts';
import { freeText } from '../contract/free-text.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

export const freeTextRoutes = serve(freeText, {
  'GET /api/v1/responses/search': async ({ deps, actor }, { query: { q, wave, cursor, limit } }) => {
    const found = await searchFreeText(deps, actor, {
      words: q,
      wave: wave ?? null,
      after: after(cursor, 1)?.[0] ?? null,
      limit,
    });
    return pageOf(found, limit, ({ key }) => [key]);
  },
});
