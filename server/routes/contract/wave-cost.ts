import { z } from 'zod';
import { channel, done, fieldStaff, readers } from './common.ts';
import { define, idParams, instant } from './define.ts';

export const waveCost = define({
  'GET /api/v1/waves/{id}/cost': {
    who: readers,
    scope: 'waves:read',
    summary: 'What a wave has cost by channel and for each answer, by bill or by list prices; pence',
    params: idParams,
    response: z.object({
      lines: z.array(
        z.object({
          channel,
          messages: z.number(),
          /** Complete answers of people whose last message before was by this channel. */
          answers: z.number(),
          /** Messages that nobody has set a price for, which are not in the sums. */
          notPriced: z.number(),
          /** By list prices. */
          estimate: z.number(),
          /** What the bill said where there is one, else the estimate. */
          spent: z.number(),
          bill: z.object({ pence: z.number(), by: z.string(), at: instant }).nullable(),
        }),
      ),
      spent: z.number(),
      answers: z.number(),
      /** At most, if nobody else answered; null where a step that is left has no price. */
      toCome: z.number().nullable(),
    }),
  },
  'PUT /api/v1/waves/{id}/bills': {
    who: fieldStaff,
    scope: 'waves:write',
    summary: 'Type in what the bill of a channel said; null takes it back',
    params: idParams,
    body: z.object({ channel, pence: z.number().int().min(0).max(100_000_000).nullable() }),
    response: done,
  },
});
