import { limits } from '../../../limits.ts';
import { sourceLanguage } from '../../takeapart.ts';
import { withElement } from '../flat.ts';
import { answerId } from '../ids.ts';
import { type Command, noSuch, refuse } from '../outcome.ts';
import { reworded } from '../words.ts';
import { choiceNamed } from './answers.ts';

export interface AddAnswer {
  question: string;
  text: string;
}

/** Adds an answer at the end; its id is made from its words. */
export const addAnswer: Command<AddAnswer> = (survey, { question, text }) => {
  const element = choiceNamed(survey, question);
  if (!element) return noSuch('question');
  if (text.trim() === '') return refuse('wrong', 'Write the answer first.');
  if (element.choices.length >= limits.options)
    return refuse('wrong', `At most ${limits.options} answers can be offered.`);
  const value = answerId(
    text,
    element.choices.map((one) => String(one.value)),
  );
  const words = reworded(undefined, sourceLanguage(survey), text.trim());
  const choices = [...element.choices, { value, text: words }];
  return { survey: withElement(survey, question, () => ({ ...element, choices })), item: `q.${question}` };
};
