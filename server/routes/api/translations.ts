import { addLanguage } from '../../actions/translation/add.ts';
import { typedTexts } from '../../actions/translation/as-text.ts';
import { applyFile, checkFile } from '../../actions/translation/file/in.ts';
import { csvFile, xliffFile } from '../../actions/translation/file/out.ts';
import { judge } from '../../actions/translation/judge.ts';
import { saveTranslation } from '../../actions/translation/save.ts';
import { seeLanguage } from '../../actions/translation/see-language.ts';
import { seeLanguages } from '../../actions/translation/see-languages.ts';
import { translations } from '../contract/translations.ts';
import { attachment } from './file.ts';
import { serve } from './serve.ts';

const bytesOf = async (request: Request) => new Uint8Array(await request.arrayBuffer());

export const translationRoutes = serve(translations, {
  'GET /api/v1/questionnaires/{id}/languages': ({ deps }, { params }) => seeLanguages(deps.db, params.id),
  'POST /api/v1/questionnaires/{id}/languages': ({ deps, actor }, { params, body }) =>
    addLanguage(deps, actor, params.id, body.language),
  'GET /api/v1/questionnaires/{id}/languages/{code}': ({ deps }, { params }) =>
    seeLanguage(deps, params.id, params.code),
  'POST /api/v1/questionnaires/{id}/languages/{code}/texts': ({ deps }, { params, body }) =>
    typedTexts(deps, params.id, params.code, body.texts),
  'PUT /api/v1/questionnaires/{id}/languages/{code}': ({ deps, actor }, { params, body }) =>
    saveTranslation(deps, actor, params.id, params.code, body.texts),
  'POST /api/v1/questionnaires/{id}/languages/{code}/check': ({ deps, actor }, { params, body }) =>
    judge(deps, actor, params.id, { language: params.code, judgement: 'checked', seen: body.texts }),
  'POST /api/v1/questionnaires/{id}/languages/{code}/approve': ({ deps, actor }, { params, body }) =>
    judge(deps, actor, params.id, { language: params.code, judgement: 'approved', seen: body.texts }),
  'GET /api/v1/questionnaires/{id}/languages/{code}/xliff': async ({ deps }, { params }) => {
    const { filename, content } = await xliffFile(deps, params.id, params.code);
    return attachment(filename, 'application/xliff+xml', content);
  },
  'GET /api/v1/questionnaires/{id}/languages/{code}/csv': async ({ deps }, { params }) => {
    const { filename, content } = await csvFile(deps, params.id, params.code);
    return attachment(filename, 'text/csv; charset=utf-8', content);
  },
  'POST /api/v1/questionnaires/{id}/languages/{code}/file/check': async ({ deps, request }, { params }) =>
    checkFile(deps, params.id, params.code, await bytesOf(request)),
  'POST /api/v1/questionnaires/{id}/languages/{code}/file': async ({ deps, actor, request }, { params, query }) =>
    applyFile(deps, actor, params.id, { language: params.code, ...query, bytes: await bytesOf(request) }),
});
