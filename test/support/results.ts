/** A small wave to make results of: counts in, columns out. */

import type { AnswerValue } from '../../surveys/interview/types.ts';
import type { Compiled, Option, Question } from '../../surveys/questionnaire/types.ts';
import { buildColumns, type ResultRow, type WaveColumns } from '../../surveys/results/columns.ts';

const option = (question: string, id: string, meaning: Option['meaning'] = null): Option => ({
  id,
  key: `q.${question}.option.${id}`,
  meaning,
});

const question = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id,
  kind,
  required: false,
  options: [],
  min: null,
  max: null,
  maxLength: null,
  showIf: null,
  requiredIf: null,
  positive: [],
  measure: null,
  ...more,
});

/** One question of each kind. */
export const compiled: Compiled = {
  compiler: 1,
  questions: [
    question('sat', 'single', {
      options: [
        ...['vs', 'fs', 'n', 'fd', 'vd'].map((id) => option('sat', id)),
        option('sat', 'dontknow', 'dont_know'),
      ],
      positive: ['vs', 'fs'],
      measure: 'TP01',
    }),
    question('ways', 'multiple', {
      options: [...['text', 'email', 'post'].map((id) => option('ways', id)), option('ways', 'none', 'none')],
    }),
    question('likely', 'scale', { min: 0, max: 10, positive: ['9', '10'] }),
    question('repair', 'yes_no', { options: [option('repair', 'yes'), option('repair', 'no')] }),
    question('rooms', 'number', { min: 0, max: 20 }),
    question('since', 'date'),
    question('more', 'text', { maxLength: 4000 }),
  ],
};

export const texts: Record<string, string> = {
  'q.sat.title': 'How satisfied are you?',
  'q.sat.option.vs': 'Very satisfied',
  'q.sat.option.fs': 'Fairly satisfied',
  'q.sat.option.n': 'Neither',
  'q.sat.option.fd': 'Fairly dissatisfied',
  'q.sat.option.vd': 'Very dissatisfied',
};

export const answer = (value: AnswerValue) => ({ value, mode: 'web' as const, at: '2026-04-02T09:00:00Z', by: null });

/** A complete response with these answers, of somebody aged 40 in Elm unless told otherwise. */
export function row(answers: Record<string, AnswerValue>, more: Partial<ResultRow> = {}): ResultRow {
  return {
    unit: null,
    state: 'complete',
    finishedAt: 1_775_120_400_000,
    answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, answer(value)])),
    unanswered: {},
    mode: 'web',
    age: 40,
    tenure: 'general_needs',
    area: 'elm',
    ...more,
  };
}

/** Rows of the satisfaction question: counts of each answer by area. */
export function satisfaction(areas: Record<string, Record<string, number>>): ResultRow[] {
  return Object.entries(areas).flatMap(([area, counts]) =>
    Object.entries(counts).flatMap(([value, count]) =>
      Array.from({ length: count }, () => row({ sat: value }, { area })),
    ),
  );
}

export const columnsOf = (rows: readonly ResultRow[]): WaveColumns => buildColumns(compiled, rows);
