import { listPhotos, takePhotoFile } from '../../actions/photo/see.ts';
import { photos } from '../contract/photos.ts';
import { attachment } from './file.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

export const photoRoutes = serve(photos, {
  'GET /api/v1/photos': async ({ deps, actor }, { query: { wave, cursor, limit } }) => {
    const found = await listPhotos(deps, actor, {
      wave: wave ?? null,
      after: after(cursor, 1)?.[0] ?? null,
      limit,
    });
    return pageOf(found, limit, ({ id }) => [id]);
  },
  'GET /api/v1/photos/{id}/file': async ({ deps, actor }, { params }) => {
    const { filename, contentType, content } = await takePhotoFile(deps, actor, params.id);
    return attachment(filename, contentType, content);
  },
});
