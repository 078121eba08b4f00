import { sourceLanguage } from '../../surveys/questionnaire/takeapart.ts';
import type { Compiled, Texts } from '../../surveys/questionnaire/types.ts';
import type { Db } from '../connect.ts';
import type { Questionnaire, Revision, Version } from '../queries/questionnaires.ts';

type Draft = Questionnaire['draft'];

export type NewQuestionnaire = Pick<
  Questionnaire,
  'id' | 'name' | 'instrument' | 'sourceLanguage' | 'draft' | 'draftBy' | 'draftAt'
>;

export const insertQuestionnaire = (db: Db, one: NewQuestionnaire) => db`
  insert into questionnaires (id, name, instrument, source_language, draft, draft_by, draft_at)
  values (${one.id}, ${one.name}, ${one.instrument}, ${one.sourceLanguage}, ${JSON.stringify(one.draft)}::text::jsonb,
    ${one.draftBy}, ${one.draftAt})`;

export interface DraftSave {
  id: string;
  /** The revision this was made from. */
  revision: number;
  draft: Draft;
  name?: string;
  by: string;
  at: Date;
}

/**
 * Saves a draft if nobody else has since; gives its new revision, or null when somebody has. What it was before is kept
 * among its saves, and so is what it is now. The language it was written in is that of the draft.
 */
export async function saveDraft(db: Db, { id, revision, draft, name, by, at }: DraftSave): Promise<number | null> {
  const [row] = await db<{ draftRevision: number }[]>`
    with before as (
      insert into draft_saves (questionnaire_id, revision, draft, saved_by, saved_at)
      select id, draft_revision, draft, draft_by, draft_at from questionnaires
      where id = ${id} and draft_revision = ${revision}
      on conflict (questionnaire_id, revision) where not aside do nothing),
    saved as (
      update questionnaires set draft = ${JSON.stringify(draft)}::text::jsonb, draft_revision = draft_revision + 1,
        source_language = ${sourceLanguage(draft)}, draft_by = ${by}, draft_at = ${at}, name = coalesce(${name ?? null}, name)
      where id = ${id} and draft_revision = ${revision} returning id, draft_revision, draft, draft_by, draft_at),
    kept as (
      insert into draft_saves (questionnaire_id, revision, draft, saved_by, saved_at)
      select id, draft_revision, draft, draft_by, draft_at from saved)
    select draft_revision from saved`;
  return row?.draftRevision ?? null;
}

export const insertVersion = (db: Db, one: Version) => db`
  insert into versions (id, questionnaire_id, number, structure, source_language, source_texts, hash, compiled, compiler,
    published_at, published_by)
  values (${one.id}, ${one.questionnaireId}, ${one.number}, ${JSON.stringify(one.structure)}::text::jsonb, ${one.sourceLanguage},
    ${JSON.stringify(one.sourceTexts)}::text::jsonb, ${one.hash}, ${JSON.stringify(one.compiled)}::text::jsonb, ${one.compiler},
    ${one.publishedAt}, ${one.publishedBy})`;

/** Keeps the form of a version as another compiler made it. */
export const saveCompiled = (db: Db, id: string, compiled: Compiled) => db`
  update versions set compiled = ${JSON.stringify(compiled)}::text::jsonb, compiler = ${compiled.compiler} where id = ${id}`;

export const insertRevision = (db: Db, one: Revision) => db`
  insert into edition_revisions (id, version_id, language, format, number, texts, hash, status, approved_by, approved_at, created_at)
  values (${one.id}, ${one.versionId}, ${one.language}, ${one.format}, ${one.number}, ${JSON.stringify(one.texts satisfies Texts)}::text::jsonb,
    ${one.hash}, ${one.status}, ${one.approvedBy}, ${one.approvedAt}, ${one.createdAt})`;

/** Approves a revision that is not approved yet: an approved one never changes. */
export const approveRevision = (db: Db, id: string, by: string, at: Date) => db`
  update edition_revisions set status = 'approved', approved_by = ${by}, approved_at = ${at}
  where id = ${id} and status <> 'approved'`;
