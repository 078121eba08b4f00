/** Dates as people write them: 3 5 2026, 03/05/2026, 3 May 2026, 2026-05-03. Day before month, as in Britain. */
import type { Language } from '../../language.ts';
import { type PhraseKey, phrase } from '../../locales/phrases.ts';
import { digitsIn } from '../digits.ts';
import { fold } from './words.ts';

const two = (part: string | number) => String(part).padStart(2, '0');

/** YYYY-MM-DD of three parts, whether or not there is such a day; the engine checks that. */
export const dateOf = (day: string | number, month: string | number, year: string | number): string =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

function monthNamed(word: string, language: Language): number | null {
  for (let month = 1; month <= 12; month += 1) {
    for (const code of [language, 'en'] as const) {
      const name = fold(phrase(code, `month.${month}` as PhraseKey));
      if (name === word || (word.length >= 3 && name.startsWith(word))) return month;
    }
  }
  return null;
}

/** Takes a text; gives YYYY-MM-DD, or null when it is not one date with a whole year. */
export function readDate(text: string, language: Language): string | null {
  const words = fold(digitsIn(text)).split(' ');
  const parts = words.map((word) => (/^\d+$/.test(word) ? word : String(monthNamed(word, language) ?? '')));
  const [first = '', second = '', third = '', ...others] = parts.filter((part) => part !== '');
  if (others.length > 0 || third === '') return null;
  if (first.length === 4) return dateOf(third, second, first);
  return third.length === 4 ? dateOf(first, second, third) : null;
}
