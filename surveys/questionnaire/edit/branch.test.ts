import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyKind } from '../../../test/support/edits.ts';
import { compile } from '../compile.ts';
import { compileCondition } from '../condition.ts';
import { elementsOf } from '../schema.ts';
import { parseExpression } from '../surveyjs.ts';
import type { Expression } from '../types.ts';
import { type Branch, type BranchTest, howsOf, readBranch, writeBranch } from './branch.ts';
import { editKindOf, offered } from './kinds.ts';
import { kindsIn } from './uses.ts';

const earlier = new Map(compile(everyKind).compiled.questions.map((question) => [question.id, question]));
const kindOf = kindsIn(everyKind);

/** A test that an officer could set on one of the questions. */
const branchTest: fc.Arbitrary<BranchTest> = fc
  .constantFrom(...elementsOf(everyKind).filter(({ type }) => type !== 'file'))
  .chain((element) => {
    const kind = editKindOf(element);
    return fc.constantFrom(...howsOf[kind]).chain((how): fc.Arbitrary<BranchTest> => {
      const named = { question: element.name, how };
      if (how === 'answered' || how === 'not_answered') return fc.constant({ ...named, values: [] });
      if (kind === 'number') return fc.nat(30).map((value) => ({ ...named, values: [String(value)] }));
      if (kind === 'date') return fc.constant({ ...named, values: ['2026-05-03'] });
      const most = how === 'is' || how === 'is_not' ? 3 : 1;
      return fc
        .uniqueArray(fc.constantFrom(...offered(element)), { minLength: 1, maxLength: most })
        .map((values) => ({ ...named, values }));
    });
  });
const branch: fc.Arbitrary<Branch> = fc
  .record({
    join: fc.constantFrom('and' as const, 'or' as const),
    tests: fc.array(branchTest, { minLength: 1, maxLength: 4 }),
  })
  .map((one) => (one.tests.length === 1 ? { ...one, join: 'and' as const } : one));

test('every branch an officer can set is a condition we accept, and is read back as it was set', () => {
  fc.assert(
    fc.property(branch, (one) => {
      const written = writeBranch(one, kindOf);
      expect(readBranch(written)).toEqual(one);
      expect(() => compileCondition(written, earlier)).not.toThrow();
    }),
    { seed: 1, numRuns: 500 },
  );
});

const op: Record<string, string> = {
  is: 'equal',
  is_not: 'not_equal',
  at_least: 'greater_or_equal',
  at_most: 'less_or_equal',
  more_than: 'greater',
  less_than: 'less',
};

/** What a test means, in our tree. */
function meant({ question: answer, how, values }: BranchTest, multiple: boolean, list: boolean): Expression {
  if (how === 'answered') return { op: 'not_empty', answer };
  if (how === 'not_answered') return { op: 'empty', answer };
  if (list) {
    const any: Expression = { op: 'any_of', answer, value: values };
    return how === 'is' ? any : { op: 'not', of: any };
  }
  const [value = ''] = values;
  if (multiple) return { op: how === 'is' ? 'contains' : 'not_contains', answer, value };
  return { op: op[how], answer, value } as Expression;
}

const stringly = (expression: unknown): unknown =>
  JSON.parse(JSON.stringify(expression, (_, value: unknown) => (typeof value === 'number' ? String(value) : value)));

test('what the simple form reads is what survey-core reads', () => {
  fc.assert(
    fc.property(branchTest, (one) => {
      const tree = parseExpression(writeBranch({ join: 'and', tests: [one] }, kindOf));
      const multiple = kindOf(one.question) === 'multiple';
      expect(stringly(tree)).toEqual(meant(one, multiple, one.values.length > 1));
    }),
    { seed: 2, numRuns: 300 },
  );
});

test.each([
  "({a} = 'x' or {b} = 'y') and {c} = 'z'",
  "{a} = 'x' or {b} = 'y' and {c} = 'z'",
  "{a} contains ['x', 'y']",
  '{a} + 1 > 3',
  '{a} = {b}',
  'age({a}) > 3',
  '{a}',
  '{a.row} = 1',
  "!({a} = 'x')",
  '',
])('%s stays as it is: the simple form does not show it', (expression) => {
  expect(readBranch(expression)).toBeNull();
});

test.each([
  ["{a} = 'x and y'", ['x and y']],
  ['{a} anyof ["x", "y"]', ['x', 'y']],
  ["{a} <> 'no'", ['no']],
  ['{a} >= -2.5', ['-2.5']],
])('%s is shown', (expression, values) => {
  expect(readBranch(expression)?.tests[0]?.values).toEqual(values);
});
