import { elementsOf } from '../../elements.ts';
import { withElement } from '../flat.ts';
import { type Command, noSuch, refuse } from '../outcome.ts';

export interface Require {
  question: string;
  on: boolean;
}

/** Makes a question one that must be answered, or not. */
export const require: Command<Require> = (survey, { question, on }) => {
  const element = elementsOf(survey).find(({ name }) => name === question);
  if (!element) return noSuch('question');
  if (on && element.type === 'file')
    return refuse('wrong', 'A photo can be given on the web alone, so nobody can be made to send one.');
  const { isRequired: _, ...rest } = element;
  return {
    survey: withElement(survey, question, () => (on ? { ...element, isRequired: true } : rest)),
    item: `q.${question}`,
  };
};
