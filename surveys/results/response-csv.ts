/**
 * One row a response, for the analyst. The decision: a file of single answers leaves the system, so it holds less than we know, whatever the campaign.
 * No names, addresses or codes; the age as a band of the landlord's tables, not in years; no language, which few share; the Monday of the week in which
 * it was finished, not the day. It has not been through disclosure control, so whoever calls this must have asked for the permission to see single
 * responses. Columns:
 *
 * - `response`: a random id of the response; leads to nobody.
 * - `state`: `complete`, or `open` for one begun and not finished.
 * - `mode`: how it was begun: `web`, `text`, `telephone`, `paper`, `in_person`.
 * - `week`: the Monday of the week in which it was finished, local; empty while open.
 * - `age`: the band, such as `35-44`; empty when not known.
 * - `tenure`, `area`: as they stood when the wave was launched.
 * - one for each question by its id, or for a choice of several one for each option (`question.option`): 1 chosen, 0 not. The code of the answer, or why
 *   there is none (`skipped`); empty is "not asked". Of a photo only that there is one: `photo`.
 */
import type { AnswerValue, State } from '../interview/types.ts';
import type { Compiled, Question } from '../questionnaire/types.ts';
import { type Bands, bandOf } from './bands.ts';
import type { Cell } from './csv.ts';

export interface ExportedResponse {
  /** The response's own random id; leads to nobody. */
  id: string;
  state: 'open' | 'complete';
  mode: string;
  /** Local date of the Monday. */
  week: string | null;
  age: number | null;
  tenure: string | null;
  area: string | null;
  answers: State['answers'];
  unanswered: State['unanswered'];
}

const fields = ['response', 'state', 'mode', 'week', 'age', 'tenure', 'area'] as const;

/** The heads: fields, then a column a question, or one an option of a multiple choice. */
export const responseHeads = (compiled: Compiled): readonly Cell[] => [
  ...fields,
  ...compiled.questions.flatMap((question) =>
    question.kind === 'multiple' ? question.options.map((option) => `${question.id}.${option.id}`) : [question.id],
  ),
];

/** One response as a row. Answers off the route are left out; an empty cell is "not asked", other gaps are said in words. */
export function responseRow(compiled: Compiled, { bands }: Bands, response: ExportedResponse): readonly Cell[] {
  const { id, state, mode, week, age, tenure, area } = response;
  const band = age === null ? null : (bands[bandOf(bands, age)]?.id ?? null);
  const answers = compiled.questions.flatMap((question) => questionCells(question, response));
  return [id, state, mode, week, band, tenure, area, ...answers];
}

/** The whole file, row by row, from responses as they come. */
export function* responseRows(
  compiled: Compiled,
  bands: Bands,
  responses: Iterable<ExportedResponse>,
): Generator<readonly Cell[]> {
  yield responseHeads(compiled);
  for (const response of responses) yield responseRow(compiled, bands, response);
}

function questionCells(question: Question, { answers, unanswered }: ExportedResponse): readonly Cell[] {
  const answer = answers[question.id];
  const value = answer && !answer.offRoute ? answer.value : null;
  const gap = !answer && unanswered[question.id] ? (unanswered[question.id]?.why ?? '') : '';
  if (question.kind === 'photo') return [value === null ? gap : 'photo'];
  if (question.kind !== 'multiple') return [value === null ? gap : single(value)];
  return question.options.map((option) =>
    value === null ? gap : Number(Array.isArray(value) && value.includes(option.id)),
  );
}

const single = (value: AnswerValue): Cell => (typeof value === 'object' ? value.join(' ') : value);
