import { z } from 'zod';
import { questionKinds } from '../../../surveys/questionnaire/types.ts';
import { limits } from '../route.ts';
import { created, done, fieldStaff, language, pageFormat, readers } from './common.ts';
import { define, idParams, instant } from './define.ts';

const kind = z.enum(questionKinds);
const status = z.enum(['missing', 'machine', 'draft', 'checked', 'approved']);
/** `stops`: nothing is published before it is mended. `fix` is what the button says that mends it; null where only a person can. */
const fault = z.object({
  code: z.string(),
  where: z.string(),
  sentence: z.string(),
  level: z.enum(['stops', 'know']),
  fix: z.string().nullable(),
});

/** What an officer sees of a question: no JSON. Words of every kind are edited by string key. */
const question = z.object({
  id: z.string(),
  number: z.number(),
  kind,
  required: z.boolean(),
  /** "Asked only if question 5 is Yes", or null. */
  condition: z.string().nullable(),
  locked: z.boolean(),
  /** Why the source words may not be changed; null when they may. */
  lockedWhy: z.string().nullable(),
  /** What of it nobody could check against its source, and why; null when there is nothing. */
  unverified: z.string().nullable(),
  /** String keys of this question in reading order, with what each is: title, hint, option, end. */
  strings: z.array(
    z.object({ key: z.string(), role: z.enum(['page', 'title', 'hint', 'option', 'min', 'max', 'sms']) }),
  ),
});

const edition = z.object({
  language,
  name: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  status,
  done: z.number(),
  total: z.number(),
  approvedBy: z.string().nullable(),
});

/** One question as it is read out, with the numbers to key. */
const numbered = z.object({ number: z.number(), label: z.string() });
const preview = z.discriminatedUnion('as', [
  z.object({ as: z.literal('web'), html: z.string() }),
  /** The invitation; it holds no question. */
  z.object({ as: z.literal('email'), subject: z.string(), text: z.string(), html: z.string() }),
  z.object({
    as: z.literal('text'),
    messages: z.array(
      z.object({
        part: z.enum(['invitation', 'question', 'thanks']),
        /** Null for what is no question. */
        question: z.string().nullable(),
        words: z.string(),
        segments: z.number(),
        encoding: z.string(),
        units: z.number(),
        /** Characters that make the text cost more. */
        forcing: z.array(z.string()),
        pence: z.number(),
      }),
    ),
  }),
  z.object({
    as: z.literal('telephone'),
    questions: z.array(
      z.object({
        question: z.string(),
        lines: z.array(z.string()).readonly(),
        options: z.array(numbered).readonly(),
        unread: z.array(numbered).readonly(),
      }),
    ),
  }),
  z.object({
    as: z.literal('letter'),
    questions: z.array(
      z.object({
        number: z.number(),
        pageText: z.string(),
        title: z.string(),
        hint: z.string(),
        options: z.array(numbered).readonly(),
        lines: z.number(),
        routing: z.string(),
      }),
    ),
  }),
]);

/** A ready-made set one can start from. */
const readyMade = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  group: z.enum(['regulated', 'sector', 'panel', 'other']),
  /** Days from and to which it is in use; `to` is null while it is. */
  from: z.string(),
  to: z.string().nullable(),
  source: z.string(),
  note: z.string(),
  languages: z.array(z.string()),
  /** Whether the words of its questions were read in its source; `ours` have none. */
  wording: z.enum(['checked', 'unchecked', 'ours']),
  questions: z.number(),
});

