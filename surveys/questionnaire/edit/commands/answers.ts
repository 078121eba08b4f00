/** What the commands about answers have in common. */
import { elementsOf } from '../../elements.ts';
import type { Element, SurveyJson } from '../../schema.ts';

export type ChoiceQuestion = Extract<Element, { choices: unknown }>;

/** The choice of that name, or null. */
export function choiceNamed(survey: SurveyJson, question: string): ChoiceQuestion | null {
  const element = elementsOf(survey).find(({ name }) => name === question);
  return element && 'choices' in element ? element : null;
}

/** The element without an answer among those counted as good; none left is no list. */
export function withoutGood<E extends Element>(element: E, answer: string): E {
  const positive = element.positive?.filter((one) => one !== answer);
  const { positive: _, ...rest } = element;
  return (positive && positive.length > 0 ? { ...rest, positive } : rest) as E;
}
