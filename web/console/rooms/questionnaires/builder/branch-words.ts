import { type Branch, type BranchTest, readBranch } from '../../../../../surveys/questionnaire/edit/branch.ts';
import { answerWords } from '../../../../../surveys/questionnaire/edit/kinds.ts';
import { elementsOf } from '../../../../../surveys/questionnaire/elements.ts';
import type { SurveyJson } from '../../../../../surveys/questionnaire/schema.ts';
import { sourceLanguage } from '../../../../../surveys/questionnaire/takeapart.ts';
import type { Translate } from '../../../words.ts';
import { numberOf } from './naming.ts';

/** The answers of a test as they read: "Dirty or Very dirty". */
export function valuesInWords(survey: SurveyJson, { question, values }: BranchTest, t: Translate): string {
  const element = elementsOf(survey).find(({ name }) => name === question);
  const source = sourceLanguage(survey);
  return values.map((value) => (element ? answerWords(element, value, source) : value)).join(` ${t('branch.or')} `);
}

const testInWords = (survey: SurveyJson, test: BranchTest, t: Translate): string =>
  [numberOf(survey, test.question), t(`branch.how_${test.how}`), valuesInWords(survey, test, t)]
    .filter((part) => part !== '')
    .join(' ');

/** "If 2 is Dirty"; null for a condition that the simple form cannot show. */
export function branchInWords(survey: SurveyJson, expression: string, t: Translate): string | null {
  const branch: Branch | null = readBranch(expression);
  if (!branch) return null;
  const join = t(branch.join === 'and' ? 'branch.and' : 'branch.or');
  return t('branch.if', { tests: branch.tests.map((test) => testInWords(survey, test, t)).join(` ${join} `) });
}
