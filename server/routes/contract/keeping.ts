import { z } from 'zod';
import { administrators, done } from './common.ts';
import { define, instant } from './define.ts';

export const keeping = define({
  'GET /api/v1/retention': {
    who: administrators,
    scope: 'settings:read',
    summary: 'How long each kind of data is kept, and what would go were the daily run made now; changes nothing',
    response: z.object({
      /** False: nothing goes by itself. */
      on: z.boolean(),
      ranAt: instant.nullable(),
      wentCount: z.number().nullable(),
      rules: z.array(
        z.object({
          kind: z.string(),
          title: z.string(),
          becomes: z.string(),
          months: z.number(),
          usual: z.number(),
          least: z.number(),
          most: z.number(),
          /** How many are too old now, and since when the oldest of them stands. */
          count: z.number(),
          oldest: instant.nullable(),
        }),
      ),
    }),
  },
  'PUT /api/v1/retention': {
    who: administrators,
    scope: 'settings:write',
    summary: 'Change how long kinds of data are kept, or turn the daily run on or off; audited',
    body: z.object({
      on: z.boolean().optional(),
      months: z.record(z.string().max(40), z.number().int()).optional(),
    }),
    response: done,
  },
  'GET /api/v1/backups': {
    who: administrators,
    scope: 'settings:read',
    summary: 'When a backup was last made and one was last restored; backups are made on the command line',
    response: z.object({
      items: z.array(
        z.object({
          at: instant,
          what: z.enum(['backup', 'restore']),
          rows: z.number(),
          bytes: z.number(),
          seconds: z.number(),
        }),
      ),
    }),
  },
});
