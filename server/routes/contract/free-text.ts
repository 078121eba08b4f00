import { z } from 'zod';
import { language, readers } from './common.ts';
import { define, page, pageQuery } from './define.ts';

export const freeText = define({
  'GET /api/v1/responses/search': {
    who: readers,
    scope: 'free-text:read',
    summary:
      'What residents wrote in their own words, in closed surveys and in comments, by a word in it; never who. Only for people who were given it; each search is audited',
    query: pageQuery.extend({ q: z.string().trim().min(3).max(100), wave: z.uuid().optional() }),
    response: page(
      z.object({
        kind: z.enum(['answer', 'comment']),
        /** The wave or the meeting. */
        from: z.string(),
        /** The question or the agenda item. */
        about: z.string(),
        words: z.string(),
        language: language.nullable(),
        dir: z.enum(['ltr', 'rtl', 'auto']),
      }),
    ),
  },
});
