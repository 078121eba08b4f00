import { elementsOf } from '../../elements.ts';
import { withElement } from '../flat.ts';
import { offered } from '../kinds.ts';
import { type Command, noSuch, refuse } from '../outcome.ts';

export interface CountGood {
  question: string;
  /** Ids of the answers counted as good; none: the question has no score. */
  answers: readonly string[];
}

/** Says which answers count as good in the results. */
export const countGood: Command<CountGood> = (survey, { question, answers }) => {
  const element = elementsOf(survey).find(({ name }) => name === question);
  if (!element) return noSuch('question');
  const all = offered(element);
  if (!answers.every((one) => all.includes(one))) return refuse('wrong', 'Choose from the answers it offers.');
  const { positive: _, ...rest } = element;
  const positive = all.filter((one) => answers.includes(one));
  return {
    survey: withElement(survey, question, () => (positive.length > 0 ? { ...rest, positive } : rest)),
    item: `q.${question}`,
  };
};
