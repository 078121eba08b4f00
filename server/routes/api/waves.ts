import { defaultPlan } from '../../../surveys/fieldwork/default-plan.ts';
import { approveWave, changePlan, discardWave } from '../../actions/wave/change.ts';
import { checkWave } from '../../actions/wave/check.ts';
import { closeWave } from '../../actions/wave/close.ts';
import { extendWave } from '../../actions/wave/extend.ts';
import { launchWave } from '../../actions/wave/launch.ts';
import { pauseWave } from '../../actions/wave/pause.ts';
import { planWave } from '../../actions/wave/plan.ts';
import { peopleOfPlan } from '../../actions/wave/plan-people.ts';
import { resumeWave } from '../../actions/wave/resume.ts';
import { sampleMessages } from '../../actions/wave/samples.ts';
import { listWaves, seeWave } from '../../actions/wave/see.ts';
import { waves } from '../contract/waves.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const waveRoutes = serve(waves, {
  'GET /api/v1/waves': async ({ deps }) => ({ items: await listWaves(deps) }),
  'POST /api/v1/waves': async ({ deps, actor }, { body }) => ({ id: await planWave(deps, actor, body) }),
  'GET /api/v1/waves/{id}': ({ deps }, { params }) => seeWave(deps, params.id),
  'PUT /api/v1/waves/{id}': async ({ deps, actor }, { params, body }) => {
    await changePlan(deps, actor, params.id, body);
    return ok;
  },
  'DELETE /api/v1/waves/{id}': async ({ deps, actor }, { params }) => {
    await discardWave(deps, actor, params.id);
    return ok;
  },
  'GET /api/v1/waves/{id}/check': ({ deps, actor }, { params }) => checkWave(deps, actor, params.id),
  'GET /api/v1/waves/{id}/check/people': async ({ deps }, { params, query: { reason, cursor, limit } }) => {
    const [name, id] = after(cursor, 2) ?? [];
    const from = name === undefined || id === undefined ? null : ([name, id] as const);
    const people = await peopleOfPlan(deps, params.id, { reason, after: from, limit });
    return pageOf(people, limit, ({ nameKey, residentId }) => [nameKey, residentId]);
  },
  'GET /api/v1/waves/{id}/samples': ({ deps }, { params, query }) => sampleMessages(deps, params.id, query.person),
  'POST /api/v1/waves/{id}/approve': async ({ deps, actor }, { params }) => {
    await approveWave(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/waves/{id}/launch': ({ deps, actor }, { params }) => launchWave(deps, actor, params.id),
  'POST /api/v1/waves/{id}/pause': async ({ deps, actor }, { params }) => {
    await pauseWave(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/waves/{id}/resume': async ({ deps, actor }, { params }) => {
    await resumeWave(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/waves/{id}/extend': async ({ deps, actor }, { params, body }) => {
    await extendWave(deps, actor, params.id, body.closesOn);
    return ok;
  },
  'POST /api/v1/waves/{id}/close': async ({ deps, actor }, { params }) => {
    await closeWave(deps, actor, params.id);
    return ok;
  },
  'GET /api/v1/plans/default': async () => defaultPlan,
});
