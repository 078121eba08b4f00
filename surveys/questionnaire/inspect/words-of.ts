import { introKey, titleKey, wordKeys } from '../keys.ts';
import type { SurveyParts } from '../takeapart.ts';
import type { Question, Texts } from '../types.ts';
import type { Draft } from './draft.ts';

/** Words that somebody here can change, each with its key and the question it belongs to; null is the questionnaire as a whole. */
export function ownWords(
  { compiled, locked }: Draft,
  texts: Texts,
): { key: string; text: string; question: Question | null }[] {
  const general = [titleKey, introKey].map((key) => ({ key, question: null }));
  const asked = compiled.questions
    .filter(({ id }) => !locked.has(id))
    .flatMap((question) => wordKeys(question).map((key) => ({ key, question })));
  return [...general, ...asked].flatMap(({ key, question }) => {
    const text = texts[key];
    return text === undefined ? [] : [{ key, text, question }];
  });
}

/** Changes the words under one key in the languages where `change` gives something else. */
export function withWords(
  { structure, editions }: SurveyParts,
  key: string,
  change: (text: string) => string,
): SurveyParts {
  const changed = Object.entries(editions).map(([language, texts]) => {
    const text = texts[key];
    return [language, text === undefined ? texts : { ...texts, [key]: change(text) }];
  });
  return { structure, editions: Object.fromEntries(changed) };
}
