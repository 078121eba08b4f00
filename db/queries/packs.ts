import type { Db } from '../connect.ts';

/** A meeting's pack, as letters and mails need it. The papers without their bytes. */
export interface PackRow {
  meetingId: string;
  group: string;
  title: string;
  heldOn: string;
  commentsBy: string;
  items: { number: number; title: string; summary: string }[];
  papers: {
    id: string;
    kind: string;
    title: string;
    language: string;
    format: string;
    filename: string;
    contentType: string;
    size: number;
  }[];
}

export async function packOf(db: Db, meetingId: string): Promise<PackRow | null> {
  const [row] = await db<PackRow[]>`
    select m.id as meeting_id, g.name as "group", m.title, m.held_on::text, m.comments_by::text,
      coalesce((select jsonb_agg(jsonb_build_object('number', i.number, 'title', i.title, 'summary', i.summary) order by i.number)
        from agenda_items i where i.meeting_id = m.id), '[]') as items,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'language', p.language,
          'format', p.format, 'filename', p.filename, 'contentType', p.content_type, 'size', p.size) order by p.created_at, p.title)
        from papers p where p.meeting_id = m.id), '[]') as papers
    from meetings m join groups g on g.id = m.group_id where m.id = ${meetingId}`;
  return row ?? null;
}

/** The bytes of papers. */
export const paperContents = (db: Db, ids: readonly string[]) => db<{ id: string; content: Uint8Array }[]>`
  select id, content from papers where id = any(${ids}::uuid[])`;
