import type { Db } from '../connect.ts';

/** Keeps the columns of a closed wave; a newer building replaces an older one, never the other way round. */
export async function keepColumns(
  db: Db,
  kept: { waveId: string; answersRevision: number; content: Uint8Array; at: Date },
): Promise<void> {
  await db`
    insert into result_columns (wave_id, answers_revision, content, built_at)
    values (${kept.waveId}, ${kept.answersRevision}, ${kept.content}, ${kept.at})
    on conflict (wave_id) do update
      set answers_revision = excluded.answers_revision, content = excluded.content, built_at = excluded.built_at
      where result_columns.answers_revision < excluded.answers_revision`;
}
