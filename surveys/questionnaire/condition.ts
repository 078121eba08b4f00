/** Makes a parsed condition fit the questions it is about, or says why it cannot. */
import { limits } from '../limits.ts';
import { nodesOf } from './evaluate.ts';
import { ExpressionError, parseExpression } from './surveyjs.ts';
import type { Comparison, Expression, Question, QuestionKind, Scalar } from './types.ts';

const equality = ['equal', 'not_equal'] as const;
const orders = ['greater', 'less', 'greater_or_equal', 'less_or_equal'] as const;

/** What may be asked of the answer to each kind of question; `empty` and `not_empty` always may. */
const allowed: Record<QuestionKind, readonly Comparison[]> = {
  single: [...equality, 'any_of'],
  yes_no: [...equality, 'any_of'],
  multiple: ['contains', 'not_contains', 'any_of', 'all_of'],
  scale: [...equality, ...orders, 'any_of'],
  number: [...equality, ...orders],
  date: [...equality, ...orders],
  text: [],
  photo: [],
};

function fitScalar(value: Scalar, question: Question): Scalar {
  if (question.kind === 'scale' || question.kind === 'number') {
    const number = Number(value);
    if (value === '' || Number.isNaN(number)) throw new ExpressionError(`that compares "${question.id}" with a word`);
    return number;
  }
  if (question.kind === 'date') return String(value);
  if (question.options.some((option) => option.id === String(value))) return String(value);
  throw new ExpressionError(`that needs the answer "${value}" to "${question.id}", which is not offered`);
}

function fitTo(expression: Expression, earlier: ReadonlyMap<string, Question>): Expression {
  if (expression.op === 'and' || expression.op === 'or') {
    return { op: expression.op, of: expression.of.map((one) => fitTo(one, earlier)) };
  }
  if (expression.op === 'not') return { op: 'not', of: fitTo(expression.of, earlier) };
  const question = earlier.get(expression.answer);
  if (!question) throw new ExpressionError(`about "${expression.answer}", which is not asked before it`, 'not_before');
  if (expression.op === 'empty' || expression.op === 'not_empty') return expression;
  if (!allowed[question.kind].includes(expression.op)) {
    throw new ExpressionError(`that tests "${question.id}" in a way its kind of answer does not allow`);
  }
  const { op, answer, value } = expression;
  if (typeof value !== 'object') return { op, answer, value: fitScalar(value, question) };
  if (op === 'equal' || op === 'not_equal') throw new ExpressionError(`that compares "${answer}" with a list`);
  return { op, answer, value: value.map((one) => fitScalar(one, question)) };
}

/**
 * Takes a SurveyJS expression and the questions asked before. Gives our tree.
 * Throws `ExpressionError`, whose message follows "has a condition".
 */
export function compileCondition(text: string, earlier: ReadonlyMap<string, Question>): Expression {
  const expression = fitTo(parseExpression(text), earlier);
  if (nodesOf(expression) > limits.expressionNodes) {
    throw new ExpressionError(`with more than ${limits.expressionNodes} parts`);
  }
  return expression;
}
