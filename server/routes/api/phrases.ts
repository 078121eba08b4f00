import { approvePhrases } from '../../actions/phrases/approve.ts';
import { seePhraseLanguages, seePhrases } from '../../actions/phrases/see.ts';
import { phrases } from '../contract/phrases.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const phraseRoutes = serve(phrases, {
  'GET /api/v1/phrases': ({ deps }) => seePhraseLanguages(deps.db),
  'GET /api/v1/phrases/{code}': async ({ deps }, { params, query: { cursor, limit, unread } }) => {
    const [last = null] = after(cursor, 1) ?? [];
    const { items, ...standing } = await seePhrases(deps.db, params.code, { after: last, limit, unread });
    return { ...standing, ...pageOf(items, limit, ({ key }) => [key]) };
  },
  'POST /api/v1/phrases/{code}/approve': async ({ deps, actor }, { params, body }) => {
    await approvePhrases(deps, actor, params.code, body.hash);
    return ok;
  },
});
