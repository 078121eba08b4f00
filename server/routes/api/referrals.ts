import type { ReferralRow } from '../../../db/queries/referrals.ts';
import { settleReferral } from '../../actions/referral/decide.ts';
import { findToRefer, makeReferral } from '../../actions/referral/make.ts';
import { myReferrals, seeReferrals } from '../../actions/referral/see.ts';
import { referrals } from '../contract/referrals.ts';
import { after, pageOf } from './paging.ts';
import { serve } from './serve.ts';

const key = ({ createdAt, id }: Pick<ReferralRow, 'createdAt' | 'id'>) => [createdAt.toISOString(), id];

export const referralRoutes = serve(referrals, {
  'GET /api/v1/referrals': async ({ deps }, { query: { state, cursor, limit } }) => {
    const open = state === undefined ? undefined : state === 'open';
    return pageOf(await seeReferrals(deps, { open }, { after: after(cursor, 2), limit }), limit, key);
  },
  'GET /api/v1/referrals/mine': async ({ deps, actor }, { query: { cursor, limit } }) =>
    pageOf(await myReferrals(deps, actor, { after: after(cursor, 2), limit }), limit, key),
  'GET /api/v1/referrals/find': ({ deps }, { query }) => findToRefer(deps, query.q),
  'POST /api/v1/referrals': async ({ deps, actor }, { body: { consent: _, ...referral } }) => ({
    id: await makeReferral(deps, actor, referral),
  }),
  'POST /api/v1/referrals/{id}/outcome': async ({ deps, actor }, { params, body }) => {
    await settleReferral(deps, actor, params.id, body);
    return { ok: true };
  },
});
