import { drawPrize } from '../../actions/prize/draw.ts';
import { enterByHand } from '../../actions/prize/enter.ts';
import { passPrizeOn } from '../../actions/prize/missed.ts';
import { prizeList, seePrize } from '../../actions/prize/see.ts';
import { setPrize, takePrizeBack } from '../../actions/prize/set.ts';
import { prizes } from '../contract/prizes.ts';
import { attachment } from './file.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const prizeRoutes = serve(prizes, {
  'GET /api/v1/waves/{id}/prize': ({ deps }, { params }) => seePrize(deps, params.id),
  'PUT /api/v1/waves/{id}/prize': async ({ deps, actor }, { params, body }) => {
    await setPrize(deps, actor, params.id, body);
    return ok;
  },
  'DELETE /api/v1/waves/{id}/prize': async ({ deps, actor }, { params }) => {
    await takePrizeBack(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/waves/{id}/prize/entries': async ({ deps, actor }, { params, body }) => {
    await enterByHand(deps, actor, params.id, body);
    return ok;
  },
  'POST /api/v1/waves/{id}/prize/draw': ({ deps, actor }, { params }) => drawPrize(deps, actor, params.id),
  'POST /api/v1/waves/{id}/prize/pass-on': async ({ deps, actor }, { params, body }) => {
    await passPrizeOn(deps, actor, params.id, body);
    return ok;
  },
  'GET /api/v1/waves/{id}/prize/list': async ({ deps }, { params }) =>
    attachment('prize-draw.txt', 'text/plain; charset=utf-8', await prizeList(deps, params.id)),
});
