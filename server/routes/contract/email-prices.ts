import { z } from 'zod';
import { administrators, day, done, readers } from './common.ts';
import { define, instant } from './define.ts';

/** Pence for a thousand mails: £1,000 is more than anybody asks. */
const perThousand = z.number().min(0).max(100_000).multipleOf(0.01);

export const emailPrices = define({
  'GET /api/v1/email-prices': {
    who: readers,
    scope: 'settings:read',
    summary: 'What mails cost through the provider that is connected, in pence for a thousand',
    response: z.object({
      provider: z.string(),
      /** Null where they are not priced; `since` is null where nobody set it. */
      today: z.object({ perThousand: z.number(), since: day.nullable() }).nullable(),
      set: z.array(z.object({ from: day, perThousand: z.number(), by: z.string(), at: instant })),
    }),
  },
  'PUT /api/v1/email-prices': {
    who: administrators,
    scope: 'settings:write',
    summary: 'Set what mails cost from a day on; null takes the price of that day back; audited',
    body: z.object({ from: day, perThousand: perThousand.nullable() }),
    response: done,
  },
});
