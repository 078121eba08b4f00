import { z } from 'zod';
import { limits } from '../route.ts';
import { fieldStaff, language, readers } from './common.ts';
import { define, idParams, instant } from './define.ts';

const status = z.enum(['missing', 'stale', 'machine', 'draft', 'checked', 'approved']);
const counts = z.record(status, z.number());
const tongue = z.object({ name: z.string(), english: z.string(), dir: z.enum(['ltr', 'rtl']) });
const coded = tongue.extend({ code: language });
const deed = z.object({ by: z.string(), at: instant }).nullable();
const codeParams = idParams.extend({ code: language });
/** A text as long as any in a questionnaire may be, and as one is while it is too long. */
const words = z.string().max(4000);
const key = z.string().max(120);
/** No questionnaire has more texts. */
const mostTexts = 2000;

/** Words that somebody has before them, beside the source words they see. */
const seen = z.object({ key, source: words, text: words });

/** Whether the words of the language are what residents get now: or why not yet. */
const edition = z.enum(['approved', 'not_published', 'changed', 'waiting']);

const judged = z.object({
  texts: z.array(seen).min(1).max(mostTexts),
});

const place = z.object({
  /** Number of the question; null for words of the whole. */
  question: z.number().nullable(),
  role: z.enum(['title', 'intro', 'hint', 'option', 'min', 'max', 'sms', 'other']),
  option: z.number(),
});

const row = z.object({
  key,
  place,
  source: z.string(),
  text: z.string(),
  status,
  /** The source words the translation was made from, where they have changed since. */
  was: z.string().nullable(),
  back: z.string(),
  made: deed,
  checked: deed,
  approved: deed,
  fromBank: z.boolean(),
  /** Other words that could be used: of the bank, and those approved elsewhere for the very same source words. */
  offers: z.object({
    bank: z.string().nullable(),
    elsewhere: z.array(z.object({ text: z.string(), name: z.string(), by: z.string() })),
  }),
});

/** Each question as a text message. */
const texts = z.array(
  z.object({
    question: z.number(),
    segments: z.number(),
    pence: z.number(),
    /** Characters that make it cost more. */
    forcing: z.array(z.string()),
  }),
);
const room = z.object({ title: z.number(), answer: z.number() });

const change = z.object({
  key,
  where: z.string(),
  source: z.string(),
  before: z.string(),
  after: z.string(),
  from: status,
  to: status,
  was: z.string().nullable(),
  overApproved: z.boolean(),
});

const read = 'questionnaires:read';
const write = 'questionnaires:write';

export const translations = define({
  'GET /api/v1/questionnaires/{id}/languages': {
    who: readers,
    scope: read,
    summary: 'How far each language is, what residents are sent in it, and which languages they asked for',
    params: idParams,
    response: z.object({
      id: z.uuid(),
      name: z.string(),
      source: tongue.extend({ language }),
      languages: z.array(
        tongue.extend({
          language,
          total: z.number(),
          counts,
          /** `out_of_date`: an earlier version was approved, this one is not. */
          sent: z.enum(['approved', 'out_of_date', 'waiting', 'none']),
          residents: z.number(),
        }),
      ),
      /** Languages without words yet, the most asked for first; `offered` by the landlord. */
      addable: z.array(tongue.extend({ language, residents: z.number(), offered: z.boolean() })),
      /** Languages that residents asked for and we cannot speak. */
      unknown: z.array(z.object({ language: z.string(), residents: z.number() })),
    }),
  },
  'POST /api/v1/questionnaires/{id}/languages': {
    who: fieldStaff,
    scope: write,
    summary: 'Add a language: scales and answers that the bank has in it are filled in',
    params: idParams,
    body: z.object({ language }),
    response: z.object({ filled: z.number(), revision: z.number() }),
  },
  'GET /api/v1/questionnaires/{id}/languages/{code}': {
    who: readers,
    scope: read,
    summary: 'Every text of one language beside its source: how it stands, who said so, and what its texts cost',
    params: codeParams,
    response: z.object({
      id: z.uuid(),
      name: z.string(),
      revision: z.number(),
      draftAt: instant,
      language: coded,
      source: coded,
      counts,
      rows: z.array(row),
      texts,
      /** Room for words on a line of the letter's form, in ems of its print. */
      letter: z.object({ standard: room, largest: room }),
    }),
  },
  'POST /api/v1/questionnaires/{id}/languages/{code}/texts': {
    who: readers,
    scope: read,
    summary: 'What the texts of one language would cost with words that are being typed. Nothing is kept',
    params: codeParams,
    body: z.object({ texts: z.array(z.object({ key, text: words })).max(mostTexts) }),
    response: z.object({ texts }),
    limit: limits.medium,
  },
  'PUT /api/v1/questionnaires/{id}/languages/{code}': {
    who: fieldStaff,
    scope: write,
    summary: 'Save words as they were typed; refused with 409 stale_words where somebody else saved others since `was`',
    params: codeParams,
    body: z.object({
      texts: z
        .array(z.object({ key, source: words, was: words, text: words, back: words.optional() }))
        .min(1)
        .max(mostTexts),
    }),
    response: z.object({ revision: z.number(), savedAt: instant }),
    limit: limits.medium,
  },
  'POST /api/v1/questionnaires/{id}/languages/{code}/check': {
    who: fieldStaff,
    scope: write,
    summary: 'Say that words are checked, just as they were shown beside their source',
    params: codeParams,
    body: judged,
    response: z.object({ count: z.number(), edition }),
    limit: limits.medium,
  },
  'POST /api/v1/questionnaires/{id}/languages/{code}/approve': {
    who: fieldStaff,
    scope: write,
    summary:
      'Approve words, just as they were shown beside their source; when the whole language is approved, residents get it',
    params: codeParams,
    body: judged,
    response: z.object({ count: z.number(), edition }),
    limit: limits.medium,
  },
  'GET /api/v1/questionnaires/{id}/languages/{code}/xliff': {
    who: readers,
    scope: read,
    summary: 'The texts of one language for an agency, as XLIFF 2.1',
    params: codeParams,
    response: z.file().mime('application/xliff+xml'),
  },
  'GET /api/v1/questionnaires/{id}/languages/{code}/csv': {
    who: readers,
    scope: read,
    summary: 'The same as a spreadsheet',
    params: codeParams,
    response: z.file().mime('text/csv'),
  },
  'POST /api/v1/questionnaires/{id}/languages/{code}/file/check': {
    who: fieldStaff,
    scope: write,
    summary: 'What a file (XLIFF 2 or CSV, as the body) would change, text by text; changes nothing',
    params: codeParams,
    takes: 'file',
    response: z.object({
      /** The draft it was compared with. */
      revision: z.number(),
      changes: z.array(change),
      faults: z.array(z.object({ key: z.string(), where: z.string(), sentence: z.string() })),
      same: z.number(),
      empty: z.number(),
    }),
    limit: limits.medium,
  },
  'POST /api/v1/questionnaires/{id}/languages/{code}/file': {
    who: fieldStaff,
    scope: write,
    summary:
      'Take what is good of a file into the draft; approved words stay unless `overApproved`; refused with 409 stale_draft when the draft is not `revision`',
    params: codeParams,
    query: z.object({
      revision: z.coerce.number().int(),
      overApproved: z
        .enum(['true', 'false'])
        .default('false')
        .transform((text) => text === 'true'),
    }),
    takes: 'file',
    response: z.object({ changed: z.number(), kept: z.number(), refused: z.number() }),
    limit: limits.medium,
  },
});
