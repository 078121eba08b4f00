import { z } from 'zod';
import { ownFormats } from '../../../surveys/format.ts';
import { isDrawing } from '../../../surveys/pictures/pictures.ts';
import { limits } from '../route.ts';
import { created, done, fieldStaff, format, language, readers } from './common.ts';
import { define, idParams, instant, page, pageQuery } from './define.ts';

const ownFormat = z.enum(ownFormats);

/** One edition: a language in a format. */
const cell = z.object({
  language,
  format,
  /** `no_words`: no person has approved words in this language, so nothing can be made from them. */
  state: z.enum(['approved', 'draft', 'out_of_date', 'not_made', 'no_words']),
  revisionId: z.uuid().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  /** What changed, where it is out of date: "Question 7 changed on 3 May". */
  why: z.array(z.string()),
});

/** The name of a picture: a drawing of ours, or one that was brought. */
const pictureName = z
  .string()
  .refine((name) => isDrawing(name) || /^own:[0-9a-f-]{36}$/.test(name), 'is not the name of a picture');

/** Letters of the easier words of one question: a few short sentences. */
const easyLetters = 600;

export const editions = define({
  'GET /api/v1/questionnaires/{id}/editions': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'Every edition of the newest version, language by format: approved, draft, out of date, not made',
    params: idParams,
    response: z.object({
      name: z.string(),
      version: z.number().nullable(),
      languages: z.array(z.object({ code: language, name: z.string(), english: z.string() })),
      cells: z.array(cell),
    }),
  },
  'POST /api/v1/questionnaires/{id}/editions': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary: 'Make a draft of easy read, braille or audio from the approved words of a language',
    params: idParams,
    body: z.object({ language, format: ownFormat }),
    response: created,
  },
  'GET /api/v1/editions/{id}': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'One revision of easy read, braille or audio, as far as it can be read on a screen',
    params: idParams,
    response: z.object({
      id: z.uuid(),
      questionnaireId: z.uuid(),
      name: z.string(),
      version: z.number(),
      number: z.number(),
      language,
      languageName: z.string(),
      format: ownFormat,
      approved: z.boolean(),
      approvedBy: z.string().nullable(),
      approvedAt: instant.nullable(),
      madeBy: z.string(),
      madeAt: instant,
      why: z.array(z.string()),
      warnings: z.array(z.string()),
      /** Braille: each page's lines as printed, and their dots. */
      pages: z.array(z.array(z.object({ print: z.string(), dots: z.string() }))),
      /** Whether we put this language into braille ourselves; else it goes to a transcriber. */
      transcribed: z.boolean(),
      /** Signs there is no braille for. */
      untellable: z.array(z.string()),
      tracks: z.array(
        z.object({
          number: z.number(),
          name: z.string(),
          lines: z.array(z.string()).readonly(),
          personal: z.boolean(),
        }),
      ),
    }),
  },
  'GET /api/v1/editions/{id}/file': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'Its file with an example of an address and a code: PDF, BRF, or plain text',
    params: idParams,
    response: z.file().mime('application/pdf'),
  },
  'POST /api/v1/editions/{id}/approve': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary: 'A person has looked at its file and approves it; it never changes from then on',
    params: idParams,
    response: done,
  },
  'GET /api/v1/questionnaires/{id}/easy-words': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'Easier words and a picture for each question of the draft, in one language',
    params: idParams,
    query: z.object({ language }),
    response: z.object({
      name: z.string(),
      language,
      revision: z.number(),
      savedBy: z.string().nullable(),
      questions: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          exact: z.string(),
          words: z.string(),
          picture: z.string().nullable(),
          /** Long sentences, hard words, what is missing. */
          warnings: z.array(z.string()),
        }),
      ),
    }),
  },
  'PUT /api/v1/questionnaires/{id}/easy-words': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary: 'Save them; refused with 409 stale_draft when someone else saved since `revision`',
    params: idParams,
    body: z.object({
      revision: z.number().int(),
      language,
      questions: z
        .array(
          z.object({ id: z.string().max(40), words: z.string().max(easyLetters), picture: pictureName.nullable() }),
        )
        .max(200),
    }),
    response: z.object({ revision: z.number() }),
    limit: limits.medium,
  },
  'GET /api/v1/pictures': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'Pictures that were brought for easy read, newest first',
    query: pageQuery,
    response: page(
      z.object({ name: z.string(), alt: z.record(z.string(), z.string()), size: z.number(), addedBy: z.string() }),
    ),
  },
  'POST /api/v1/pictures': {
    who: fieldStaff,
    scope: 'questionnaires:write',
    summary: 'Bring a picture (PNG or JPEG, at most 300 kB) with what it shows in words',
    query: z.object({ alt: z.string().trim().min(1).max(200), altCy: z.string().trim().max(200).default('') }),
    takes: 'file',
    response: z.object({ name: z.string() }),
    limit: limits.medium,
  },
  'GET /api/v1/pictures/{id}/image': {
    who: readers,
    scope: 'questionnaires:read',
    summary: 'A picture that was brought',
    params: idParams,
    response: z.file().mime('image/png'),
  },
  'GET /api/v1/batches/{id}/folder': {
    who: fieldStaff,
    scope: 'print:read',
    summary: 'A batch of braille or audio: a ZIP of what each person gets, the addresses, and what to do',
    params: idParams,
    response: z.file().mime('application/zip'),
  },
});
