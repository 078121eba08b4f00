import type { OwnFormat } from '../../surveys/format.ts';
import type { Language } from '../../surveys/language.ts';
import type { Compiled, EditionStatus, Texts } from '../../surveys/questionnaire/types.ts';
import type { Db } from '../connect.ts';
import type { easyDrafts } from '../schema/own-editions.ts';
import type { Version } from './questionnaires.ts';

/** A revision of easy read, braille or audio, with the version it was made from. */
export interface OwnRevision {
  id: string;
  questionnaireId: string;
  versionId: string;
  versionNumber: number;
  language: Language;
  format: OwnFormat;
  number: number;
  status: EditionStatus;
  texts: Texts;
  approvedBy: string | null;
  approvedAt: Date | null;
  createdAt: Date;
  madeBy: string;
  compiled: Compiled;
  sourceLanguage: string;
  sourceTexts: Texts;
}

const columns = (db: Db) => db`
  e.id, v.questionnaire_id, e.version_id, v.number as version_number, e.language, e.format, e.number, e.status, e.texts, e.approved_by,
  e.approved_at, e.created_at, o.made_by, v.compiled, v.source_language, v.source_texts`;
const joined = (db: Db) => db`
  edition_revisions e join own_editions o on o.revision_id = e.id join versions v on v.id = e.version_id`;

/** The newest approved revision and the newest other one of each language and format of a questionnaire, over all its versions. */
export const ownRevisions = (db: Db, questionnaireId: string) => db<OwnRevision[]>`
  select distinct on (e.language, e.format, e.status = 'approved') ${columns(db)} from ${joined(db)}
  where v.questionnaire_id = ${questionnaireId}
  order by e.language, e.format, e.status = 'approved', v.number desc, e.number desc`;

/** One of them; null when there is none. */
export async function ownRevision(db: Db, id: string): Promise<OwnRevision | null> {
  const [row] = await db<OwnRevision[]>`select ${columns(db)} from ${joined(db)} where e.id = ${id}`;
  return row ?? null;
}

/** One version; null when there is none. */
export async function versionById(db: Db, id: string): Promise<Version | null> {
  const [row] = await db<Version[]>`select * from versions where id = ${id}`;
  return row ?? null;
}

/** The number the next revision of an edition has. */
export async function nextNumber(
  db: Db,
  { versionId, language, format }: { versionId: string; language: string; format: OwnFormat },
): Promise<number> {
  const [row] = await db<{ next: number }[]>`
    select coalesce(max(number), 0) + 1 as next from edition_revisions
    where version_id = ${versionId} and language = ${language} and format = ${format}`;
  return row?.next ?? 1;
}

/** Words of a language as a person approved them, the newest. */
export interface ApprovedWords {
  language: string;
  texts: Texts;
  createdAt: Date;
}

/** The words of each language of a version that a person approved. */
export const approvedWords = (db: Db, versionId: string) => db<ApprovedWords[]>`
  select distinct on (language) language, texts, created_at from edition_revisions
  where version_id = ${versionId} and format = 'standard' and status = 'approved' order by language, number desc`;

export type EasyDraft = typeof easyDrafts.$inferSelect;

/** Easier words of a questionnaire, in every language that has any. */
export const easyDraftsOf = (db: Db, questionnaireId: string) => db<EasyDraft[]>`
  select * from easy_drafts where questionnaire_id = ${questionnaireId} order by language`;

/** A picture without its bytes. */
export interface PictureRow {
  id: string;
  alt: Texts;
  contentType: string;
  size: number;
  addedBy: string;
  addedAt: Date;
}

/** Pictures that were brought, newest first, after a moment and id; one more than asked for. */
export const pictureList = (db: Db, after: readonly string[] | null, limit: number) => db<PictureRow[]>`
  select id, alt, content_type, size, added_by, added_at from pictures
  where ${after === null} or id < ${after?.[0] ?? null}::uuid
  order by id desc limit ${limit + 1}`;

export interface PictureFile {
  id: string;
  alt: Texts;
  contentType: string;
  content: Uint8Array<ArrayBuffer>;
}

/** These pictures, with their bytes. */
export const pictureFiles = (db: Db, ids: readonly string[]) => db<PictureFile[]>`
  select id, alt, content_type, content from pictures where id = any(${ids}::uuid[])`;
