/** The one file that touches survey-core: its expression parser, whose tree becomes ours. Loaded to publish, never to answer. */
import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  type Operand,
  UnaryOperand,
  Variable,
} from 'survey-core';
import type { Comparison, Expression, Scalar } from './types.ts';

/** Why an expression cannot be used; the words follow "Question x has a condition ...". */
export class ExpressionError extends Error {
  readonly code: 'condition' | 'not_before';
  constructor(message: string, code: 'condition' | 'not_before' = 'condition') {
    super(message);
    this.code = code;
  }
}

const comparisonOf: Record<string, Comparison> = {
  equal: 'equal',
  notequal: 'not_equal',
  greater: 'greater',
  less: 'less',
  greaterorequal: 'greater_or_equal',
  lessorequal: 'less_or_equal',
  contains: 'contains',
  notcontains: 'not_contains',
  anyof: 'any_of',
  allof: 'all_of',
};

function answerOf(operand: unknown): string {
  if (operand instanceof Variable) return operand.variable;
  throw new ExpressionError('that must compare one question with a fixed answer, the question first');
}

function scalarOf(operand: Operand): Scalar {
  const value: unknown = operand instanceof Const && !(operand instanceof Variable) ? operand.correctValue : undefined;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') throw new ExpressionError("that says true or false; write 'yes' or 'no'");
  throw new ExpressionError('that compares with something that is not a fixed answer');
}

const fixedAnswer = (operand: Operand): Scalar | Scalar[] =>
  operand instanceof ArrayOperand ? operand.values.map(scalarOf) : scalarOf(operand);

function fromBinary(operand: BinaryOperand): Expression {
  const { operator } = operand;
  if (operator === 'and' || operator === 'or') {
    return { op: operator, of: [fromOperand(operand.leftOperand), fromOperand(operand.rightOperand)] };
  }
  const answer = answerOf(operand.leftOperand);
  const value = fixedAnswer(operand.rightOperand);
  if (operator === 'noneof') return { op: 'not', of: { op: 'any_of', answer, value } };
  const op = comparisonOf[operator];
  if (!op) throw new ExpressionError('that calculates, which we cannot do');
  return { op, answer, value };
}

function fromUnary(operand: UnaryOperand): Expression {
  if (operand.operator === 'negate') return { op: 'not', of: fromOperand(operand.expression) };
  const answer = answerOf(operand.expression);
  return { op: operand.operator === 'empty' ? 'empty' : 'not_empty', answer };
}

function fromOperand(operand: unknown): Expression {
  if (operand instanceof BinaryOperand) return fromBinary(operand);
  if (operand instanceof UnaryOperand) return fromUnary(operand);
  if (operand instanceof Variable) throw new ExpressionError(`that should say {${operand.variable}} notempty`);
  throw new ExpressionError('that uses something other than answers');
}

/** Takes a SurveyJS expression; gives our tree. Throws `ExpressionError`. */
export function parseExpression(text: string): Expression {
  const operand: unknown = new ConditionsParser().parseExpression(text);
  if (!operand) throw new ExpressionError('that we cannot read');
  return fromOperand(operand);
}
