import { withElement } from '../flat.ts';
import { type Command, noSuch } from '../outcome.ts';
import { refuseUsed, usersOf, withoutUses } from '../uses.ts';
import { choiceNamed, withoutGood } from './answers.ts';

/** Answers beside the list, by their id: how SurveyJS says that each is offered, and where its own words stand. */
const properties = {
  none: ['showNoneItem', 'noneText'],
  dontknow: ['showDontKnowItem', 'dontKnowText'],
  refused: ['showRefuseItem', 'refuseText'],
} as const;
export type Special = keyof typeof properties;
export const specials = Object.keys(properties) as Special[];

export interface Offer {
  question: string;
  which: Special;
  on: boolean;
  branches?: boolean;
}

/** Offers "None of these", "Don't know" or "Prefer not to say", or no longer. Names the branches that use it. */
export const offer: Command<Offer> = (survey, { question, which, on, branches = false }) => {
  const element = choiceNamed(survey, question);
  if (!element) return noSuch('question');
  const [shown, words] = properties[which];
  const item = `q.${question}`;
  if (on) return { survey: withElement(survey, question, () => ({ ...element, [shown]: true })), item };
  const looked = {
    question,
    value: which,
    lost: ({ values }: { values: readonly string[] }) => values.includes(which),
  };
  const users = usersOf(survey, looked);
  if (users.length > 0 && !branches) return refuseUsed(survey, users, 'this answer');
  const { [shown]: _, [words]: __, ...rest } = element;
  const left = users.length > 0 ? withoutUses(survey, looked) : survey;
  return { survey: withElement(left, question, () => withoutGood(rest, which)), item };
};

/** Whether it is offered. */
export const isOffered = (element: Record<string, unknown>, which: Special): boolean =>
  element[properties[which][0]] === true;
