/** Words of a draft in the language it is written in. */

import type { SurveyJson } from '../schema.ts';
import { sourceLanguage } from '../takeapart.ts';

export type Words = string | Record<string, string>;

/** The words as their writer reads them; empty when there are none. */
export function sourceWords(words: Words | undefined, source: string): string {
  if (words === undefined || typeof words === 'string') return words ?? '';
  return words.default ?? words[source] ?? '';
}

/** `words` by language, the source among them under `default`. */
function byLanguage(words: Words | undefined, source: string): Record<string, string> {
  if (words === undefined) return {};
  if (typeof words === 'string') return { default: words };
  return Object.fromEntries(Object.entries(words).map(([code, text]) => [code === source ? 'default' : code, text]));
}

/** The same words with others in the source language; an empty text takes them away there. */
export function reworded(words: Words | undefined, source: string, text: string): Words | undefined {
  const { default: _, ...others } = byLanguage(words, source);
  const all = text === '' ? others : { default: text, ...others };
  const codes = Object.keys(all);
  if (codes.length === 0) return undefined;
  return codes.length === 1 && codes[0] === 'default' ? text : all;
}

/** "question 3 ("Why is that?")", as a sentence calls it. */
export function calling(survey: SurveyJson, name: string): string {
  const questions = survey.pages.flatMap(({ elements }) => elements);
  const place = questions.findIndex((one) => one.name === name);
  const title = sourceWords(questions[place]?.title, sourceLanguage(survey)) || name;
  return `question ${place + 1} (“${title}”)`;
}

/** "a", "a and b", "a, b and c". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
