import type { Db } from '../connect.ts';
import type { editionRevisions, questionnaires, versions } from '../schema/questionnaires.ts';

export type Questionnaire = typeof questionnaires.$inferSelect;
export type Version = typeof versions.$inferSelect;
export type Revision = typeof editionRevisions.$inferSelect;

/** Every questionnaire that is in use, by name. */
export const questionnaireList = (db: Db) => db<Questionnaire[]>`
  select * from questionnaires where not archived order by name, id`;

/** One questionnaire; null when there is none. */
export async function questionnaireById(db: Db, id: string): Promise<Questionnaire | null> {
  const [row] = await db<Questionnaire[]>`select * from questionnaires where id = ${id}`;
  return row ?? null;
}

/** The same, held until the transaction ends. */
export async function questionnaireLocked(db: Db, id: string): Promise<Questionnaire | null> {
  const [row] = await db<Questionnaire[]>`select * from questionnaires where id = ${id} for update`;
  return row ?? null;
}

/** The newest version of a questionnaire; null before it was published. */
export async function newestVersion(db: Db, questionnaireId: string): Promise<Version | null> {
  const [row] = await db<Version[]>`
    select * from versions where questionnaire_id = ${questionnaireId} order by number desc limit 1`;
  return row ?? null;
}

/** The newest revision of each edition of a version. */
export const newestRevisions = (db: Db, versionId: string) => db<Revision[]>`
  select distinct on (language, format) * from edition_revisions where version_id = ${versionId}
  order by language, format, number desc`;
