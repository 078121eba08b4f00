import type { Db } from '../connect.ts';

/** One meeting as one member of its group may see it: papers without bytes, only their own comments. Dates are local. */
export interface MemberMeeting {
  meetingId: string;
  group: string;
  heldOn: string;
  commentsBy: string;
  showName: boolean;
  items: { id: string; number: number; title: string; summary: string }[];
  papers: MemberPaper[];
  comments: MemberComment[];
}

export interface MemberPaper {
  id: string;
  agendaItemId: string | null;
  kind: string;
  title: string;
  language: string;
  format: string;
  pages: number | null;
  size: number;
}

export interface MemberComment {
  agendaItemId: string | null;
  mode: string;
  words: string;
  at: string;
  answer: string | null;
}

/** The page of a member; null when the meeting is gone or they have left the group. */
export async function memberMeeting(db: Db, meetingId: string, residentId: string): Promise<MemberMeeting | null> {
  const [row] = await db<MemberMeeting[]>`
    select m.id as meeting_id, g.name as "group", m.held_on, m.comments_by, s.show_name,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'title', i.title, 'summary', i.summary)
        order by i.number) from agenda_items i where i.meeting_id = m.id), '[]') as items,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'agendaItemId', p.agenda_item_id, 'kind', p.kind, 'title', p.title,
          'language', p.language, 'format', p.format, 'pages', p.pages, 'size', p.size) order by p.created_at, p.title)
        from papers p where p.meeting_id = m.id), '[]') as papers,
      coalesce((select jsonb_agg(jsonb_build_object('agendaItemId', c.agenda_item_id, 'mode', c.mode, 'words', c.words,
          'at', c.received_at, 'answer', c.answer) order by c.received_at)
        from comments c where c.meeting_id = m.id and c.resident_id = ${residentId}), '[]') as comments
    from meetings m
    join groups g on g.id = m.group_id
    join memberships s on s.group_id = g.id and s.resident_id = ${residentId} and s.to_date is null
    where m.id = ${meetingId} order by s.from_date desc limit 1`;
  return row ?? null;
}
