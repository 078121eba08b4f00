import type { Texts } from '../../surveys/questionnaire/types.ts';
import type { Db } from '../connect.ts';
import type { PictureFile } from '../queries/own-editions.ts';
import type { Revision } from '../queries/questionnaires.ts';
import { insertRevision } from './questionnaires.ts';

/** A revision of an edition of its own: its words, and what it was made from. */
export interface NewOwnRevision {
  revision: Revision;
  madeFrom: string;
  madeBy: string;
  carriedFrom: string | null;
}

export async function insertOwnRevision(
  db: Db,
  { revision, madeFrom, madeBy, carriedFrom }: NewOwnRevision,
): Promise<void> {
  await insertRevision(db, revision);
  await db`
    insert into own_editions (revision_id, made_from, made_by, carried_from)
    values (${revision.id}, ${madeFrom}, ${madeBy}, ${carriedFrom})`;
}

export interface EasySave {
  questionnaireId: string;
  language: string;
  /** The revision this was made from; 0 where nothing was saved yet. */
  revision: number;
  texts: Texts;
  by: string;
  at: Date;
}

/** Saves easier words if nobody else has since; gives their new revision, or null when somebody has. */
export async function saveEasyDraft(
  db: Db,
  { questionnaireId, language, revision, texts, by, at }: EasySave,
): Promise<number | null> {
  const [row] = await db<{ revision: number }[]>`
    insert into easy_drafts as d (questionnaire_id, language, texts, revision, saved_by, saved_at)
    values (${questionnaireId}, ${language}, ${JSON.stringify(texts)}::text::jsonb, 1, ${by}, ${at})
    on conflict (questionnaire_id, language) do update
      set texts = excluded.texts, revision = d.revision + 1, saved_by = excluded.saved_by, saved_at = excluded.saved_at
      where d.revision = ${revision}
    returning revision`;
  return row?.revision ?? null;
}

export const insertPicture = (db: Db, one: PictureFile & { size: number; by: string; at: Date }) => db`
  insert into pictures (id, alt, content_type, content, size, added_by, added_at)
  values (${one.id}, ${JSON.stringify(one.alt)}::text::jsonb, ${one.contentType}, ${one.content}::bytea, ${one.size}, ${one.by}, ${one.at})`;
