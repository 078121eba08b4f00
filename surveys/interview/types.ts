/**
 * The interview: (compiled, state, input, context) -> { state, events }. One engine for every mode.
 *
 * cursor: the question being asked. route: the questions that apply, given the answers so far.
 */
import type { Language } from '../language.ts';
import type { Mode } from '../mode.ts';

/**
 * single, yes_no: option id. multiple: option ids in the order offered. scale, number: number. date: YYYY-MM-DD.
 * text: string. photo: id of the upload that holds it.
 */
export type AnswerValue = string | number | readonly string[];

export interface Answer {
  value: AnswerValue;
  mode: Mode;
  /** When, ISO 8601. */
  at: string;
  /** Staff id when someone else wrote it down; null for the resident. */
  by: string | null;
  /** Set while the question is not on the route; the answer is kept. */
  offRoute?: true;
}

/** A question that was asked and has no answer. `double_marked` keeps the marks that were made. */
export interface Unanswered {
  why: 'skipped' | 'blank' | 'double_marked' | 'unclear';
  values?: readonly string[];
  mode: Mode;
  at: string;
  by: string | null;
}

export interface State {
  status: 'new' | 'open' | 'finished' | 'stopped';
  answers: Readonly<Record<string, Answer>>;
  unanswered: Readonly<Record<string, Unanswered>>;
  cursor: string | null;
  /** Times the question at the cursor was asked again because we could not read the answer. */
  retries: number;
  /** The answer at the cursor is coming in several texts; the next one is added to it. */
  writing: boolean;
  /** The list of languages was sent, so a number chooses one of them. */
  choosingLanguage: boolean;
  language: Language;
}

/** `question: null` means the one at the cursor. Values come from outside and are not trusted. */
export type Input =
  | { type: 'start' }
  | { type: 'answer'; question: string | null; value: unknown }
  /** One more text of a written answer; the question stays open until `done`. */
  | { type: 'add_text'; question: string | null; text: string }
  | { type: 'done' }
  | { type: 'blank'; question: string | null }
  | { type: 'double_marked'; question: string | null; values: readonly string[] }
  | { type: 'unclear' }
  | { type: 'back' }
  | { type: 'skip'; question?: string | null }
  /** null asks for the list of languages. */
  | { type: 'language'; language: string | null }
  | { type: 'stop' }
  | { type: 'finish' };

export interface Context {
  mode: Mode;
  /** Now, ISO 8601. */
  at: string;
  by: string | null;
}

export interface Step {
  state: State;
  events: readonly InterviewEvent[];
}

export type InterviewEvent =
  | { type: 'question_asked'; question: string }
  | { type: 'answer_recorded'; question: string; answer: Answer; previous: Answer | null }
  | { type: 'answer_refused'; question: string | null; reason: Refusal; by?: number }
  /** Asked and passed over: skipped, left blank, marked twice. An earlier answer, if any, stands. */
  | { type: 'question_passed'; question: string; why: Unanswered['why'] }
  /** A photo that this mode cannot ask for was gone past; it can still be added on the web. */
  | { type: 'photo_left'; question: string }
  | { type: 'answers_left_route'; questions: readonly string[] }
  | { type: 'answers_rejoined_route'; questions: readonly string[] }
  /** Could not be read: ask the same question again, for the `attempt`th time (1 or 2, the last says where else to answer). */
  | { type: 're_asked'; question: string; attempt: number }
  /** Could not be read after the last attempt: a person looks at it, and we ask no more. The question stays open. */
  | { type: 'gave_up_asking'; question: string }
  | { type: 'languages_listed' }
  | { type: 'language_chosen'; language: Language }
  | { type: 'interview_started' }
  /** `complete`: nothing this mode can ask was left unasked on the route, and nothing required unanswered. */
  | { type: 'interview_finished'; complete: boolean }
  | { type: 'interview_stopped' };

export const refusals = [
  'unknown_question',
  'option_not_offered',
  'nothing_chosen',
  'several_for_one',
  'exclusive_clash',
  'wrong_type',
  'out_of_range',
  'not_a_date',
  'too_long',
  'already_answered',
  'not_at_a_question',
  'no_earlier_question',
  'language_not_offered',
  'not_asked_this_way',
] as const;
export type Refusal = (typeof refusals)[number];

export interface Progress {
  /** Place of the question at the cursor, from 1. */
  number: number;
  /** The longest route still possible, so it only falls. */
  total: number;
  /** Whether an unanswered question still decides if another is asked: "of up to 8". */
  open: boolean;
}
