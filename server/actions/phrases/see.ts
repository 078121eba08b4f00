import type { Db } from '../../../db/connect.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import { lastPhraseApproval, residentLanguages } from '../../../db/queries/translations.ts';
import { isLanguage, type Language, languageCodes, languages } from '../../../surveys/language.ts';
import { type PhraseKey, phraseForms, phraseKeys } from '../../../surveys/locales/phrases.ts';
import { problems } from '../../problem.ts';
import { type PhraseStanding, phraseStandings, phrasesHash, unreadPhrases } from './standing.ts';

const told = (standing: PhraseStanding | undefined) => ({
  how: standing?.approved ?? ('nobody' as const),
  by: standing?.approved === 'person' ? standing.by : null,
  at: standing?.approved === 'person' ? standing.at : null,
  waiting: standing?.approved === null ? standing.waiting : 0,
});

/** How our own phrases stand in each language we speak, the most asked for first. */
export async function seePhraseLanguages(db: Db) {
  const standings = await phraseStandings(db, languageCodes);
  const asked = await residentLanguages(db);
  const residents = (code: Language) => asked.find(({ language }) => language === code)?.count ?? 0;
  return {
    total: phraseKeys.length,
    demo: (await landlordSettings(db))?.demo ?? false,
    items: languageCodes
      .map((code) => ({ language: code, ...languages[code], residents: residents(code), ...told(standings.get(code)) }))
      .toSorted((a, b) => b.residents - a.residents),
  };
}

export function mustSpeak(code: string): Language {
  if (isLanguage(code)) return code;
  throw problems.notFound('language');
}

const formsOf = (language: Language, key: PhraseKey) =>
  Object.entries(phraseForms(language, key)).map(([category, words]) => ({ category, words }));

/** A page of the phrases of one language beside the English, and one more if there are more; `unread` alone leaves out those that were read as they are. Throws `not_found`. */
export async function seePhrases(
  db: Db,
  code: string,
  { after, limit, unread }: { after: string | null; limit: number; unread: boolean },
) {
  const language = mustSpeak(code);
  const standing = (await phraseStandings(db, [language])).get(language);
  const waiting = new Set(standing?.approved === null ? await unreadPhrases(db, language) : []);
  const keys = unread ? phraseKeys.filter((key) => waiting.has(key)) : phraseKeys;
  const from = after === null ? 0 : (keys as readonly string[]).indexOf(after) + 1;
  const { name, english, dir } = languages[language];
  return {
    language: { code: language, name, english, dir },
    ...told(standing),
    hash: await phrasesHash(language),
    /** Whether somebody read an earlier file: then what is unread is what changed. */
    readBefore: (await lastPhraseApproval(db, language)) !== null,
    total: keys.length,
    items: keys.slice(from, from + limit + 1).map((key) => ({
      key,
      source: formsOf('en', key),
      words: formsOf(language, key),
      unread: waiting.has(key),
    })),
  };
}
