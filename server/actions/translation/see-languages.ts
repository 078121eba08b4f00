import type { Db } from '../../../db/connect.ts';
import { editionsOf } from '../../../db/queries/launch.ts';
import { newestRevisions, newestVersion, type Revision } from '../../../db/queries/questionnaires.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import { approvedBefore, type EarlierEdition, residentLanguages } from '../../../db/queries/translations.ts';
import { isLanguage, languageCodes, languages } from '../../../surveys/language.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import { countStandings } from '../../../surveys/questionnaire/translation/standing.ts';
import { mustQuestionnaire } from '../questionnaire/draft.ts';
import { standingsIn, translatedInto } from './standing.ts';

export const naming = (code: string): { name: string; english: string; dir: 'ltr' | 'rtl' } =>
  isLanguage(code) ? languages[code] : { name: code, english: code, dir: 'ltr' };

/** What residents are sent now: approved words; words that are out of date (a new version has none); words that wait; nothing. */
export type Sent = 'approved' | 'out_of_date' | 'waiting' | 'none';

interface Published {
  revisions: readonly Revision[];
  approved: ReadonlySet<string>;
  earlier: readonly EarlierEdition[];
}

function sentIn(language: string, { revisions, approved, earlier }: Published): Sent {
  if (approved.has(language)) return 'approved';
  if (earlier.some((one) => one.language === language)) return 'out_of_date';
  return revisions.some((one) => one.language === language) ? 'waiting' : 'none';
}

async function publishedOf(db: Db, questionnaireId: string): Promise<Published> {
  const version = await newestVersion(db, questionnaireId);
  if (!version) return { revisions: [], approved: new Set(), earlier: [] };
  const revisions = await newestRevisions(db, version.id);
  const whole = await approvedLanguages(db, version.id);
  return { revisions, approved: new Set(whole), earlier: await approvedBefore(db, version.id) };
}

/** Languages of a version in which some revision was approved: it is sent until a newer one is. */
async function approvedLanguages(db: Db, versionId: string): Promise<string[]> {
  const rows = await editionsOf(db, versionId);
  return rows.filter(({ approved }) => approved).map(({ language }) => language);
}

/** How each language of a questionnaire stands, and what residents asked for. Throws `not_found`. */
export async function seeLanguages(db: Db, id: string) {
  const { name, draft } = await mustQuestionnaire(db, id);
  const compilation = compile(draft);
  const published = await publishedOf(db, id);
  const asked = await residentLanguages(db);
  const offered = new Set((await landlordSettings(db))?.languages ?? []);
  const residents = (code: string) => asked.find(({ language }) => language === code)?.count ?? 0;
  const into = translatedInto(compilation);
  const standings = await standingsIn(db, id, compilation, into);
  const has = new Set([compilation.language, ...into]);
  return {
    id,
    name,
    source: { language: compilation.language, ...naming(compilation.language) },
    languages: into.map((language) => {
      const all = standings.get(language) ?? [];
      const of = { language, ...naming(language), total: all.length, counts: countStandings(all) };
      return { ...of, sent: sentIn(language, published), residents: residents(language) };
    }),
    addable: languageCodes
      .filter((code) => !has.has(code))
      .map((code) => ({ language: code, ...naming(code), residents: residents(code), offered: offered.has(code) }))
      .toSorted((a, b) => b.residents - a.residents),
    /** Languages people asked for that we have no phrases in. */
    unknown: asked
      .filter(({ language }) => !isLanguage(language))
      .map(({ language, count }) => ({ language, residents: count })),
  };
}
