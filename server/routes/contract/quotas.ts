import { z } from 'zod';
import { readers } from './common.ts';
import { define, idParams, instant } from './define.ts';

export const quotas = define({
  'GET /api/v1/waves/{id}/quota': {
    who: readers,
    scope: 'waves:read',
    summary: 'The answers each group of a quota has and wants, and what was cancelled when it had enough',
    params: idParams,
    response: z.object({
      /** At most 400; none where the sample is drawn another way. */
      groups: z.array(
        z.object({
          name: z.string(),
          target: z.number(),
          answered: z.number(),
          full: z.object({ at: instant, messages: z.number(), calls: z.number() }).nullable(),
        }),
      ),
    }),
  },
});
