import { z } from 'zod';
import { postages } from '../../../surveys/fieldwork/postage.ts';
import { channel, day, done, fieldStaff, format, language } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

const batch = z.object({
  id: z.uuid(),
  number: z.number(),
  waveId: z.uuid().nullable(),
  name: z.string(),
  language,
  format,
  postage: z.enum(postages),
  letters: z.number(),
  pages: z.number().nullable(),
  state: z.enum(['queued', 'printing', 'ready', 'posted', 'failed']),
  fault: z.string().nullable(),
  createdAt: instant,
  postedOn: instant.nullable(),
  /** Between which days it arrives: posted on its day, or today if it is not posted yet. */
  arrives: z.object({ from: day, to: day }),
  /** Papers of a meeting that go in the envelope with each letter, in words; their files are `/api/v1/papers/{id}/file`. */
  enclose: z.array(z.object({ id: z.uuid(), words: z.string() })),
  /** Letters of a ready file to be taken out before it is posted, by their place in it. */
  takeOut: z.array(
    z.object({ sequence: z.number(), firstPage: z.number(), lastPage: z.number(), name: z.string(), why: z.string() }),
  ),
});

export const ledger = define({
  'GET /api/v1/batches': {
    who: fieldStaff,
    scope: 'print:read',
    summary: 'Print batches, newest first',
    query: z.object({ wave: z.uuid().optional() }),
    response: z.object({ items: z.array(batch) }),
  },
  'GET /api/v1/batches/{id}/pdf': {
    who: fieldStaff,
    scope: 'print:read',
    summary: 'The print-ready file',
    params: idParams,
    response: z.file().mime('application/pdf'),
  },
  'GET /api/v1/batches/{id}/manifest': {
    who: fieldStaff,
    scope: 'print:read',
    summary: 'What is in the file, one line a letter',
    params: idParams,
    response: z.file().mime('text/csv'),
  },
  'POST /api/v1/batches/{id}/posted': {
    who: fieldStaff,
    scope: 'print:write',
    summary:
      'Mark posted on a day: starts the clock of its letters, but for those to be taken out, which are cancelled',
    params: idParams,
    body: z.object({ postedOn: day }),
    response: done,
  },
  'POST /api/v1/batches/{id}/again': {
    who: fieldStaff,
    scope: 'print:write',
    summary: 'Print a file again that failed, after mending why',
    params: idParams,
    response: done,
  },
  'GET /api/v1/deliveries': {
    who: fieldStaff,
    scope: 'deliveries:read',
    summary: 'Attempts by status; unknown ones wait for a person',
    query: pageQuery.extend({ status: z.string().default('unknown'), wave: z.uuid().optional() }),
    response: page(
      z.object({
        id: z.uuid(),
        residentId: z.uuid().nullable(),
        name: z.string(),
        channel,
        kind: z.string(),
        status: z.string(),
        at: instant,
        reason: z.string().nullable(),
        wave: z.string().nullable(),
      }),
    ),
  },
  'POST /api/v1/deliveries/{id}/resend': {
    who: fieldStaff,
    scope: 'deliveries:write',
    summary: 'Send again one that may or may not have gone',
    params: idParams,
    response: done,
  },
  'POST /api/v1/deliveries/{id}/leave': {
    who: fieldStaff,
    scope: 'deliveries:write',
    summary: 'Leave it: it counts as sent, nothing is sent again',
    params: idParams,
    response: done,
  },
});
