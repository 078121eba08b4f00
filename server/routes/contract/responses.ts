import { z } from 'zod';
import { analysts, channel, done, fieldStaff, keyers, mode, readers } from './common.ts';
import { define, idParams, instant } from './define.ts';

const option = z.object({ number: z.number(), id: z.string(), label: z.string() });
const keyingQuestion = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.string(),
  title: z.string(),
  options: z.array(option),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** What is keyed for it now, as a person would type it; null when nothing is. */
  keyed: z.string().nullable(),
  /** Already answered another way: web, text, telephone. The value itself is not shown. */
  answeredBy: z.string().nullable(),
});

export const responses = define({
  'GET /api/v1/keying/{code}': {
    who: keyers,
    scope: 'responses:write',
    summary: 'Open an invitation by its code to key a return, or to interview by telephone',
    params: z.object({ code: z.string().max(40) }),
    query: z.object({ mode: mode.default('paper') }),
    response: z.object({
      code: z.string(),
      waveName: z.string(),
      language: z.string(),
      dir: z.enum(['ltr', 'rtl']),
      format: z.string(),
      open: z.boolean(),
      note: z.string().nullable(),
      questions: z.array(keyingQuestion),
      /** The question to ask now; null when all are answered. */
      cursor: z.string().nullable(),
      finished: z.boolean(),
      keyedToday: z.number(),
    }),
  },
  'POST /api/v1/keying/{code}': {
    who: keyers,
    scope: 'responses:write',
    summary: 'Key one answer, as typed: a number, - for blank, * for two marks, words for a written answer',
    params: z.object({ code: z.string().max(40) }),
    body: z.object({ mode: mode.extract(['paper', 'telephone', 'in_person']), question: z.string().nullable(), typed: z.string().max(20000), finish: z.boolean().default(false) }),
    response: z.object({
      accepted: z.boolean(),
      /** What was taken ("4 Dirty"), or why not, in a sentence. */
      sentence: z.string(),
      cursor: z.string().nullable(),
      finished: z.boolean(),
    }),
  },
  'GET /api/v1/tray': {
    who: fieldStaff,
    scope: 'tray:read',
    summary: 'What could not be placed, danger words first',
    response: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          channel,
          from: z.string(),
          subject: z.string().nullable(),
          words: z.string(),
          receivedAt: instant,
          why: z.string(),
          urgent: z.string().nullable(),
          reply: z.string().nullable(),
          /** What can be done, most likely first. */
          suggestions: z.array(z.object({ key: z.string(), label: z.string() })),
        }),
      ),
    }),
  },
  'POST /api/v1/tray/{id}': {
    who: fieldStaff,
    scope: 'tray:write',
    summary: 'Do what was suggested (file, stop, give to a resident, make it a comment, take it as an answer), or undo it',
    params: idParams,
    body: z.object({ do: z.string().max(200) }),
    response: done,
  },
  'GET /api/v1/waves/{id}/results': {
    who: readers,
    scope: 'results:read',
    summary: 'Every question of a wave as a disclosed table, by one field, with its chart',
    params: idParams,
    query: z.object({ by: z.enum(['none', 'age', 'area', 'tenure']).default('none'), question: z.string().optional(), language: z.string().default('en') }),
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
    summary: 'The same disclosed tables as CSV, with base, interval, method and date',
    params: idParams,
    query: z.object({ by: z.enum(['none', 'age', 'area', 'tenure']).default('none') }),
    response: z.file().mime('text/csv'),
  },
  'GET /api/v1/waves/{id}/responses.csv': {
    who: analysts,
    scope: 'exports:read',
    summary: 'One line a response: random id, codes as they stood, answers; no names; audited',
    params: idParams,
    response: z.file().mime('text/csv'),
  },
});
