import { z } from 'zod';
import { surveySchema } from '../../../surveys/questionnaire/schema.ts';
import { limits } from '../route.ts';
import { done, fieldStaff, readers } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

/** Multilingual SurveyJS JSON. */
const surveyjs = z.record(z.string(), z.unknown());

/** What is fixed of a draft that began as a ready-made set, for an editor to hold to. */
const guard = z.object({
  by: z.string(),
  additions: z.enum(['anywhere', 'theme_ends', 'end', 'nowhere']),
  questions: z
    .array(
      z.object({
        ask: z.object({ name: z.string() }),
        theme: z.string().optional(),
        filter: z.object({ question: z.string(), is: z.string() }).optional(),
        words: z.boolean(),
        order: z.boolean(),
        scale: z.boolean(),
      }),
    )
    .readonly(),
});

const save = z.object({
  id: z.number().int(),
  revision: z.number().int(),
  savedBy: z.string(),
  savedAt: instant,
  /** Set aside for a colleague's draft; it never was the draft itself. */
  aside: z.boolean(),
});

export const drafts = define({
  'POST /api/v1/questionnaires/read': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary: 'What of a SurveyJS file we take, what we change and what we leave out, item by item; makes nothing',
    body: z.object({ surveyjs }),
    response: z.object({
      /** Questions that are taken; 0 when nothing can be made of it. */
      questions: z.number(),
      languages: z.array(z.string()),
      /** What is left out or changed, each in a sentence. */
      left: z.array(z.object({ what: z.enum(['left_out', 'changed']), where: z.string(), sentence: z.string() })),
      /** What a person must mend before it is published. */
      faults: z.array(z.object({ code: z.string(), where: z.string(), sentence: z.string() })),
    }),
    limit: limits.medium,
  },
  'GET /api/v1/questionnaires/{id}/draft': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'The draft to edit, and what of it is fixed',
    params: idParams,
    response: z.object({
      revision: z.number().int(),
      draftAt: instant,
      draftBy: z.string(),
      draft: surveySchema,
      guard: guard.nullable(),
    }),
  },
  'POST /api/v1/questionnaires/{id}/fix': {
    who: fieldStaff,
    scope: 'questionnaires:read',
    summary: 'The draft without one of its faults, where a machine can mend it: to be looked at and saved, or not',
    params: idParams,
    body: z.object({ revision: z.number().int(), code: z.string().max(60), where: z.string().max(200) }),
    response: z.object({ draft: surveySchema }),
  },
  'PUT /api/v1/questionnaires/{id}/draft': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary:
      'Save the whole draft, with faults that are still to be mended; refused with 409 stale_draft when someone else saved since `revision`',
    params: idParams,
    body: z.object({ revision: z.number().int(), draft: surveyjs }),
    response: z.object({ revision: z.number().int(), draftAt: instant }),
    limit: limits.medium,
  },
  'GET /api/v1/questionnaires/{id}/saves': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'Earlier states of the draft, newest first',
    params: idParams,
    query: pageQuery,
    response: page(save),
  },
  'GET /api/v1/questionnaires/{id}/saves/{save}': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'One earlier state of the draft',
    params: idParams.extend({ save: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) }),
    response: save.extend({ draft: surveySchema }),
  },
  'POST /api/v1/questionnaires/{id}/saves': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary: 'Keep among the earlier states what was set aside for a colleague’s draft; the draft stays as it is',
    params: idParams,
    body: z.object({ revision: z.number().int(), draft: surveyjs }),
    response: done,
    limit: limits.medium,
  },
});
