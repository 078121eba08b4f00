/** Conditions on answers, with the meaning survey-core gives them (a differential test holds us to it). */
import type { Comparison, Expression, Scalar } from './types.ts';

/** An answer as conditions see it: undefined when there is none. */
export type Known = Scalar | readonly string[] | undefined;
export type Answers = (question: string) => Known;

const listOf = (value: Scalar | readonly Scalar[]): readonly Scalar[] => (typeof value === 'object' ? value : [value]);
const has = (answer: Known, wanted: Scalar): boolean =>
  typeof answer === 'object' ? answer.some((one) => one === wanted) : answer === wanted;

/** Only like is ordered with like; nothing is greater or less than no answer. */
function order(answer: Known, value: Scalar | readonly Scalar[]): number {
  if (typeof answer === 'number' && typeof value === 'number') return answer - value;
  if (typeof answer === 'string' && typeof value === 'string') return answer < value ? -1 : answer > value ? 1 : 0;
  return Number.NaN;
}

const tests: Record<Comparison, (answer: Known, value: Scalar | readonly Scalar[]) => boolean> = {
  equal: (answer, value) => answer === value,
  not_equal: (answer, value) => answer !== value,
  greater: (answer, value) => order(answer, value) > 0,
  less: (answer, value) => order(answer, value) < 0,
  greater_or_equal: (answer, value) => order(answer, value) >= 0,
  less_or_equal: (answer, value) => order(answer, value) <= 0,
  contains: (answer, value) => listOf(value).every((one) => has(answer, one)),
  not_contains: (answer, value) => !listOf(value).every((one) => has(answer, one)),
  any_of: (answer, value) => listOf(value).some((one) => has(answer, one)),
  all_of: (answer, value) => listOf(value).every((one) => has(answer, one)),
};

/** Whether `expression` holds for these answers. */
export function holds(expression: Expression, answers: Answers): boolean {
  switch (expression.op) {
    case 'and':
      return expression.of.every((one) => holds(one, answers));
    case 'or':
      return expression.of.some((one) => holds(one, answers));
    case 'not':
      return !holds(expression.of, answers);
    case 'empty':
      return answers(expression.answer) === undefined;
    case 'not_empty':
      return answers(expression.answer) !== undefined;
    default:
      return tests[expression.op](answers(expression.answer), expression.value);
  }
}

type Leaf = Exclude<Expression, { op: 'and' | 'or' | 'not' }>;

/** Every test of one answer in a condition, left to right. */
export function leavesOf(expression: Expression): Leaf[] {
  if (expression.op === 'and' || expression.op === 'or') return expression.of.flatMap(leavesOf);
  if (expression.op === 'not') return leavesOf(expression.of);
  return [expression];
}

export function nodesOf(expression: Expression): number {
  if (expression.op === 'and' || expression.op === 'or')
    return expression.of.reduce((sum, one) => sum + nodesOf(one), 1);
  return expression.op === 'not' ? 1 + nodesOf(expression.of) : 1;
}

/** The questions a condition looks at. */
export const questionsIn = (expression: Expression): string[] => [
  ...new Set(leavesOf(expression).map((leaf) => leaf.answer)),
];
