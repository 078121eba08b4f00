import { withElement } from '../flat.ts';
import { type Command, noSuch } from '../outcome.ts';
import { choiceNamed } from './answers.ts';

export interface MoveAnswer {
  question: string;
  answer: string;
  /** Its place after the move, from 0. */
  to: number;
}

/** Moves an answer. What is stored stays: ids do not depend on order. */
export const moveAnswer: Command<MoveAnswer> = (survey, { question, answer, to }) => {
  const element = choiceNamed(survey, question);
  const found = element?.choices.find(({ value }) => String(value) === answer);
  if (!element || !found) return noSuch('answer');
  const choices = element.choices.filter((one) => one !== found).toSpliced(Math.max(0, to), 0, found);
  return { survey: withElement(survey, question, () => ({ ...element, choices })), item: `q.${question}` };
};
