import { takeBackLaunch } from '../../actions/wave/take-back.ts';
import { takeBack } from '../contract/take-back.ts';
import { serve } from './serve.ts';

export const takeBackRoutes = serve(takeBack, {
  'POST /api/v1/waves/{id}/take-back': async ({ deps, actor }, { params }) => {
    await takeBackLaunch(deps, actor, params.id);
    return { ok: true };
  },
});
