import type { Language } from '../language.ts';
import { type PhraseKey, phrase } from './phrases.ts';

const partsOf = (language: Language, date: string) => {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return { day: day ?? 0, month: phrase(language, `month.${month}` as PhraseKey), year: year ?? 0 };
};

/** "3 May", from a date as YYYY-MM-DD. */
export const sayDay = (language: Language, date: string): string =>
  phrase(language, 'date.day', partsOf(language, date));

/** "3 May 2026". */
export const sayDate = (language: Language, date: string): string =>
  phrase(language, 'date.full', partsOf(language, date));
