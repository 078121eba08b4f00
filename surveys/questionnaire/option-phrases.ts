import { type Language, languageCodes } from '../language.ts';
import { type PhraseKey, phrase, phraseStatus } from '../locales/phrases.ts';
import type { Option, Texts } from './types.ts';

/** Options whose words are phrases of ours when the questionnaire gives none. */
const phrases: Record<string, PhraseKey> = {
  yes: 'answer.yes',
  no: 'answer.no',
  none: 'answer.none',
  dontknow: 'answer.dont_know',
  refused: 'answer.refused',
  not_applicable: 'answer.not_applicable',
};

export const hasPhrase = (option: string): boolean => Object.hasOwn(phrases, option);

/** The words of an option: the edition's, else our phrase for it, else its id. */
export function optionLabel(option: Option, texts: Texts, language: Language): string {
  const key = hasPhrase(option.id) ? phrases[option.id] : undefined;
  return texts[option.key] ?? (key ? phrase(language, key) : option.id);
}

/** Each of those phrases by language, with the languages in which a person has approved it. */
export const optionPhrases = (): { words: Record<string, string>; approved: string[] }[] =>
  Object.values(phrases).map((key) => ({
    words: Object.fromEntries(languageCodes.map((code) => [code, phrase(code, key)])),
    approved: languageCodes.filter((code) => phraseStatus(code) === 'approved'),
  }));
