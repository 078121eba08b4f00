import type { Db } from '../../../db/connect.ts';
import { type ApprovedWords, approvedWords, type OwnRevision } from '../../../db/queries/own-editions.ts';
import type { Version } from '../../../db/queries/questionnaires.ts';
import { dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import { languages } from '../../../surveys/language.ts';
import { type Basis, changesBetween } from '../../../surveys/questionnaire/own-editions.ts';

/** What an edition of its own would be made from now: a version, and the approved words of each language in it. */
export interface Ground {
  version: Version;
  words: readonly ApprovedWords[];
}

export const groundOf = async (db: Db, version: Version): Promise<Ground> => ({
  version,
  words: await approvedWords(db, version.id),
});

export const wordsOf = ({ words }: Ground, language: string): ApprovedWords | null =>
  words.find((one) => one.language === language) ?? null;

/** The basis of a language now; null while no person has approved its words. */
export function basisNow(ground: Ground, language: string): Basis | null {
  const words = wordsOf(ground, language);
  const { compiled, sourceTexts } = ground.version;
  return words && { compiled, source: sourceTexts, words: words.texts };
}

/** What a revision was made from. */
export const basisOf = ({ compiled, sourceTexts, texts }: OwnRevision): Basis => ({
  compiled,
  source: sourceTexts,
  words: texts,
});

/** Why an edition is out of date: what changed, as sentences without their full stop, and since when. */
export interface Outdated {
  why: string[];
  since: Date;
}

const onDay = (what: string, at: Date, today: string) =>
  `${what} changed on ${dayWords(localDate(at.getTime(), 'Europe/London'), today)}`;

/** Why a revision is out of date; null when it says what is approved now. `today` is a local date. */
export function outdated(ground: Ground, revision: OwnRevision, today: string): Outdated | null {
  const { version } = ground;
  const now = basisNow(ground, revision.language);
  const english = languages[revision.language].english;
  if (now === null) {
    const why = [`the ${english} words of version ${version.number} are not approved yet`];
    return { why, since: version.publishedAt };
  }
  const changes = changesBetween(basisOf(revision), now);
  const moved = revision.versionId !== version.id;
  const since = moved ? version.publishedAt : (wordsOf(ground, revision.language)?.createdAt ?? version.publishedAt);
  if (changes.length > 0) return { why: changes.map((what) => onDay(what, since, today)), since };
  return moved ? { why: [`it was made from version ${revision.versionNumber}`], since } : null;
}
