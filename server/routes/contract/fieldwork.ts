import { z } from 'zod';
import { channel, count, day, fieldStaff, readers } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

export const fieldwork = define({
  'GET /api/v1/waves/{id}/fieldwork': {
    who: readers,
    scope: 'waves:read',
    summary: 'Live progress: dispositions that add up, channels, days, who we hear',
    params: idParams,
    response: z.object({
      asked: z.number(),
      answered: z.number(),
      margin: z.number().nullable(),
      /** Adds up to asked. */
      dispositions: z.array(count),
      channels: z.array(
        z.object({
          channel,
          due: z.number(),
          sent: z.number(),
          delivered: z.number(),
          failed: z.number(),
          unknown: z.number(),
        }),
      ),
      failures: z.array(z.object({ channel, reason: z.string(), count: z.number() })),
      modes: z.array(z.object({ mode: z.string(), count: z.number() })),
      days: z.array(z.object({ day, answered: z.number() })),
      board: z.array(
        z.object({
          field: z.string(),
          group: z.string(),
          population: z.number(),
          asked: z.number(),
          answered: z.number(),
          gap: z.number(),
          ratio: z.number().nullable(),
          signal: z.enum(['ok', 'amber', 'red']),
        }),
      ),
      cost: z.array(z.object({ channel, pence: z.number() })),
      /** What the officer must know now, in sentences: a channel that stopped, letters not marked posted. */
      notices: z.array(z.string()),
    }),
  },
  'GET /api/v1/waves/{id}/people': {
    who: fieldStaff,
    scope: 'waves:read',
    summary: 'People of a wave by disposition',
    params: idParams,
    query: pageQuery.extend({
      disposition: z.string().optional(),
      channel: channel.optional(),
      status: z.string().optional(),
    }),
    response: page(
      z.object({
        residentId: z.uuid().nullable(),
        name: z.string(),
        address: z.string(),
        disposition: z.string(),
        label: z.string(),
        last: instant.nullable(),
      }),
    ),
  },
});
