/** The words residents reply with, in every language; folded, so that case, accents and apostrophes do not matter. */
import type { Language } from '../../language.ts';
import { digitsIn } from '../digits.ts';
import ar from './words/ar.json' with { type: 'json' };
import bn from './words/bn.json' with { type: 'json' };
import cy from './words/cy.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fa from './words/fa.json' with { type: 'json' };
import gu from './words/gu.json' with { type: 'json' };
import pa from './words/pa.json' with { type: 'json' };
import pl from './words/pl.json' with { type: 'json' };
import pt from './words/pt.json' with { type: 'json' };
import ro from './words/ro.json' with { type: 'json' };
import so from './words/so.json' with { type: 'json' };
import tr from './words/tr.json' with { type: 'json' };
import uk from './words/uk.json' with { type: 'json' };
import ur from './words/ur.json' with { type: 'json' };
import zh from './words/zh-Hans.json' with { type: 'json' };

export type WordGroup = keyof typeof en;
const books: Record<Language, Record<WordGroup, string[]>> = {
  en,
  cy,
  pl,
  ro,
  pa,
  ur,
  bn,
  gu,
  ar,
  so,
  pt,
  es,
  fa,
  'zh-Hans': zh,
  tr,
  uk,
};

/** Letters that look alike and that keyboards give one for the other. */
const keyboards: Record<string, string> = {
  ł: 'l',
  ı: 'i',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ە: 'ہ',
  ٱ: 'ا',
  ـ: '',
};
const alike = new RegExp(`[${Object.keys(keyboards).join('')}]`, 'g');

/**
 * Accents, invisible signs and apostrophes. In the scripts of India most marks are vowels and stay; gone are those that people
 * leave out when they text: nukta, chandrabindu, bindi, tippi, addak.
 */
const accents =
  /(?![\u0900-\u0dff])\p{Mn}|[\u0901\u0902\u093c\u0981\u09bc\u0a01\u0a02\u0a3c\u0a70\u0a71\u0a81\u0a82\u0abc]|[\p{Cf}'’‘`ʼ]/gu;

/** Lower case, digits as 0 to 9, no accents, no punctuation, single spaces. */
export const fold = (text: string): string =>
  digitsIn(text.normalize('NFKD').toLowerCase())
    .replace(accents, '')
    .replace(alike, (letter) => keyboards[letter] ?? letter)
    // Chinese puts no space between words: each of its letters stands as one.
    .replace(/\p{Script=Han}/gu, ' $& ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

const folded = Object.fromEntries(
  Object.entries(books).map(([code, book]) => [
    code,
    Object.fromEntries(Object.entries(book).map(([group, words]) => [group, words.map(fold)])),
  ]),
) as Record<Language, Record<WordGroup, string[]>>;

const everywhere = (group: WordGroup): string[] => Object.values(folded).flatMap((book) => book[group]);

/** Words of a group in every language we know: commands are understood whichever language the interview is in. */
const common = Object.fromEntries(
  (Object.keys(en) as WordGroup[]).map((group) => [group, everywhere(group)]),
) as Record<WordGroup, string[]>;

/** The folded words of a group: of one language, or of all. */
export const wordsOf = (group: WordGroup, language?: Language): readonly string[] =>
  language ? folded[language][group] : common[group];

/** Whether the whole message, folded, is one of the words of the group in any language. */
export const isWord = (group: WordGroup, message: string): boolean => common[group].includes(message);

/** The same in the language of the interview or in English only: short words mean different things in different languages. */
export const isWordIn = (group: WordGroup, language: Language, message: string): boolean =>
  folded[language][group].includes(message) || folded.en[group].includes(message);

/** Whether the folded message holds one of the group's phrases, in any language, as whole words. */
export const holdsWord = (group: WordGroup, message: string): boolean =>
  common[group].some((phrase) => ` ${message} `.includes(` ${phrase} `));

/** The same in the language of the interview or in English only. */
export const holdsWordIn = (group: WordGroup, language: Language, message: string): boolean =>
  [...folded[language][group], ...folded.en[group]].some((phrase) => ` ${message} `.includes(` ${phrase} `));

/** The folded message without the group's phrases. */
export const withoutWords = (group: WordGroup, message: string): string =>
  common[group].reduce((text, phrase) => text.replaceAll(` ${phrase} `, ' '), ` ${message} `).trim();

/** A word for a number, 0 to 10, in the language of the interview or in English. */
export function numberWord(language: Language, word: string): number | null {
  const own = folded[language].numbers.indexOf(word);
  const number = own >= 0 ? own : folded.en.numbers.indexOf(word);
  return number >= 0 ? number : null;
}

/** Words that carriers or we act on: no answer may be one of them. */
export const isReserved = (words: string): boolean =>
  (['stop', 'start', 'help', 'skip', 'back', 'language', 'done'] as const).some((group) => isWord(group, fold(words)));
