/**
 * What a questionnaire is, once taken apart.
 *
 * version: structure + source words + compiled form + content hash; never changes once published.
 * edition: the words of a version in one language and one format, in revisions.
 * texts: every word of an edition by string key; the keys are made in `keys.ts`.
 */
import type { Format } from '../format.ts';
import type { Language } from '../language.ts';

export const questionKinds = ['single', 'multiple', 'scale', 'yes_no', 'number', 'date', 'text', 'photo'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/**
 * Words by string key: `intro`, `p.<page>.text`, `q.<id>.title`, `q.<id>.hint`, `q.<id>.option.<value>`, `q.<id>.min`,
 * `q.<id>.max`, `q.<id>.sms`.
 */
export type Texts = Record<string, string>;

/** The whole of a questionnaire that answering needs: no words, no survey-core. */
export interface Compiled {
  /** Version of the compiler that made this; see `compilerVersion`. */
  compiler: number;
  questions: readonly Question[];
}

export interface Question {
  id: string;
  kind: QuestionKind;
  required: boolean;
  /** Offered answers in order; the first is number 1 on every channel. Filled for single, multiple and yes_no ('yes', 'no'). */
  options: readonly Option[];
  /** Ends of a scale (always there), or limits of a number (each may be null). */
  min: number | null;
  max: number | null;
  /** The first and the last day a date may be; left out where there is no such limit, and for every other kind. */
  earliest?: string;
  latest?: string;
  /** Letters a written answer may have; null for other kinds. */
  maxLength: number | null;
  /** A written answer of one line; left out for one of several lines and for every other kind. */
  short?: true;
  /**
   * Key of the words of its page, said before the first question of the page that somebody is asked; the same for all
   * its questions, and left out where the page has none.
   */
  pageText?: string;
  /** Asked only if this holds; null means always. */
  showIf: Expression | null;
  /** Must be answered if this holds and only then, whatever `required` says; null leaves it to `required`. */
  requiredIf: Expression | null;
  /** Option ids (or scale values as strings) counted as a good answer; empty when the question has no score. */
  positive: readonly string[];
  /** The published measure this wording belongs to, such as 'TP01'; such wording is fixed. */
  measure: string | null;
  /** Codes that only an interviewer on the telephone may record, and never reads out; left out when there are none. */
  interviewerOnly?: readonly Option[];
}

export interface Option {
  /** What is stored; never depends on order. */
  id: string;
  /** Key of its words in `Texts`. */
  key: string;
  /** What an option outside the range of answers means; null for an ordinary one. */
  meaning: OptionMeaning | null;
}

/** Meanings by option id (the ids survey-core gives these); in a multiple choice each of them stands alone. */
export const optionMeanings = {
  none: 'none',
  dontknow: 'dont_know',
  refused: 'refused',
  not_applicable: 'not_applicable',
} as const;
export type OptionMeaning = (typeof optionMeanings)[keyof typeof optionMeanings];

/** A condition on earlier answers, as JSON. Semantics are survey-core's. */
export type Expression =
  | { op: 'and'; of: readonly Expression[] }
  | { op: 'or'; of: readonly Expression[] }
  | { op: 'not'; of: Expression }
  | { op: 'empty'; answer: string }
  | { op: 'not_empty'; answer: string }
  | { op: Comparison; answer: string; value: Scalar | readonly Scalar[] };
export const comparisons = [
  'equal',
  'not_equal',
  'greater',
  'less',
  'greater_or_equal',
  'less_or_equal',
  'contains',
  'not_contains',
  'any_of',
  'all_of',
] as const;
export type Comparison = (typeof comparisons)[number];
export type Scalar = string | number;

/** Something in a questionnaire a person must mend: `where` is a question id or a path, `sentence` is ready to show. */
export interface Problem {
  code: string;
  where: string;
  sentence: string;
}

export const editionStatuses = ['draft', 'machine', 'checked', 'approved'] as const;
export type EditionStatus = (typeof editionStatuses)[number];

/** One revision of an edition, as the rules that choose one need it. */
export interface EditionRevision {
  id: string;
  language: Language;
  format: Format;
  status: EditionStatus;
  texts: Texts;
}

/** Hex digest of a text; passed in so that this folder needs no crypto. */
export type Sha256 = (text: string) => Promise<string>;
