import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExpression } from '../surveyjs.ts';
import type { Expression } from '../types.ts';
import { writeExpression } from './expression.ts';

const question = fc.constantFrom('a', 'b_2', 'c');
const value = fc.oneof(fc.constantFrom('x', 'very_good', 'two words', 'and'), fc.integer({ min: -3, max: 20 }));
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({ op: fc.constantFrom('empty' as const, 'not_empty' as const), answer: question }),
  fc.record({
    op: fc.constantFrom('equal' as const, 'not_equal' as const, 'greater' as const, 'less_or_equal' as const),
    answer: question,
    value,
  }),
  fc.record({
    op: fc.constantFrom('any_of' as const, 'all_of' as const),
    answer: question,
    value: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
);
const { tree } = fc.letrec<{ tree: Expression; many: Expression; not: Expression }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, leaf, tie('many'), tie('not')),
  many: fc.record({
    op: fc.constantFrom('and' as const, 'or' as const),
    of: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
  }),
  not: fc.record({ op: fc.constant('not' as const), of: tie('tree') }),
}));

/** The same tree with `and` of `and` in one, as survey-core's is of two and two. */
function flat(expression: Expression): Expression {
  if (expression.op === 'not') return { op: 'not', of: flat(expression.of) };
  if (expression.op !== 'and' && expression.op !== 'or') return expression;
  const of = expression.of.map(flat);
  return { op: expression.op, of: of.flatMap((one) => (one.op === expression.op ? one.of : [one])) };
}

test('a condition that is written reads as it was', () => {
  fc.assert(
    fc.property(tree, (one) => {
      expect(flat(parseExpression(writeExpression(one)))).toEqual(flat(one));
    }),
    { seed: 3, numRuns: 300 },
  );
});
