import { sourceLanguage } from '../../takeapart.ts';
import { withElement } from '../flat.ts';
import { offered } from '../kinds.ts';
import { type Command, noSuch } from '../outcome.ts';
import { withScale } from '../scale.ts';
import { refuseUsed, usersOf, withoutUses } from '../uses.ts';
import { choiceNamed } from './answers.ts';

export interface UseScale {
  question: string;
  /** Its id in the bank. */
  scale: string;
  /** Languages whose words come with it, as far as the bank has them. */
  languages: readonly string[];
  branches?: boolean;
}

/** Puts a standard scale in the place of the answers, with its words and those that count as good. Names the branches that need the old ones. */
export const useScale: Command<UseScale> = (survey, { question, scale, languages, branches = false }) => {
  const element = choiceNamed(survey, question);
  if (!element) return noSuch('question');
  const scaled = withScale(element, scale, sourceLanguage(survey), languages);
  if (!scaled) return noSuch('scale');
  const kept = offered(scaled);
  const looked = {
    question,
    lost: ({ values }: { values: readonly string[] }) => values.some((value) => !kept.includes(value)),
  };
  const users = usersOf(survey, looked);
  if (users.length > 0 && !branches) return refuseUsed(survey, users, 'an answer this scale does not have');
  const left = users.length > 0 ? withoutUses(survey, looked) : survey;
  return { survey: withElement(left, question, () => scaled), item: `q.${question}` };
};
