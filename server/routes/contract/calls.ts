import { z } from 'zod';
import { listOutcomeCodes } from '../../../surveys/fieldwork/call-list.ts';
import { keyers } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

export const calls = define({
  'GET /api/v1/calls': {
    who: keyers,
    scope: 'calls:read',
    summary: 'The call list: who is to be rung now, whoever has waited longest first',
    query: pageQuery,
    response: page(
      z.object({
        id: z.uuid(),
        residentId: z.uuid(),
        waveName: z.string(),
        name: z.string(),
        phone: z.string(),
        language: z.string(),
        /** Opens the interview, under Keying. */
        code: z.string().nullable(),
        tries: z.number(),
        lastOutcome: z.enum(listOutcomeCodes).nullable(),
        dueAt: instant,
      }),
    ),
  },
  'POST /api/v1/calls/{id}': {
    who: keyers,
    scope: 'calls:write',
    summary: 'Write down what came of a call; gives when to ring again',
    params: idParams,
    body: z.object({ outcome: z.enum(listOutcomeCodes), note: z.string().trim().max(2000).default('') }),
    response: z.object({ againAt: instant.nullable() }),
  },
});
