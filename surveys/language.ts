/**
 * Languages residents are spoken to in. Adding one is adding a row here, its phrases in `locales/` and its words in
 * `interview/answer/words/`. `order` of the keys is the order of the language menu.
 */
export const languages = {
  en: { name: 'English', english: 'English', dir: 'ltr', script: 'Latn' },
  cy: { name: 'Cymraeg', english: 'Welsh', dir: 'ltr', script: 'Latn' },
  pl: { name: 'Polski', english: 'Polish', dir: 'ltr', script: 'Latn' },
  ur: { name: 'اردو', english: 'Urdu', dir: 'rtl', script: 'Aran' },
} as const;
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as Language[];
export const isLanguage = (code: unknown): code is Language =>
  typeof code === 'string' && Object.hasOwn(languages, code);
