import type { Db } from '../connect.ts';
import type { draftSaves } from '../schema/draft-saves.ts';

export type DraftSaveRow = typeof draftSaves.$inferSelect;
export type ListedSave = Omit<DraftSaveRow, 'draft' | 'questionnaireId'>;

/** Saves of a draft, newest first: one row past the limit, after a key of [saved at, revision, id]. */
export const draftSaveRows = (db: Db, questionnaireId: string, after: readonly string[] | null, limit: number) => db<
  ListedSave[]
>`
  select id, revision, saved_by, saved_at, aside from draft_saves
  where questionnaire_id = ${questionnaireId}
    and ${after === null ? db`true` : db`(saved_at, revision, id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::int, ${after[2] ?? ''}::bigint)`}
  order by saved_at desc, revision desc, id desc limit ${limit + 1}`;

/** One save of a draft; null when there is none, or no longer. */
export async function draftSaveById(db: Db, questionnaireId: string, id: number): Promise<DraftSaveRow | null> {
  const [row] = await db<DraftSaveRow[]>`
    select * from draft_saves where questionnaire_id = ${questionnaireId} and id = ${id}`;
  return row ?? null;
}
