import type { Db } from '../connect.ts';

export interface EditionRow {
  language: string;
  format: string;
  status: string;
}

/** The version a wave would go out with: its own, else the newest published one of its campaign's questionnaire. */
export async function versionToLaunch(db: Db, wave: { versionId: string | null; questionnaireId: string | null }) {
  const [row] = await db<{ id: string; sourceLanguage: string; questions: number }[]>`
    select id, source_language, jsonb_array_length(compiled -> 'questions') as questions from versions
    where id = ${wave.versionId}::uuid or (${wave.versionId}::uuid is null and questionnaire_id = ${wave.questionnaireId}::uuid)
    order by number desc limit 1`;
  return row ?? null;
}

/** The newest revision of each language and format of a version, and whether any revision was approved. */
export const editionsOf = (db: Db, versionId: string) => db<(EditionRow & { approved: boolean })[]>`
  select distinct on (language, format) language, format, status,
    bool_or(status = 'approved') over (partition by language, format) as approved
  from edition_revisions where version_id = ${versionId}
  order by language, format, number desc`;

/** Officers who could approve, but those named. */
export async function couldApprove(db: Db, others: readonly string[]): Promise<string[]> {
  const rows = await db<{ name: string }[]>`
    select name from "user" where (role like '%officer%' or role like '%administrator%') and name <> all(${others}::text[])
      and id <> all(${others}::text[])
    order by name limit 5`;
  return rows.map(({ name }) => name);
}

/** When a process that prints was last seen. */
export async function printSeen(db: Db): Promise<Date | null> {
  const [row] = await db<{ at: Date }[]>`select at from heartbeats where work = 'print'`;
  return row?.at ?? null;
}
