import type { Db } from '../../../db/connect.ts';
import { lastPhraseApproval, phraseApprovalRows } from '../../../db/queries/translations.ts';
import type { Language } from '../../../surveys/language.ts';
import { phraseForms, phraseKeys, phraseStatus } from '../../../surveys/locales/phrases.ts';
import { canonicalJson } from '../../../surveys/questionnaire/hash.ts';
import { sha256 } from '../../auth/hash.ts';

/** The phrases of a language as one text each: what is read, and what a later file is compared with. */
export const phrasesAsRead = (language: Language): Record<string, string> =>
  Object.fromEntries(phraseKeys.map((key) => [key, canonicalJson(phraseForms(language, key))]));

/** Hash of every phrase of a language: an approval is of these very words. */
export const phrasesHash = (language: Language): Promise<string> => sha256(canonicalJson(phrasesAsRead(language)));

/** How the phrases of a language stand: approved in the file itself, or by a person here; else how many wait to be read. */
export type PhraseStanding =
  | { approved: 'file' }
  | { approved: 'person'; by: string; at: Date }
  | { approved: null; waiting: number };

/** Keys of the phrases that nobody has read as they are now: all of them where nobody has read any. */
export async function unreadPhrases(db: Db, language: Language): Promise<string[]> {
  const last = await lastPhraseApproval(db, language);
  const now = phrasesAsRead(language);
  return phraseKeys.filter((key) => last?.phrases[key] !== now[key]);
}

/** Takes languages; gives how the phrases of each stand. */
export async function phraseStandings(
  db: Db,
  languages: readonly Language[],
): Promise<ReadonlyMap<Language, PhraseStanding>> {
  const approvals = await phraseApprovalRows(db);
  const standings = new Map<Language, PhraseStanding>();
  for (const language of languages) {
    if (phraseStatus(language) === 'approved') {
      standings.set(language, { approved: 'file' });
      continue;
    }
    const hash = await phrasesHash(language);
    const found = approvals.find((one) => one.language === language && one.hash === hash);
    if (found) standings.set(language, { approved: 'person', by: found.by, at: found.at });
    else standings.set(language, { approved: null, waiting: (await unreadPhrases(db, language)).length });
  }
  return standings;
}

/** The languages among these whose phrases no person has approved, each with how many wait. */
export async function unapprovedPhrases(
  db: Db,
  languages: readonly Language[],
): Promise<{ language: Language; count: number }[]> {
  const standings = await phraseStandings(db, languages);
  return languages.flatMap((language) => {
    const standing = standings.get(language);
    return standing?.approved === null ? [{ language, count: standing.waiting }] : [];
  });
}
