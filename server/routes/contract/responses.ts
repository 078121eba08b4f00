import { z } from 'zod';
import { done, fieldStaff, keyers, mode } from './common.ts';
import { define, idParams, instant } from './define.ts';

const option = z.object({ number: z.number(), id: z.string(), label: z.string() });
const keyingQuestion = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.string(),
  /** Words of its page, said before the first of its questions that is asked; empty on paper, where they are printed. */
  pageText: z.string(),
  title: z.string(),
  options: z.array(option),
  /** Keyed when it is said unprompted, never read out; on the telephone only. */
  unread: z.array(option),
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
    summary:
      'Key one answer, as typed: a number, - for blank, * for two marks, words for a written answer; or the end of a return',
    params: z.object({ code: z.string().max(40) }),
    body: z.object({
      mode: mode.extract(['paper', 'telephone', 'in_person']),
      question: z.string().nullable(),
      typed: z.string().max(20000),
      finish: z.boolean().default(false),
      /** The whole form came back without an answer: nothing more is sent. */
      blank: z.boolean().default(false),
    }),
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
      /** Who answers for what sounds like a danger or a repair; null when nobody is named. */
      owner: z.object({ id: z.string(), name: z.string() }).nullable(),
      items: z.array(
        z.object({
          id: z.uuid(),
          channel: z.enum(['sms', 'email', 'web', 'paper', 'telephone', 'in_person']),
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
    summary:
      'Do what was suggested (file, stop, give to a resident, make it a comment, take it as an answer), or undo it',
    params: idParams,
    body: z.object({ do: z.string().max(200) }),
    response: done,
  },
});
