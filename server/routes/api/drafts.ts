import type { ListedSave } from '../../../db/queries/draft-saves.ts';
import { fixedDraft } from '../../actions/draft/fix.ts';
import { readFile } from '../../actions/draft/read-file.ts';
import { saveWhole, setAside } from '../../actions/draft/save.ts';
import { seeDraft, seeSave, seeSaves } from '../../actions/draft/see.ts';
import { drafts } from '../contract/drafts.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const key = ({ savedAt, revision, id }: ListedSave) => [savedAt.toISOString(), String(revision), String(id)];

export const draftRoutes = serve(drafts, {
  'POST /api/v1/questionnaires/read': async (_, { body }) => readFile(body.surveyjs),
  'GET /api/v1/questionnaires/{id}/draft': ({ deps }, { params }) => seeDraft(deps.db, params.id),
  'POST /api/v1/questionnaires/{id}/fix': async ({ deps }, { params, body }) => ({
    draft: await fixedDraft(deps, params.id, body),
  }),
  'PUT /api/v1/questionnaires/{id}/draft': ({ deps, actor }, { params, body }) =>
    saveWhole(deps, actor, params.id, body),
  'GET /api/v1/questionnaires/{id}/saves': async ({ deps }, { params, query: { cursor, limit } }) =>
    pageOf(await seeSaves(deps.db, params.id, after(cursor, 3), limit), limit, key),
  'GET /api/v1/questionnaires/{id}/saves/{save}': ({ deps }, { params }) => seeSave(deps.db, params.id, params.save),
  'POST /api/v1/questionnaires/{id}/saves': async ({ deps, actor }, { params, body }) => {
    await setAside(deps, actor, params.id, body);
    return { ok: true };
  },
});
