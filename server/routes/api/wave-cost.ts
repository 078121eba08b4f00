import { changeBill, seeCost } from '../../actions/wave/cost.ts';
import { waveCost } from '../contract/wave-cost.ts';
import { serve } from './serve.ts';

export const waveCostRoutes = serve(waveCost, {
  'GET /api/v1/waves/{id}/cost': ({ deps }, { params }) => seeCost(deps, params.id),
  'PUT /api/v1/waves/{id}/bills': async ({ deps, actor }, { params, body }) => {
    await changeBill(deps, actor, params.id, body);
    return { ok: true } as const;
  },
});
