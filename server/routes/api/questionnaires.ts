import { approve } from '../../actions/questionnaire/approve.ts';
import { createQuestionnaire } from '../../actions/questionnaire/create.ts';
import { mustQuestionnaire } from '../../actions/questionnaire/draft.ts';
import { editWords } from '../../actions/questionnaire/edit-words.ts';
import { previewLetter, previewQuestionnaire } from '../../actions/questionnaire/preview.ts';
import { publish } from '../../actions/questionnaire/publish.ts';
import { replaceDraft } from '../../actions/questionnaire/replace.ts';
import { listQuestionnaires, seeQuestionnaire } from '../../actions/questionnaire/see.ts';
import { questionnaires } from '../contract/questionnaires.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

/** A file we made ourselves, opened in the browser. */
const shownPdf = (pdf: Uint8Array<ArrayBuffer>) =>
  new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="letter.pdf"',
      'cache-control': 'no-store',
    },
  });

export const questionnaireRoutes = serve(questionnaires, {
  'GET /api/v1/questionnaires': ({ deps }) => listQuestionnaires(deps.db),
  'POST /api/v1/questionnaires': async ({ deps, actor }, { body }) => ({
    id: await createQuestionnaire(deps, actor, body),
  }),
  'GET /api/v1/questionnaires/{id}': ({ deps }, { params }) => seeQuestionnaire(deps, params.id),
  'PUT /api/v1/questionnaires/{id}/texts': ({ deps, actor }, { params, body }) =>
    editWords(deps, actor, params.id, body),
  'GET /api/v1/questionnaires/{id}/surveyjs': async ({ deps }, { params }) =>
    (await mustQuestionnaire(deps.db, params.id)).draft,
  'PUT /api/v1/questionnaires/{id}/surveyjs': async ({ deps, actor }, { params, body }) => ({
    revision: await replaceDraft(deps, actor, params.id, body),
  }),
  'POST /api/v1/questionnaires/{id}/publish': ({ deps, actor }, { params, body }) =>
    publish(deps, actor, params.id, body.revision),
  'POST /api/v1/questionnaires/{id}/approve': async ({ deps, actor }, { params, body }) => {
    await approve(deps, actor, params.id, body.language);
    return ok;
  },
  'GET /api/v1/questionnaires/{id}/preview': ({ deps }, { params, query }) =>
    previewQuestionnaire(deps, params.id, query),
  'GET /api/v1/questionnaires/{id}/letter': async ({ deps }, { params, query }) =>
    shownPdf(await previewLetter(deps, params.id, query)),
});
