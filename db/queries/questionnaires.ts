import { printSizes } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';
import type { editionRevisions, questionnaires, versions } from '../schema/questionnaires.ts';

export type Questionnaire = typeof questionnaires.$inferSelect;
export type Version = typeof versions.$inferSelect;
export type Revision = typeof editionRevisions.$inferSelect;

/** A questionnaire with what tells whether its draft is published: its newest version and that version's newest revisions. */
export interface ListedQuestionnaire extends Questionnaire {
  version: Pick<Version, 'number' | 'hash'> | null;
  revisions: readonly Pick<Revision, 'language' | 'hash'>[];
}

/** Every questionnaire that is in use, by name, in one statement. */
export const questionnaireList = (db: Db) => db<ListedQuestionnaire[]>`
  select q.*, case when v.id is not null then jsonb_build_object('number', v.number, 'hash', v.hash) end as version,
    coalesce((
      select jsonb_agg(jsonb_build_object('language', e.language, 'hash', e.hash) order by e.language, e.format)
      from (select distinct on (language, format) language, format, hash from edition_revisions
        where version_id = v.id and format = any(${printSizes}) order by language, format, number desc) e), '[]') as revisions
  from questionnaires q
  left join lateral (
    select id, number, hash from versions where questionnaire_id = q.id order by number desc limit 1) v on true
  where not q.archived order by q.name, q.id`;

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

/** The newest revision of each edition of a version, in every print size; those of their own stand in `own-editions.ts`. */
export const newestRevisions = (db: Db, versionId: string) => db<Revision[]>`
  select distinct on (language, format) * from edition_revisions where version_id = ${versionId}
    and format = any(${printSizes})
  order by language, format, number desc`;

/** Published versions whose form an older compiler made, as it was made of. */
export const versionsCompiledBefore = (db: Db, compiler: number) =>
  db<Pick<Version, 'id' | 'structure' | 'sourceTexts'>[]>`
    select id, structure, source_texts from versions where compiler < ${compiler} order by id`;
