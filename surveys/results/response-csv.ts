/**
 * One row a response, for the analyst: random ids, frame codes as they stood, no names, no addresses, no codes of invitations.
 * It has not been through disclosure control, so whoever calls this must have asked for the permission to see single responses.
 */
import type { AnswerValue, State } from '../interview/types.ts';
import type { Compiled, Question } from '../questionnaire/types.ts';
import type { Cell } from './csv.ts';

export interface ExportedResponse {
  /** The response's own random id; leads to nobody. */
  id: string;
  state: 'open' | 'complete';
  language: string;
  mode: string;
  /** Local date; of an anonymous campaign the first day of its week. */
  completedOn: string | null;
  age: number | null;
  tenure: string | null;
  area: string | null;
  answers: State['answers'];
  unanswered: State['unanswered'];
}

const fields = ['response', 'state', 'language', 'mode', 'completed on', 'age', 'tenure', 'area'] as const;

/** The heads: fields, then a column a question, or one an option of a multiple choice. */
export const responseHeads = (compiled: Compiled): readonly Cell[] => [
  ...fields,
  ...compiled.questions.flatMap((question) =>
    question.kind === 'multiple' ? question.options.map((option) => `${question.id}.${option.id}`) : [question.id],
  ),
];

/** One response as a row. Answers off the route are left out; an empty cell is "not asked", other gaps are said in words. */
export function responseRow(compiled: Compiled, response: ExportedResponse): readonly Cell[] {
  const { id, state, language, mode, completedOn, age, tenure, area } = response;
  const answers = compiled.questions.flatMap((question) => questionCells(question, response));
  return [id, state, language, mode, completedOn, age, tenure, area, ...answers];
}

/** The whole file, row by row, from responses as they come. */
export function* responseRows(compiled: Compiled, responses: Iterable<ExportedResponse>): Generator<readonly Cell[]> {
  yield responseHeads(compiled);
  for (const response of responses) yield responseRow(compiled, response);
}

function questionCells(question: Question, { answers, unanswered }: ExportedResponse): readonly Cell[] {
  const answer = answers[question.id];
  const value = answer && !answer.offRoute ? answer.value : null;
  const gap = !answer && unanswered[question.id] ? (unanswered[question.id]?.why ?? '') : '';
  if (question.kind !== 'multiple') return [value === null ? gap : single(value)];
  return question.options.map((option) =>
    value === null ? gap : Number(Array.isArray(value) && value.includes(option.id)),
  );
}

const single = (value: AnswerValue): Cell => (typeof value === 'object' ? value.join(' ') : value);
