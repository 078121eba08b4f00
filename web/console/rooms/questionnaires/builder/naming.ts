import { type Item, itemKey, shownOf } from '../../../../../surveys/questionnaire/edit/flat.ts';
import { sourceWords } from '../../../../../surveys/questionnaire/edit/words.ts';
import { elementsOf } from '../../../../../surveys/questionnaire/elements.ts';
import type { SurveyJson } from '../../../../../surveys/questionnaire/schema.ts';
import { sourceLanguage } from '../../../../../surveys/questionnaire/takeapart.ts';
import type { Translate } from '../../../words.ts';

/** Id of what stands before the first question: the title and the introduction. */
export const wholeKey = 'whole';

/** An item with its number among the questions; null for words to read. */
export interface Row {
  key: string;
  item: Item;
  number: number | null;
  /** Its words in the source language; empty where there are none yet. */
  words: string;
}

/** What an officer sees of a draft, in order. */
export function rowsOf(survey: SurveyJson): Row[] {
  const source = sourceLanguage(survey);
  let number = 0;
  return shownOf(survey).map((item) => {
    if (item.is === 'question') number += 1;
    const words = item.is === 'question' ? item.element.title : item.head.description;
    return {
      key: itemKey(item),
      item,
      number: item.is === 'question' ? number : null,
      words: sourceWords(words, source),
    };
  });
}

const most = 60;
/** The first letters of long words, for a list. */
const short = (words: string): string => (words.length > most ? `${words.slice(0, most).trimEnd()}…` : words);

/** How a row is called in a sentence: by its words, else by what it is. */
export function nameOf({ number, words }: Row, t: Translate): string {
  if (words.trim() !== '') return short(words.trim());
  return number === null ? t('builder.words') : t('wording.question', { number });
}

/** The number of a question in a draft, from 1; 0 for one that is not there. */
export const numberOf = (survey: SurveyJson, name: string): number =>
  elementsOf(survey).findIndex((element) => element.name === name) + 1;

/** The box of some words: faults lead to it. */
export const boxId = (key: string): string => `word-${key}`;
