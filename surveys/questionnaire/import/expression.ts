/** Our tree of a condition as a SurveyJS expression. */
import type { Comparison, Expression, Scalar } from '../types.ts';

const signs: Record<Comparison, string> = {
  equal: '=',
  not_equal: '<>',
  greater: '>',
  less: '<',
  greater_or_equal: '>=',
  less_or_equal: '<=',
  contains: 'contains',
  not_contains: 'notcontains',
  any_of: 'anyof',
  all_of: 'allof',
};

const scalar = (value: Scalar): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", '')}'`;

/** The reverse of `parseExpression`. */
export function writeExpression(expression: Expression): string {
  if (expression.op === 'and' || expression.op === 'or') {
    const parts = expression.of.map((one) => {
      const text = writeExpression(one);
      return one.op !== expression.op && (one.op === 'and' || one.op === 'or') ? `(${text})` : text;
    });
    return parts.join(` ${expression.op} `);
  }
  if (expression.op === 'not') {
    const { of } = expression;
    if (of.op === 'any_of') return `{${of.answer}} noneof [${[of.value].flat().map(scalar).join(', ')}]`;
    return `!(${writeExpression(of)})`;
  }
  if (expression.op === 'empty') return `{${expression.answer}} empty`;
  if (expression.op === 'not_empty') return `{${expression.answer}} notempty`;
  const { op, answer, value } = expression;
  const operand = typeof value === 'object' ? `[${value.map(scalar).join(', ')}]` : scalar(value);
  return `{${answer}} ${signs[op]} ${operand}`;
}
