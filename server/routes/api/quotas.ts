import { seeQuota } from '../../actions/wave/quota.ts';
import { quotas } from '../contract/quotas.ts';
import { serve } from './serve.ts';

export const quotaRoutes = serve(quotas, {
  'GET /api/v1/waves/{id}/quota': ({ deps }, { params }) => seeQuota(deps, params.id),
});
