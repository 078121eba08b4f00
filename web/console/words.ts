import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import frameCy from './locales/cy.json' with { type: 'json' };
import frameEn from './locales/en.json' with { type: 'json' };
import { roomWords } from './locales/room-words.ts';

const en = { ...frameEn, ...roomWords.en };
/** A word that Welsh lacks does not type-check. */
const cy: Record<keyof typeof en, string> = { ...frameCy, ...roomWords.cy };

/** Languages of the console itself, each by its own name. */
export const consoleLanguages = { en: 'English', cy: 'Cymraeg' } as const;
export type ConsoleLanguage = keyof typeof consoleLanguages;

type Singular<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
/** A key of `locales/en.json`; what is counted is named without `_one` and `_other`. */
export type Word = Singular<keyof typeof en>;
export type Translate = (word: Word, values?: Record<string, string | number>) => string;

/** Of the six plural forms of Welsh the words have `_one` and `_other`; the rest read as `_other`. */
function everyPlural(words: Record<string, string>): Record<string, string> {
  const forms = Object.entries(words).filter(([key]) => key.endsWith('_other'));
  const more = forms.flatMap(([key, text]) =>
    ['zero', 'two', 'few', 'many'].map((form) => [key.replace(/other$/, form), text]),
  );
  return { ...Object.fromEntries(more), ...words };
}

const kept = 'earshot.language';
const isOurs = (code: string | null): code is ConsoleLanguage => code !== null && Object.hasOwn(consoleLanguages, code);
const start = localStorage.getItem(kept) ?? navigator.language.slice(0, 2);

await i18next.init({
  lng: isOurs(start) ? start : 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, cy: { translation: everyPlural(cy) } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});
document.documentElement.lang = i18next.language;

/** The language now. */
export const language = (): ConsoleLanguage => (isOurs(i18next.language) ? i18next.language : 'en');

/** Changes the language of the console, and remembers it on this device. */
export async function speak(next: ConsoleLanguage): Promise<void> {
  localStorage.setItem(kept, next);
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
}

/** Words in the language now. In components use `useT`, which follows a change of language. */
export const t: Translate = (word, values) => i18next.t(word, values ?? {});

function follow(changed: () => void) {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

/** Gives `t`, and renders again when the language changes. */
export function useT(): Translate {
  useSyncExternalStore(follow, language);
  return t;
}

/** Words for a code of the data, such as a tenure; a code we have no words for reads as it is. */
export const wordOf = (kind: 'tenure' | 'tongue' | 'channel' | 'mode' | 'kind' | 'status', code: string): string =>
  i18next.exists(`${kind}.${code}`) ? i18next.t(`${kind}.${code}`) : code.replaceAll('_', ' ');
