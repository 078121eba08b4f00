/** Every phrase a resident can be shown, read or sent, by language and key. */
import { isLanguage, type Language } from '../language.ts';
import ar from './ar.json' with { type: 'json' };
import bn from './bn.json' with { type: 'json' };
import cy from './cy.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import gu from './gu.json' with { type: 'json' };
import pa from './pa.json' with { type: 'json' };
import pl from './pl.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ro from './ro.json' with { type: 'json' };
import so from './so.json' with { type: 'json' };
import tr from './tr.json' with { type: 'json' };
import uk from './uk.json' with { type: 'json' };
import ur from './ur.json' with { type: 'json' };
import zh from './zh-Hans.json' with { type: 'json' };

export type PhraseKey = Exclude<keyof typeof en, '_meta'>;
/** Words, or words by plural category of the value `count` ('other' is always there). */
type Phrase = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
type Phrases = Record<PhraseKey, Phrase>;
export type PhraseValues = Readonly<Record<string, string | number>>;

/** `approved` by a person; `machine` words block a launch in that language. */
export type PhraseStatus = 'approved' | 'machine';
interface Meta {
  language: string;
  status: string;
  drafted: string;
  note: string;
}

const books: Record<Language, Phrases & { _meta: Meta }> = {
  en, cy, pl, ro, pa, ur, bn, gu, ar, so, pt, es, fa, 'zh-Hans': zh, tr, uk,
};
const plurals = Object.fromEntries(Object.keys(books).map((code) => [code, new Intl.PluralRules(code)]));

export const phraseKeys = (Object.keys(en) as (keyof typeof en)[]).filter((key) => key !== '_meta');

/** Whether a person has approved the phrases of a language. */
export const phraseStatus = (language: Language): PhraseStatus =>
  books[language]._meta.status === 'approved' ? 'approved' : 'machine';

/** Each form of a phrase as written, by plural category; `other` alone for one that has no plural. */
export function phraseForms(language: Language, key: PhraseKey): Record<string, string> {
  const phrase = books[language][key];
  return typeof phrase === 'string' ? { other: phrase } : phrase;
}

const holes = /\{([a-z_]+)\}/g;

/** Names of the values a text needs. */
export const holesIn = (text: string): string[] => [...text.matchAll(holes)].map(([, name]) => name ?? '');

/**
 * A phrase with its values filled in. A phrase with plurals chooses by `count`.
 * Throws when a value it needs is missing: a resident must never be shown a hole.
 */
export function phrase(language: Language, key: PhraseKey, values: PhraseValues = {}): string {
  return formOf(language, key, values.count).replace(holes, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`phrase ${key} needs {${name}}`);
    return String(values[name]);
  });
}

/** The phrase as written, in the form that `count` asks for. */
function formOf(language: Language, key: PhraseKey, count: string | number | undefined): string {
  const written = books[language][key];
  if (typeof written === 'string') return written;
  return written[plurals[language]?.select(Number(count)) ?? 'other'] ?? written.other;
}

/** The language itself if we have phrases in it, else English. */
export const phraseLanguage = (code: string): Language => (isLanguage(code) ? code : 'en');
