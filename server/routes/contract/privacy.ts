import { z } from 'zod';
import { administrators } from './common.ts';
import { define, idParams } from './define.ts';

export const privacy = define({
  'GET /api/v1/residents/{id}/everything.html': {
    who: administrators,
    scope: 'privacy:read',
    summary: 'Everything held on a resident as one page to hand to them, their own answers among it; audited',
    params: idParams,
    response: z.file().mime('text/html'),
  },
  'GET /api/v1/residents/{id}/everything.json': {
    who: administrators,
    scope: 'privacy:read',
    summary: 'The same as JSON; audited',
    params: idParams,
    response: z.file().mime('application/json'),
  },
  'GET /api/v1/residents/{id}/erasure': {
    who: administrators,
    scope: 'privacy:read',
    summary: 'What erasing a resident would remove and what would stand as counts',
    params: idParams,
    response: z.object({
      name: z.string(),
      sentence: z.string(),
      lines: z.array(z.object({ what: z.string(), count: z.number(), does: z.string(), why: z.string() })),
    }),
  },
  'POST /api/v1/residents/{id}/erasure': {
    who: administrators,
    scope: 'privacy:write',
    summary: 'Erase a resident for good: the person goes, counts stand; audited without the name',
    params: idParams,
    response: z.object({ erased: z.boolean() }),
  },
});
