import type { Mark } from '../../surveys/questionnaire/translation/types.ts';
import type { Texts } from '../../surveys/questionnaire/types.ts';
import type { Db } from '../connect.ts';
import type { phraseApprovals, translationMarks } from '../schema/translations.ts';

export type MarkRow = typeof translationMarks.$inferSelect;
export type PhraseApproval = typeof phraseApprovals.$inferSelect;

const deed = (by: string | null, at: Date | null) => (by === null || at === null ? null : { by, at });

const toMark = (row: MarkRow): Mark & { language: string } => ({
  language: row.language,
  key: row.key,
  source: row.source,
  text: row.text,
  back: row.back,
  status: row.status as Mark['status'],
  made: deed(row.madeBy, row.madeAt),
  checked: deed(row.checkedBy, row.checkedAt),
  approved: deed(row.approvedBy, row.approvedAt),
});

/** Every mark of a questionnaire, in one language or in all. */
export async function marksOf(db: Db, questionnaireId: string, language: string | null = null) {
  const rows = await db<MarkRow[]>`
    select * from translation_marks
    where questionnaire_id = ${questionnaireId} and (${language}::text is null or language = ${language})`;
  return rows.map(toMark);
}

/** The newest approved words of each language but the source, with the source words of their version. */
export interface ApprovedEdition {
  language: string;
  texts: Texts;
  sourceTexts: Texts;
  by: string;
  at: Date;
}

export const approvedEditions = (db: Db, questionnaireId: string) => db<ApprovedEdition[]>`
  select distinct on (e.language) e.language, e.texts, v.source_texts, e.approved_by as by, e.approved_at as at
  from versions v join edition_revisions e on e.version_id = v.id
  where v.questionnaire_id = ${questionnaireId} and e.status = 'approved' and e.language <> v.source_language
  order by e.language, v.number desc, e.number desc`;

/** Words that a person approved in another questionnaire for the very same source words. */
export interface Remembered {
  source: string;
  text: string;
  /** Name of the questionnaire. */
  name: string;
  by: string;
}

/** Approved translations of these source words elsewhere, in one statement: for each source and wording the newest. */
export const approvedElsewhere = (
  db: Db,
  { questionnaireId, language, sources }: { questionnaireId: string; language: string; sources: readonly string[] },
) => db<Remembered[]>`
  select distinct on (m.source, m.text) m.source, m.text, q.name, m.approved_by as by
  from translation_marks m join questionnaires q on q.id = m.questionnaire_id
  where m.source = any(${sources}::text[]) and m.language = ${language} and m.status = 'approved' and not q.archived
    and m.questionnaire_id <> ${questionnaireId}
    and q.source_language = (select source_language from questionnaires where id = ${questionnaireId})
  order by m.source, m.text, m.approved_at desc`;

/** How many residents are to be written to in each language. */
export const residentLanguages = (db: Db) => db<{ language: string; count: number }[]>`
  select language, count(*)::int as count from residents where status = 'current' group by language order by 2 desc, 1`;

/** An edition that a person approved in an earlier version, with the source words of the newest such version. */
export interface EarlierEdition {
  language: string;
  format: string;
  sourceTexts: Texts;
}

/** What was approved before a version and is therefore out of date where that version has nothing approved. */
export const approvedBefore = (db: Db, versionId: string) => db<EarlierEdition[]>`
  select distinct on (e.language, e.format) e.language, e.format, earlier.source_texts
  from versions v
  join versions earlier on earlier.questionnaire_id = v.questionnaire_id and earlier.number < v.number
  join edition_revisions e on e.version_id = earlier.id and e.status = 'approved'
  where v.id = ${versionId}
  order by e.language, e.format, earlier.number desc`;

/** Which files of phrases a person approved, the newest first, without the phrases themselves. */
export const phraseApprovalRows = (db: Db) => db<Omit<PhraseApproval, 'phrases'>[]>`
  select language, hash, by, at from phrase_approvals order by at desc`;

/** The newest approval of a language's phrases with what was read; null when there is none. */
export async function lastPhraseApproval(db: Db, language: string): Promise<PhraseApproval | null> {
  const [row] = await db<PhraseApproval[]>`
    select * from phrase_approvals where language = ${language} order by at desc limit 1`;
  return row ?? null;
}
