import { limits } from '../../../limits.ts';
import { elementsOf } from '../../elements.ts';
import type { Element } from '../../schema.ts';
import { withElement } from '../flat.ts';
import { type Command, noSuch, refuse } from '../outcome.ts';

export interface Limit {
  question: string;
  /** Lowest and highest number, or the ends of a scale; null takes a limit of a number away. */
  min: number | null;
  max: number | null;
}

/** Why these ends cannot be, or null. */
function faultOf(element: Element, min: number | null, max: number | null): string | null {
  if (element.type !== 'rating')
    return min !== null && max !== null && min > max ? 'The lowest is above the highest.' : null;
  const whole = Number.isInteger(min) && Number.isInteger(max);
  const steps = (max ?? 0) - (min ?? 0);
  return whole && steps >= 1 && steps <= limits.scaleSteps
    ? null
    : `A scale has 1 to ${limits.scaleSteps} steps between whole numbers, such as 0 to 10.`;
}

/** Sets the lowest and highest number of a question. */
export const limit: Command<Limit> = (survey, { question, min, max }) => {
  const element = elementsOf(survey).find(({ name }) => name === question);
  if (!element) return noSuch('question');
  const fault = faultOf(element, min, max);
  if (fault !== null) return refuse('wrong', fault);
  const item = `q.${question}`;
  if (element.type === 'rating') {
    const ends = { rateMin: min ?? 0, rateMax: max ?? 0 };
    const positive = element.positive?.filter((one) => Number(one) >= ends.rateMin && Number(one) <= ends.rateMax);
    const { positive: _, ...rest } = element;
    const good = positive && positive.length > 0 ? { positive } : {};
    return { survey: withElement(survey, question, () => ({ ...rest, ...ends, ...good })), item };
  }
  if (element.type !== 'text' || element.inputType !== 'number')
    return refuse('wrong', 'Only a number has a lowest and a highest.');
  const { min: _, max: __, ...rest } = element;
  const ends = { ...(min !== null && { min }), ...(max !== null && { max }) };
  return { survey: withElement(survey, question, () => ({ ...rest, ...ends })), item };
};
