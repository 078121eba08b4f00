import { limits } from '../../../limits.ts';
import { elementsOf } from '../../elements.ts';
import { sourceLanguage } from '../../takeapart.ts';
import { flatten, itemKey, unflatten } from '../flat.ts';
import { questionId } from '../ids.ts';
import { type Command, noSuch, refuse } from '../outcome.ts';
import { sourceWords } from '../words.ts';

export interface Duplicate {
  question: string;
}

/** Copies a question after itself, with its answers, its branch and every language. What only one question can be is not copied: the published measure. */
export const duplicate: Command<Duplicate> = (survey, { question }) => {
  const items = flatten(survey);
  const place = items.findIndex((item) => itemKey(item) === `q.${question}`);
  const item = items[place];
  if (item?.is !== 'question') return noSuch('question');
  const names = elementsOf(survey).map(({ name }) => name);
  if (names.length >= limits.questions) return refuse('wrong', `At most ${limits.questions} questions can be asked.`);
  const { measure: _, interviewerOnly: __, ...element } = structuredCopy(item.element);
  const words = sourceWords(element.title, sourceLanguage(survey)) || question;
  const name = questionId(words, names);
  const copied = items.toSpliced(place + 1, 0, { is: 'question', element: { ...element, name } });
  return { survey: unflatten(survey, copied), item: `q.${name}` };
};

const structuredCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
