import { z } from 'zod';
import { breakdowns } from '../../../surveys/results/tables.ts';
import { analysts, readers } from './common.ts';
import { define, idParams } from './define.ts';

export const results = define({
  'GET /api/v1/waves/{id}/results': {
    who: readers,
    scope: 'results:read',
    summary:
      'Every question of a wave as a disclosed table, by one field, with its chart; of a wave not yet closed only for analysts',
    params: idParams,
    query: z.object({ by: z.enum(breakdowns).default('none'), question: z.string().optional() }),
    response: z.object({
      waveName: z.string(),
      status: z.string(),
      answers: z.number().nullable(),
      asked: z.number(),
      rate: z.number(),
      modes: z.array(z.object({ mode: z.string(), count: z.number().nullable() })),
      method: z.array(z.string()),
      /** Why there are no results yet, or null. */
      empty: z.string().nullable(),
      questions: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          title: z.string(),
          /** The disclosed table as accessible HTML, and the chart as SVG, made from the same numbers. */
          table: z.string(),
          chart: z.string(),
          finding: z.string(),
          trend: z.object({ chart: z.string(), table: z.string() }).nullable(),
        }),
      ),
    }),
  },
  'GET /api/v1/waves/{id}/results.csv': {
    who: readers,
    scope: 'results:read',
    summary:
      'The same disclosed tables as CSV, with base, interval, method and date; of a wave not yet closed only for analysts',
    params: idParams,
    query: z.object({ by: z.enum(breakdowns).default('none') }),
    response: z.file().mime('text/csv'),
  },
  'GET /api/v1/waves/{id}/responses.csv': {
    who: analysts,
    scope: 'exports:read',
    summary:
      'One line a response: random id, state, mode, week (its Monday), age band, tenure, area, then a column a question or an option; no names, no language; audited',
    params: idParams,
    response: z.file().mime('text/csv'),
  },
});
