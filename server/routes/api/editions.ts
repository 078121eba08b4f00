import { pictureFiles, pictureList } from '../../../db/queries/own-editions.ts';
import { printedFile } from '../../../db/queries/print-batches.ts';
import { isPageFormat } from '../../../surveys/format.ts';
import { ownPicture } from '../../../surveys/pictures/pictures.ts';
import { approveEdition } from '../../actions/edition/approve.ts';
import { saveEasyWords, seeEasyWords } from '../../actions/edition/easy-words.ts';
import { editionFile } from '../../actions/edition/file.ts';
import { makeEdition } from '../../actions/edition/make.ts';
import { mustRevision } from '../../actions/edition/revision.ts';
import { seeEdition, seeEditions } from '../../actions/edition/see.ts';
import { bringPicture } from '../../actions/picture/bring.ts';
import { problems } from '../../problem.ts';
import { editions } from '../contract/editions.ts';
import { attachment } from './file.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const editionRoutes = serve(editions, {
  'GET /api/v1/questionnaires/{id}/editions': ({ deps }, { params }) => seeEditions(deps, params.id),
  'POST /api/v1/questionnaires/{id}/editions': async ({ deps, actor }, { params, body }) => ({
    id: await makeEdition(deps, actor, params.id, body),
  }),
  'GET /api/v1/editions/{id}': ({ deps }, { params }) => seeEdition(deps, params.id),
  'GET /api/v1/editions/{id}/file': async ({ deps }, { params }) => {
    const { revision } = await mustRevision(deps.db, params.id);
    const { filename, contentType, content } = await editionFile(deps, revision);
    return attachment(filename, contentType, content);
  },
  'POST /api/v1/editions/{id}/approve': async ({ deps, actor }, { params }) => {
    await approveEdition(deps, actor, params.id);
    return ok;
  },
  'GET /api/v1/questionnaires/{id}/easy-words': ({ deps }, { params, query }) =>
    seeEasyWords(deps, params.id, query.language),
  'PUT /api/v1/questionnaires/{id}/easy-words': async ({ deps, actor }, { params, body }) => ({
    revision: await saveEasyWords(deps, actor, params.id, body),
  }),
  'GET /api/v1/pictures': async ({ deps }, { query: { cursor, limit } }) => {
    const rows = await pictureList(deps.db, after(cursor, 1), limit);
    const named = rows.map((row) => ({ ...row, name: ownPicture(row.id) }));
    return pageOf(named, limit, (row) => [row.id]);
  },
  'POST /api/v1/pictures': async ({ deps, actor, request }, { query }) => ({
    name: await bringPicture(deps, actor, { ...query, content: new Uint8Array(await request.arrayBuffer()) }),
  }),
  'GET /api/v1/pictures/{id}/image': async ({ deps }, { params }) => {
    const [file] = await pictureFiles(deps.db, [params.id]);
    if (!file) throw problems.notFound('picture');
    return attachment('picture', file.contentType, new Uint8Array(file.content));
  },
  'GET /api/v1/batches/{id}/folder': async ({ deps }, { params }) => {
    const file = await printedFile(deps.db, params.id);
    if (file === null || isPageFormat(file.format)) throw problems.notFound('folder');
    return attachment(`letters-${file.number}.zip`, 'application/zip', new Uint8Array(file.pdf));
  },
});
