import type { AnswerValue, Input } from '../../../surveys/interview/types.ts';
import type { Question } from '../../../surveys/questionnaire/types.ts';

/** Decimal digits of any script as 0 to 9, a comma as the point it stands for. */
const plainNumber = (typed: string): string =>
  typed
    .trim()
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10))
    .replace(',', '.');

const numberOf = (typed: string): number | string => {
  const plain = plainNumber(typed);
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed.trim();
};

const dateOf = (form: URLSearchParams): string => {
  const part = (name: string) => plainNumber(form.get(name) ?? '');
  return [part('year'), part('month').padStart(2, '0'), part('day').padStart(2, '0')].join('-');
};

/** What was filled in for a question, as it came; the interview says whether it is an answer. */
export function filledIn(question: Question, form: URLSearchParams): AnswerValue {
  switch (question.kind) {
    case 'multiple':
      return form.getAll('answer');
    case 'scale':
    case 'number':
      return numberOf(form.get('answer') ?? '');
    case 'date':
      return dateOf(form);
    case 'single':
    case 'yes_no':
    case 'text':
      return form.get('answer') ?? '';
  }
}

/** Nothing was filled in at all. */
export const isBlank = (form: URLSearchParams): boolean =>
  ['answer', 'day', 'month', 'year'].every((name) => form.getAll(name).every((value) => value.trim() === ''));

/** The input of a posted question page. `cursor` is the question being asked now. */
export function inputOf(question: Question, form: URLSearchParams, cursor: string | null, keepOld: boolean): Input {
  const passed = form.get('do') === 'skip' || (keepOld && isBlank(form));
  if (!passed) return { type: 'answer', question: question.id, value: filledIn(question, form) };
  return cursor === question.id ? { type: 'skip' } : { type: 'blank', question: question.id };
}
