import { changeEmailPrice } from '../../actions/email-price/change.ts';
import { seeEmailPrices } from '../../actions/email-price/see.ts';
import { emailPrices } from '../contract/email-prices.ts';
import { serve } from './serve.ts';

export const emailPriceRoutes = serve(emailPrices, {
  'GET /api/v1/email-prices': ({ deps }) => seeEmailPrices(deps),
  'PUT /api/v1/email-prices': async ({ deps, actor }, { body }) => {
    await changeEmailPrice(deps, actor, body);
    return { ok: true } as const;
  },
});
