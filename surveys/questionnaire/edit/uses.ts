/** Which conditions look at a question or at one of its answers, and what is left of them without it. */
import { elementsOf } from '../elements.ts';
import type { Element, SurveyJson } from '../schema.ts';
import { type BranchTest, namedIn, readBranch, writeBranch } from './branch.ts';
import { type EditKind, editKindOf } from './kinds.ts';
import { type Outcome, refuse } from './outcome.ts';
import { calling, listed } from './words.ts';

const conditions = ['visibleIf', 'requiredIf'] as const;

export const kindsIn = (survey: SurveyJson): ((question: string) => EditKind) => {
  const kinds = new Map(elementsOf(survey).map((element) => [element.name, editKindOf(element)]));
  return (question) => kinds.get(question) ?? 'short_text';
};

/** A test of a condition that goes when something is removed. */
type Lost = (test: BranchTest) => boolean;

/** Whether an expression has a test that is lost. One we cannot read is looked through for the names. */
function looksAt(expression: string, question: string, lost: Lost, value?: string): boolean {
  if (!namedIn(expression).includes(question)) return false;
  const branch = readBranch(expression);
  if (branch) return branch.tests.some((test) => test.question === question && lost(test));
  return value === undefined || new RegExp(`(?<![\\w-])${value}(?![\\w-])`).test(expression);
}

interface Looked {
  question: string;
  lost: Lost;
  /** The answer that is lost, where it is one answer. */
  value?: string;
}

/** Names of the questions whose conditions would lose a test. */
export const usersOf = (survey: SurveyJson, { question, lost, value }: Looked): string[] =>
  elementsOf(survey)
    .filter(
      (element) =>
        element.name !== question &&
        conditions.some((property) => looksAt(element[property] ?? '', question, lost, value)),
    )
    .map(({ name }) => name);

function left(expression: string, { question, lost, value }: Looked, kindOf: (name: string) => EditKind) {
  if (!looksAt(expression, question, lost, value)) return expression;
  const branch = readBranch(expression);
  const tests = (branch?.tests ?? []).flatMap((test) => {
    if (test.question !== question || !lost(test)) return [test];
    const values = test.values.filter((one) => value !== undefined && one !== value);
    return values.length > 0 ? [{ ...test, values }] : [];
  });
  return branch && tests.length > 0 ? writeBranch({ ...branch, tests }, kindOf) : undefined;
}

/** The survey with each condition changed; one that gives nothing goes. */
export const withConditions = (
  survey: SurveyJson,
  change: (expression: string, of: Element) => string | undefined,
): SurveyJson => ({
  ...survey,
  pages: survey.pages.map((page) => ({
    ...page,
    elements: page.elements.map((element) => {
      const changed = { ...element };
      for (const property of conditions) {
        const now = element[property];
        if (now === undefined) continue;
        const next = change(now, element);
        if (next === undefined) delete changed[property];
        else changed[property] = next;
      }
      return changed;
    }),
  })),
});

/** The survey without the tests that are lost; a condition that has none left goes, and everybody is asked. */
export const withoutUses = (survey: SurveyJson, looked: Looked): SurveyJson => {
  const kindOf = kindsIn(survey);
  return withConditions(survey, (expression) => left(expression, looked, kindOf));
};

/** Says which questions are asked because of what would go. */
export function refuseUsed(survey: SurveyJson, users: readonly string[], what: string): Outcome {
  const names = listed(users.map((name) => calling(survey, name)));
  const many = users.length > 1;
  return refuse(
    'used',
    `${names.charAt(0).toUpperCase()}${names.slice(1)} ${many ? 'are' : 'is'} asked only because of ${what}.`,
  );
}

/** Pairs of questions of which the first has a condition on the second, which does not stand before it. */
export function aheadIn(survey: SurveyJson): string[] {
  const seen = new Set<string>();
  const all = new Set(elementsOf(survey).map(({ name }) => name));
  return elementsOf(survey).flatMap((element) => {
    const named = conditions.flatMap((property) => namedIn(element[property] ?? ''));
    const ahead = named.filter((name) => all.has(name) && !seen.has(name));
    seen.add(element.name);
    return ahead.map((name) => `${element.name} ${name}`);
  });
}
