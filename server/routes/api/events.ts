import { callOffEvent } from '../../actions/event/call-off.ts';
import { askNextReserve } from '../../actions/event/next.ts';
import { discardEvent, planEvent, redrawEvent } from '../../actions/event/plan.ts';
import { typeReply } from '../../actions/event/reply.ts';
import { checkDraw, listEvents, seeEvent } from '../../actions/event/see.ts';
import { sendEvent } from '../../actions/event/send.ts';
import { events } from '../contract/events.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const ok = { ok: true } as const;

export const eventRoutes = serve(events, {
  'GET /api/v1/events': async ({ deps }, { query: { group, cursor, limit } }) => {
    const rows = await listEvents(deps, group, after(cursor, 2), limit);
    return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  },
  'POST /api/v1/events': async ({ deps, actor }, { body }) => ({ id: await planEvent(deps, actor, body) }),
  'GET /api/v1/events/{id}': ({ deps }, { params }) => seeEvent(deps, params.id),
  'DELETE /api/v1/events/{id}': async ({ deps, actor }, { params }) => {
    await discardEvent(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/events/{id}/draw': async ({ deps, actor }, { params }) => {
    await redrawEvent(deps, actor, params.id);
    return ok;
  },
  'GET /api/v1/events/{id}/draw': ({ deps }, { params }) => checkDraw(deps, params.id),
  'POST /api/v1/events/{id}/send': async ({ deps, actor }, { params }) => ({
    recipients: await sendEvent(deps, actor, params.id),
  }),
  'POST /api/v1/events/{id}/call-off': async ({ deps, actor }, { params }) => {
    await callOffEvent(deps, actor, params.id);
    return ok;
  },
  'POST /api/v1/events/{id}/people/{personId}/reply': async ({ deps, actor }, { params, body }) => {
    await typeReply(deps, actor, { eventId: params.id, personId: params.personId }, body);
    return ok;
  },
  'POST /api/v1/events/{id}/people/{personId}/next': async ({ deps, actor }, { params }) => ({
    id: await askNextReserve(deps, actor, params.id, params.personId),
  }),
});
