import { z } from 'zod';
import { limits } from '../route.ts';
import { language, mode, pageFormat, readers } from './common.ts';
import { define, idParams } from './define.ts';

/** Most turns of one practice: a survey of 100 questions, each answered, taken back and answered again. */
const mostTurns = 300;

const keyedBy = z.enum(['telephone', 'paper']);
const fields = z.record(z.string().max(40), z.array(z.string().max(8000)).max(60));
/** A text is at most ten parts; a box of a page takes what the page's own takes. */
const turn = z.union([
  z.strictObject({ by: z.literal('text'), words: z.string().max(1600) }),
  z.strictObject({
    by: z.literal('web'),
    question: z.string().max(100),
    fields,
  }),
  /** The optional questions about the resident, after the survey. */
  z.strictObject({ by: z.literal('about'), fields }),
  z.strictObject({ by: keyedBy, question: z.string().max(100), typed: z.string().max(8000) }),
]);

const numbered = z.object({ number: z.number(), id: z.string(), label: z.string() });
const keys = {
  /** What is read out now; null when nothing is left to ask. */
  script: z.array(z.string()).readonly().nullable(),
  questions: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      kind: z.string(),
      pageText: z.string(),
      title: z.string(),
      options: z.array(numbered),
      unread: z.array(numbered),
      min: z.number().nullable(),
      max: z.number().nullable(),
      keyed: z.string().nullable(),
      answeredBy: z.string().nullable(),
    }),
  ),
  cursor: z.string().nullable(),
  told: z.object({ accepted: z.boolean(), sentence: z.string() }).nullable(),
};

const view = z.discriminatedUnion('as', [
  z.object({
    as: z.literal('text'),
    messages: z.array(
      z.object({
        /** Sent by whoever practises. */
        mine: z.boolean(),
        words: z.string(),
        segments: z.number(),
        encoding: z.string(),
        forcing: z.array(z.string()),
        pence: z.number(),
      }),
    ),
  }),
  z.object({ as: z.literal('web'), html: z.string() }),
  z.object({ as: z.literal('telephone'), ...keys }),
  z.object({ as: z.literal('paper'), ...keys }),
  z.object({ as: z.literal('email'), subject: z.string(), text: z.string(), html: z.string() }),
]);

export const practise = define({
  'POST /api/v1/questionnaires/{id}/practise': {
    who: readers,
    scope: 'questionnaires:read',
    summary:
      'Run the draft as a resident would: the turns so far in, what comes next out, by the code that takes real answers. Nothing is kept',
    params: idParams,
    body: z.object({
      as: z.enum(['text', 'web', 'telephone', 'paper', 'email']),
      language,
      format: pageFormat.default('standard'),
      turns: z.array(turn).max(mostTurns),
      /** A question to go back to, on the web; one about the resident with `about/` before it. */
      open: z.string().max(100).optional(),
    }),
    response: z.object({
      finished: z.boolean(),
      /** What would have been recorded. `counts` is false for a question passed over or left by a change of mind. */
      recorded: z.array(
        z.object({ number: z.number(), title: z.string(), given: z.string(), mode, counts: z.boolean() }),
      ),
      view,
    }),
    limit: limits.medium,
  },
  'GET /api/v1/questionnaires/{id}/letter/pages': {
    who: readers,
    scope: 'questionnaires:read',
    summary:
      'The letter with its questionnaire, from the draft, as one picture (SVG) of all its pages, one under another',
    params: idParams,
    query: z.object({ language, format: pageFormat.default('standard') }),
    response: z.object({ svg: z.string(), pages: z.number() }),
  },
});
