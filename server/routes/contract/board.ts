import { z } from 'zod';
import { cell } from '../../../surveys/fieldwork/cell.ts';
import { channel, fieldStaff, readers } from './common.ts';
import { define, idParams, instant } from './define.ts';

/** Most people asked by one press: the tick takes no more at once either. */
const mostAtOnce = 5000;

const group = z.object({ code: z.string(), label: z.string() });
const counts = z.object({ population: z.number(), asked: z.number(), answered: z.number() });
const field = z.string().regex(/^[a-z_]{1,40}$/);

export const board = define({
  'GET /api/v1/waves/{id}/board': {
    who: readers,
    scope: 'waves:read',
    summary: 'Who we hear: shares of the list, of those asked and of the answers, by one field or two crossed',
    params: idParams,
    query: z.object({ by: field.default('age'), and: field.optional() }),
    response: z.object({
      fields: z.array(z.object({ field: z.string(), name: z.string().nullable(), profile: z.boolean() })),
      /** Why what people say of themselves is not among the fields, or not all of it. */
      withheld: z.enum(['not_allowed', 'no_basis']).nullable(),
      by: z.string(),
      and: z.string().nullable(),
      /** Something that people say of themselves: small numbers are hidden, and nothing opens or picks anybody. */
      profile: z.boolean(),
      whyNot: z.string().nullable(),
      totals: counts,
      unknown: counts,
      rows: z.array(
        z.object({
          a: group,
          b: group.nullable(),
          population: z.number().nullable(),
          asked: z.number().nullable(),
          answered: z.number().nullable(),
          populationShare: z.number().nullable(),
          askedShare: z.number().nullable(),
          answeredShare: z.number().nullable(),
          /** Points of 100. */
          gap: z.number().nullable(),
          ratio: z.number().nullable(),
          signal: z.enum(['ok', 'amber', 'red']),
          hidden: z.boolean(),
          /** Answers missing, and people to ask for them: no more than can be asked. */
          more: z.object({ short: z.number(), ask: z.number(), waiting: z.number(), spare: z.number() }).nullable(),
        }),
      ),
      /** 1 - 2 S of the groups' response rates; null when not enough is known. */
      r: z.object({ value: z.number(), cv: z.number() }).nullable(),
    }),
  },
  'GET /api/v1/waves/{id}/asks': {
    who: fieldStaff,
    scope: 'waves:read',
    summary: 'What asking more of a group now would mean: who, which step, at what cost, when',
    params: idParams,
    query: z.object({ cell, cell2: cell.optional(), want: z.coerce.number().int().min(1).max(mostAtOnce) }),
    response: z.object({
      options: z.array(
        z.object({
          how: z.enum(['next_step', 'fresh']),
          /** How many there are, and how many of them would be asked. */
          can: z.number(),
          asked: z.number(),
          ways: z.array(z.object({ channel, kind: z.enum(['invitation', 'reminder']), count: z.number() })),
          /** About what it costs; what nobody has set a price for is not in it. */
          pence: z.number(),
          priced: z.boolean(),
          firstAt: instant.nullable(),
          lastAt: instant.nullable(),
        }),
      ),
    }),
  },
  'POST /api/v1/waves/{id}/asks': {
    who: fieldStaff,
    scope: 'waves:launch',
    summary: 'Send some of a group who have not answered their next step now, or draw more of it; once for each key',
    params: idParams,
    body: z.object({
      key: z.uuid(),
      cells: z.array(cell).min(1).max(2),
      how: z.enum(['next_step', 'fresh']),
      want: z.number().int().min(1).max(mostAtOnce),
    }),
    response: z.object({ asked: z.number() }),
  },
});
