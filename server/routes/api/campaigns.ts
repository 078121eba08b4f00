import { campaigns as allCampaigns } from '../../../db/queries/campaigns.ts';
import { seeChoices } from '../../actions/campaign/choices.ts';
import { nextLike } from '../../actions/campaign/next-like.ts';
import { seeCalendar, seeCampaign } from '../../actions/campaign/see.ts';
import { changeCampaign, makeCampaign } from '../../actions/campaign/settings.ts';
import { campaigns } from '../contract/campaigns.ts';
import { serve } from './serve.ts';

export const campaignRoutes = serve(campaigns, {
  'GET /api/v1/campaigns': async ({ deps }) => ({ items: await allCampaigns(deps.db) }),
  'POST /api/v1/campaigns': async ({ deps, actor }, { body }) => ({ id: await makeCampaign(deps, actor, body) }),
  'GET /api/v1/campaigns/{id}': ({ deps }, { params }) => seeCampaign(deps, params.id),
  'PUT /api/v1/campaigns/{id}': async ({ deps, actor }, { params, body }) => {
    await changeCampaign(deps, actor, params.id, body);
    return { ok: true };
  },
  'GET /api/v1/calendar': async ({ deps }) => ({ items: await seeCalendar(deps) }),
  'GET /api/v1/audience/choices': ({ deps }) => seeChoices(deps),
  'GET /api/v1/waves/{id}/next': ({ deps }, { params }) => nextLike(deps, params.id),
});
