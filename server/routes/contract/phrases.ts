import { z } from 'zod';
import { done, fieldStaff, language, readers } from './common.ts';
import { define, instant, pageQuery } from './define.ts';

const codeParams = z.object({ code: language });
const tongue = z.object({ name: z.string(), english: z.string(), dir: z.enum(['ltr', 'rtl']) });

const standing = z.object({
  /** Who approved these very words: they came approved, a person here did, or nobody. */
  how: z.enum(['file', 'person', 'nobody']),
  by: z.string().nullable(),
  at: instant.nullable(),
  /** Phrases that nobody has read as they are now. */
  waiting: z.number(),
});

/** One phrase, or its forms by plural. */
const forms = z.array(z.object({ category: z.string(), words: z.string() }));

export const phrases = define({
  'GET /api/v1/phrases': {
    who: readers,
    scope: 'settings:read',
    summary: 'How the fixed phrases that residents read stand in each language',
    response: z.object({
      total: z.number(),
      /** The demo landlord counts every phrase as approved. */
      demo: z.boolean(),
      items: z.array(tongue.extend({ language, residents: z.number() }).extend(standing.shape)),
    }),
  },
  'GET /api/v1/phrases/{code}': {
    who: readers,
    scope: 'settings:read',
    summary: 'The phrases of one language beside the English, by pages',
    params: codeParams,
    query: pageQuery.extend({
      unread: z
        .enum(['true', 'false'])
        .default('false')
        .transform((text) => text === 'true'),
    }),
    response: standing.extend({
      language: tongue.extend({ code: language }),
      /** Of the words as they are now; give it back to approve them. */
      hash: z.string(),
      readBefore: z.boolean(),
      total: z.number(),
      items: z.array(z.object({ key: z.string(), source: forms, words: forms, unread: z.boolean() })),
      next: z.string().nullable(),
    }),
  },
  'POST /api/v1/phrases/{code}/approve': {
    who: fieldStaff,
    scope: 'phrases:write',
    summary: 'Say that you read every phrase of a language and that they are right; a later change is not approved',
    params: codeParams,
    body: z.object({ hash: z.string().length(64) }),
    response: done,
  },
});
