import { limits } from '../../../limits.ts';
import type { SurveyJson } from '../../schema.ts';
import { type Slot, slotsOf, sourceLanguage } from '../../takeapart.ts';
import { type Command, refuse } from '../outcome.ts';
import { reworded, type Words } from '../words.ts';

export interface Reword {
  /** String key, such as `q.stairs.title`. */
  key: string;
  /** Words in the source language; none takes them away. */
  text: string;
}

const itemOf = (key: string): string => key.split('.').slice(0, 2).join('.');

/** Words to read without a letter are still there to be written. */
const emptied = (key: string): Words | undefined => (key.startsWith('p.') ? '' : undefined);

function put({ holder, property, key }: Slot, source: string, text: string): void {
  const words = reworded(holder[property] as Words | undefined, source, text) ?? emptied(key);
  if (words === undefined) delete holder[property];
  else holder[property] = words;
}

/** Changes words in the source language. Translations stay; ids never change. */
export const reword: Command<Reword> = (survey, { key, text }) => {
  if (text.length > limits.textLetters) return refuse('wrong', `At most ${limits.textLetters} letters.`);
  const copy = JSON.parse(JSON.stringify(survey)) as SurveyJson;
  const slot = slotsOf(copy).find((one) => one.key === key);
  if (!slot) return refuse('wrong', 'There are no such words any more.');
  put(slot, sourceLanguage(survey), text);
  return { survey: copy, item: itemOf(key) };
};
