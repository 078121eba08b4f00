/**
 * A wave's answers and frozen codes as one small typed array per question and field.
 * Rows in the database stay the truth; these are rebuilt from them when anything changes.
 */
import type { State } from '../interview/types.ts';
import type { Mode } from '../mode.ts';
import type { Compiled, Question } from '../questionnaire/types.ts';
import { lastByte, unknownByte } from './codes.ts';
import { fillAnswer } from './fill-answer.ts';

/** One response and the codes of its frame member as they stood at launch. */
export interface ResultRow {
  /** Who counts as one: the frame member, or the household; null counts by itself. */
  unit: string | null;
  state: 'open' | 'complete';
  /** When it was completed or last changed, epoch milliseconds. */
  finishedAt: number;
  answers: State['answers'];
  unanswered: State['unanswered'];
  mode: Mode;
  /** Years at launch. */
  age: number | null;
  tenure: string | null;
  area: string | null;
}

/** The question as results need it: no words, no conditions. */
export type ResultQuestion = Pick<
  Question,
  'id' | 'kind' | 'min' | 'max' | 'positive' | 'measure' | 'interviewerOnly'
> & {
  options: readonly Question['options'][number][];
};

/** coded: place in the options. chosen: one array an option, 1 or 0. whole: the number, or days since 1970. */
export type QuestionColumn = { question: ResultQuestion } & (
  | { type: 'coded'; values: Uint8Array }
  | { type: 'chosen'; each: readonly Uint8Array[] }
  | { type: 'whole'; values: Int32Array }
);

export const fieldNames = ['tenure', 'area', 'mode'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Codes in the order of first sight; a value is a place in them, or `unknownByte`. */
export interface FieldColumn {
  codes: readonly string[];
  values: Uint8Array;
}

export interface WaveColumns {
  size: number;
  questions: readonly QuestionColumn[];
  fields: Record<FieldName, FieldColumn>;
  /** Years, or `unknownByte`. */
  age: Uint8Array;
  /** Dense number of the unit: two rows with the same one are the same person or household. */
  unit: Int32Array;
  /** 1 complete, 0 part. */
  complete: Uint8Array;
  /** Of 100, how much of what was asked has an answer; 0 only without any. */
  answered: Uint8Array;
  /** Seconds since 1970. */
  finished: Int32Array;
}

/**
 * The columns of a wave. Takes its compiled questionnaire and its responses; the order of rows is kept.
 * Fails with `RangeError` when a field or question has more codes than a byte holds.
 */
export function buildColumns(compiled: Compiled, rows: readonly ResultRow[]): WaveColumns {
  return {
    size: rows.length,
    questions: compiled.questions.map((question) => questionColumn(question, rows)),
    fields: {
      tenure: fieldColumn(rows.map((row) => row.tenure)),
      area: fieldColumn(rows.map((row) => row.area)),
      mode: fieldColumn(rows.map((row) => row.mode)),
    },
    age: Uint8Array.from(rows, (row) => (row.age === null ? unknownByte : Math.min(Math.max(row.age, 0), 120))),
    unit: units(rows),
    complete: Uint8Array.from(rows, (row) => (row.state === 'complete' ? 1 : 0)),
    answered: Uint8Array.from(rows, answeredShare),
    finished: Int32Array.from(rows, (row) => Math.floor(row.finishedAt / 1000)),
  };
}

function questionColumn(from: Question, rows: readonly ResultRow[]): QuestionColumn {
  const { id, kind, min, max, positive, measure, options, interviewerOnly } = from;
  const question: ResultQuestion = { id, kind, min, max, positive, measure, options, interviewerOnly };
  if (options.length > lastByte) throw new RangeError(`Question ${id} has more than ${lastByte} options`);
  const column = emptyColumn(question, rows.length);
  rows.forEach((row, place) => {
    fillAnswer(column, place, row.answers[id], row.unanswered[id]);
  });
  return column;
}

function emptyColumn(question: ResultQuestion, size: number): QuestionColumn {
  switch (question.kind) {
    case 'single':
    case 'yes_no':
    case 'text':
    case 'photo':
      return { question, type: 'coded', values: new Uint8Array(size) };
    case 'multiple':
      return { question, type: 'chosen', each: question.options.map(() => new Uint8Array(size)) };
    case 'scale':
    case 'number':
    case 'date':
      return { question, type: 'whole', values: new Int32Array(size) };
    default:
      return question.kind satisfies never;
  }
}

function fieldColumn(values: readonly (string | null)[]): FieldColumn {
  const places = new Map<string, number>();
  const bytes = Uint8Array.from(values, (value) => (value === null ? unknownByte : placeOf(places, value)));
  if (places.size > lastByte) throw new RangeError(`A field has more than ${lastByte} codes`);
  return { codes: [...places.keys()], values: bytes };
}

function units(rows: readonly ResultRow[]): Int32Array {
  const places = new Map<string, number>();
  return Int32Array.from(rows, (row, index) => placeOf(places, row.unit ?? `alone ${index}`));
}

function placeOf(places: Map<string, number>, key: string): number {
  const place = places.get(key) ?? places.size;
  places.set(key, place);
  return place;
}

function answeredShare(row: ResultRow): number {
  const answered = Object.values(row.answers).filter((answer) => !answer.offRoute).length;
  const passed = Object.keys(row.unanswered).filter((id) => !row.answers[id]).length;
  return answered === 0 ? 0 : Math.max(1, Math.round((100 * answered) / (answered + passed)));
}
