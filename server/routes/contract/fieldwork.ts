import { z } from 'zod';
import { cell } from '../../../surveys/fieldwork/cell.ts';
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
      /** Complete over everybody asked but those who moved or died: AAPOR's RR1 in small. */
      rate: z.number().nullable(),
      /** The margin to aim for, in points, the answers it needs, and how many more people to ask for them at the rate so far. */
      aim: z.object({ points: z.number(), needed: z.number(), enough: z.boolean(), toAsk: z.number().nullable() }),
      target: z.object({ answers: z.number(), from: z.enum(['margin', 'rate']) }),
      health: z.object({
        word: z.enum(['on_track', 'behind', 'early', 'paused', 'enough', 'too_few']),
        reason: z.string(),
      }),
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
      days: z.array(
        z.object({ day, answered: z.number(), modes: z.array(z.object({ mode: z.string(), count: z.number() })) }),
      ),
      /** Answers each day as a picture; empty before there are any. */
      chart: z.string(),
      /** Until the first answer: when it was launched and when messages leave, in a sentence. */
      opening: z.string().nullable(),
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
      /** Of one group of the board, or of two crossed: `tenure:sheltered`. */
      cell: cell.optional(),
      cell2: cell.optional(),
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
