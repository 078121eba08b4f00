import { erase, seeErasure } from '../../actions/privacy/erase.ts';
import { everythingForPrograms, everythingToRead } from '../../actions/privacy/everything.ts';
import { privacy } from '../contract/privacy.ts';
import { attachment } from './file.ts';
import { serve } from './serve.ts';

export const privacyRoutes = serve(privacy, {
  'GET /api/v1/residents/{id}/everything.html': async ({ deps, actor }, { params }) =>
    attachment('everything-we-hold.html', 'text/html; charset=utf-8', await everythingToRead(deps, actor, params.id)),
  'GET /api/v1/residents/{id}/everything.json': async ({ deps, actor }, { params }) =>
    attachment('everything-we-hold.json', 'application/json', await everythingForPrograms(deps, actor, params.id)),
  'GET /api/v1/residents/{id}/erasure': ({ deps }, { params }) => seeErasure(deps, params.id),
  'POST /api/v1/residents/{id}/erasure': ({ deps, actor }, { params }) => erase(deps, actor, params.id),
});