export const questionnaires = define({
  'GET /api/v1/questionnaires': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'Questionnaires with their newest version and languages',
    response: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          questions: z.number(),
          version: z.number().nullable(),
          changed: z.boolean(),
          languages: z.array(language),
          draftAt: instant,
          draftBy: z.string(),
        }),
      ),
      instruments: z.array(readyMade),
    }),
  },
  'POST /api/v1/questionnaires': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary:
      'Start from a ready-made set, a copy of another, SurveyJS JSON, a file of which what we do not accept is left out, or nothing',
    body: z.object({
      name: z.string().trim().min(1).max(160),
      from: z.union([
        z.object({ instrument: z.string() }),
        z.object({ questionnaire: z.uuid() }),
        z.object({ surveyjs: z.record(z.string(), z.unknown()) }),
        z.object({ import: z.record(z.string(), z.unknown()) }),
        z.object({ empty: z.object({ language }) }),
      ]),
    }),
    response: created,
    limit: limits.medium,
  },
  'GET /api/v1/questionnaires/{id}': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'The draft: its questions, its words in every language, what stands against publishing',
    params: idParams,
    response: z.object({
      id: z.uuid(),
      name: z.string(),
      instrument: z.string().nullable(),
      sourceLanguage: language,
      revision: z.number(),
      draftAt: instant,
      draftBy: z.string(),
      version: z.object({ id: z.uuid(), number: z.number(), publishedAt: instant }).nullable(),
      changed: z.boolean(),
      minutes: z.number(),
      /** Years, for the English words as a whole; null when there are too few to tell. */
      readingAge: z.number().nullable(),
      questions: z.array(question),
      /** Words by language, then by string key; source language included. */
      texts: z.record(z.string(), z.record(z.string(), z.string())),
      /** Keys that belong to the whole, such as intro and thanks. */
      general: z.array(z.string()),
      editions: z.array(edition),
      /** Languages the landlord offers that this has no words in yet. */
      addable: z.array(z.object({ code: language, name: z.string() })),
      faults: z.array(fault),
    }),
  },
  'PUT /api/v1/questionnaires/{id}/texts': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary:
      'Save words of one language in the draft; refused with 409 stale_draft when someone else saved since `revision`',
    params: idParams,
    body: z.object({
      revision: z.number().int(),
      language,
      texts: z.record(z.string(), z.string().max(4000)),
      name: z.string().trim().min(1).max(160).optional(),
    }),
    response: z.object({ revision: z.number(), draftAt: instant }),
    limit: limits.medium,
  },
  'GET /api/v1/questionnaires/{id}/surveyjs': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'The draft as multilingual SurveyJS JSON',
    params: idParams,
    response: z.record(z.string(), z.unknown()),
  },
  'PUT /api/v1/questionnaires/{id}/surveyjs': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary: 'Replace the draft by SurveyJS JSON; what is not accepted is listed item by item',
    params: idParams,
    body: z.object({ revision: z.number().int(), surveyjs: z.record(z.string(), z.unknown()) }),
    response: z.object({ revision: z.number() }),
    limit: limits.medium,
  },
  'POST /api/v1/questionnaires/{id}/publish': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary: 'Publish the draft as the next version, with an edition in each language; refused while faults stand',
    params: idParams,
    body: z.object({ revision: z.number().int() }),
    response: z.object({ versionId: z.uuid(), number: z.number() }),
  },
  'POST /api/v1/questionnaires/{id}/approve': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary:
      'Approve the words of one language in the newest version, for every print size; makes a new revision when they changed',
    params: idParams,
    body: z.object({ language }),
    response: done,
  },
  'GET /api/v1/questionnaires/{id}/preview': {
    who: readers,
    scope: 'questionnaires:read',
    summary:
      'What a resident gets, from the draft, by the same code that sends: a page, texts with segments, the questions on paper, a script',
    params: idParams,
    query: z.object({
      as: z.enum(['web', 'text', 'letter', 'email', 'telephone']),
      language,
      format: pageFormat.default('standard'),
      question: z.string().optional(),
    }),
    response: preview,
  },
  'GET /api/v1/questionnaires/{id}/letter': {
    who: readers,
    scope: 'questionnaires:read',
    summary:
      'The letter with its questionnaire, from the draft, as the PDF that would be printed; addressed to the landlord',
    params: idParams,
    query: z.object({ language, format: pageFormat.default('standard') }),
    response: z.file().mime('application/pdf'),
  },
});
