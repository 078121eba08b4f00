/**
 * Languages residents are spoken to in. Adding one is adding a row here, its phrases in `locales/` and its words in
 * `interview/answer/words/`. `order` of the keys is the order of the language menu.
 */
export const languages = {
  en: { name: 'English', english: 'English', dir: 'ltr', script: 'Latn' },
  cy: { name: 'Cymraeg', english: 'Welsh', dir: 'ltr', script: 'Latn' },
  pl: { name: 'Polski', english: 'Polish', dir: 'ltr', script: 'Latn' },
  ro: { name: 'Română', english: 'Romanian', dir: 'ltr', script: 'Latn' },
  pa: { name: 'ਪੰਜਾਬੀ', english: 'Panjabi', dir: 'ltr', script: 'Guru' },
  ur: { name: 'اردو', english: 'Urdu', dir: 'rtl', script: 'Aran' },
  bn: { name: 'বাংলা', english: 'Bengali', dir: 'ltr', script: 'Beng' },
  gu: { name: 'ગુજરાતી', english: 'Gujarati', dir: 'ltr', script: 'Gujr' },
  ar: { name: 'العربية', english: 'Arabic', dir: 'rtl', script: 'Arab' },
  so: { name: 'Soomaali', english: 'Somali', dir: 'ltr', script: 'Latn' },
  pt: { name: 'Português', english: 'Portuguese', dir: 'ltr', script: 'Latn' },
  es: { name: 'Español', english: 'Spanish', dir: 'ltr', script: 'Latn' },
  fa: { name: 'فارسی', english: 'Persian', dir: 'rtl', script: 'Arab' },
  'zh-Hans': { name: '简体中文', english: 'Chinese', dir: 'ltr', script: 'Hans' },
  tr: { name: 'Türkçe', english: 'Turkish', dir: 'ltr', script: 'Latn' },
  uk: { name: 'Українська', english: 'Ukrainian', dir: 'ltr', script: 'Cyrl' },
} as const;
/** A way of writing, by its ISO 15924 code; Aran is Arabic in the Nastaliq hand. */
export type ScriptCode = (typeof languages)[Language]['script'];
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as Language[];
export const isLanguage = (code: unknown): code is Language =>
  typeof code === 'string' && Object.hasOwn(languages, code);
