import { withElement } from '../flat.ts';
import { type Command, noSuch, refuse } from '../outcome.ts';
import { refuseUsed, usersOf, withoutUses } from '../uses.ts';
import { choiceNamed, withoutGood } from './answers.ts';

export interface RemoveAnswer {
  question: string;
  /** Its id. */
  answer: string;
  /** Take away what branches say of it too. */
  branches?: boolean;
}

/** Removes an answer. Names the branches that use it. */
export const removeAnswer: Command<RemoveAnswer> = (survey, { question, answer, branches = false }) => {
  const element = choiceNamed(survey, question);
  const found = element?.choices.find(({ value }) => String(value) === answer);
  if (!element || !found) return noSuch('answer');
  if (element.choices.length === 1) return refuse('wrong', 'A question needs an answer to choose.');
  const looked = {
    question,
    value: answer,
    lost: ({ values }: { values: readonly string[] }) => values.includes(answer),
  };
  const users = usersOf(survey, looked);
  if (users.length > 0 && !branches) return refuseUsed(survey, users, 'this answer');
  const left = users.length > 0 ? withoutUses(survey, looked) : survey;
  const choices = element.choices.filter((one) => one !== found);
  return {
    survey: withElement(left, question, () => withoutGood({ ...element, choices }, answer)),
    item: `q.${question}`,
  };
};
