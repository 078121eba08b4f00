/** A ready-made questionnaire as it stands in its file: the words beside what is known of them. */
import { z } from 'zod';
import { missing } from '../results/codes.ts';

/** Under which heading a set is offered. The last two are written for Earshot. */
export const groups = ['regulated', 'sector', 'panel', 'other'] as const;

/** Words as SurveyJS has them: in one language, or by language with `default` for the source. */
export const wordsSchema = z.union([z.string(), z.record(z.string(), z.string())]);

/** Whom a question is put to: low cost rental accommodation, low cost home ownership, or everyone. */
const population = z.enum(['all', 'lcra', 'lcho']);
const populations = z.array(population).min(1);

/** What may not be changed: the words; that all are asked, in this order, after these filters; the answers and which count as good. */
export const lockParts = ['words', 'order', 'scale'] as const;

const date = z.iso.date();

const question = z
  .strictObject({
    /** The SurveyJS question, without what stands in the fields below. */
    ask: z.looseObject({ type: z.string(), name: z.string() }),
    /** The part of the set it belongs to. */
    theme: z.string().optional(),
    /** The published measure whose wording this is, such as TP01. */
    code: z.string().optional(),
    /** Name of a list of answers in `scales.json`; with it come the answers counted as good, unless `positive` names others. */
    scale: z.string().optional(),
    positive: z.array(z.string()).optional(),
    /** Answers offered besides the scale, which do not count on it. */
    outside: z.array(z.enum(['dontknow', 'not_applicable'])).default([]),
    /** Codes an interviewer may record when it is said unprompted: on the telephone, never read out. */
    interviewerOnly: z.array(z.literal('refused')).default([]),
    /** Asked only of those who gave this answer to an earlier question. */
    filter: z.strictObject({ question: z.string(), is: z.string() }).optional(),
    appliesTo: populations.default(['all']),
    /** Whether the words of the question were read in a source; and what of it was not, and why. */
    verified: z.boolean(),
    unverified: z.string().optional(),
  })
  .refine(({ verified, unverified }) => verified || unverified !== undefined, 'unverified words need a reason');

const locks = z.strictObject({
  /** Who fixed the wording, as it stands after "fixed by". */
  by: z.string(),
  covers: z.array(z.enum(lockParts)).min(1),
  /** Names of the questions; all of them when left out. */
  questions: z.array(z.string()).optional(),
});

export const instrumentSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  group: z.enum(groups),
  /** First day it may be used, and the last (null: still in use). */
  from: date,
  to: date.nullable(),
  source: z.string(),
  note: z.string(),
  /** Languages it has words in; the first is the source. */
  languages: z.array(z.string()).min(1),
  appliesTo: populations,
  /** The number a percentage is of: those who answered on the scale. What is left out is what `surveys/results` leaves out. */
  base: z.strictObject({ of: z.literal('on_scale'), leavesOut: z.array(z.enum(missing)) }),
  locks: locks.nullable(),
  /** Where an officer's own questions may go. */
  additions: z.enum(['anywhere', 'theme_ends', 'end', 'nowhere']),
  title: wordsSchema,
  intro: wordsSchema,
  questions: z.array(question).min(1),
  /** The same set for others, with the questions that apply to them. */
  variants: z
    .array(z.strictObject({ id: z.string(), name: z.string(), about: z.string(), appliesTo: populations }))
    .default([]),
});

export type InstrumentFile = z.output<typeof instrumentSchema>;
export type InstrumentQuestion = InstrumentFile['questions'][number];
