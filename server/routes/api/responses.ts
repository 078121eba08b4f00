import { seeTray, settleMessage } from '../../actions/inbound/tray.ts';
import { keyAnswer, openKeying } from '../../actions/interview/key.ts';
import { responses } from '../contract/responses.ts';
import { serve } from './serve.ts';

export const responseRoutes = serve(responses, {
  'GET /api/v1/keying/{code}': ({ deps }, { params, query }) => openKeying(deps, params.code, query.mode),
  'POST /api/v1/keying/{code}': ({ deps, actor }, { params, body }) => keyAnswer(deps, actor, params.code, body),
  'GET /api/v1/tray': ({ deps }) => seeTray(deps),
  'POST /api/v1/tray/{id}': async ({ deps, actor }, { params, body }) => {
    await settleMessage(deps, actor, params.id, body.do);
    return { ok: true };
  },
});
