import type { Db } from '../connect.ts';

export const insertGroup = (db: Db, one: { id: string; kind: string; name: string; about: string; at: Date }) => db`
  insert into groups (id, kind, name, about, created_at) values (${one.id}, ${one.kind}, ${one.name}, ${one.about}, ${one.at})`;

export interface MeetingFields {
  title: string;
  heldOn: string;
  commentsBy: string;
  place: string;
}

export const insertMeeting = (db: Db, one: MeetingFields & { id: string; groupId: string; at: Date }) => db`
  insert into meetings (id, group_id, title, held_on, comments_by, place, created_at)
  values (${one.id}, ${one.groupId}, ${one.title}, ${one.heldOn}, ${one.commentsBy}, ${one.place}, ${one.at})`;

export const updateMeeting = (db: Db, id: string, one: MeetingFields) => db`
  update meetings set title = ${one.title}, held_on = ${one.heldOn}, comments_by = ${one.commentsBy}, place = ${one.place}
  where id = ${id}`;

export interface NewItem {
  id: string;
  number: number;
  title: string;
  summary: string;
}

/** Sets the agenda. An item keeps its id by its number, so that its papers and comments stay with it. */
export async function saveItems(db: Db, meetingId: string, items: readonly NewItem[]): Promise<void> {
  await db`delete from agenda_items where meeting_id = ${meetingId} and number > ${items.length}`;
  await db`
    insert into agenda_items (id, meeting_id, number, title, summary)
    select x.id, ${meetingId}, x.number, x.title, x.summary
    from jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb) x (id uuid, number int, title text, summary text)
    on conflict (meeting_id, number) do update set title = excluded.title, summary = excluded.summary`;
}

export interface NewPaper {
  id: string;
  meetingId: string;
  agendaItemId: string | null;
  kind: string;
  title: string;
  language: string;
  format: string;
  filename: string;
  content: Uint8Array;
  at: Date;
}

export const insertPaper = (db: Db, one: NewPaper) => db`
  insert into papers (id, meeting_id, agenda_item_id, kind, title, language, format, filename, content_type, size, content, created_at)
  values (${one.id}, ${one.meetingId}, ${one.agendaItemId}, ${one.kind}, ${one.title}, ${one.language}, ${one.format},
    ${one.filename}, 'application/pdf', ${one.content.length}, ${one.content}, ${one.at})`;

export const deletePaper = (db: Db, id: string) => db`delete from papers where id = ${id}`;

/** Writes the members of a mailing as its recipients. */
export const insertPackRecipients = (
  db: Db,
  mailingId: string,
  rows: readonly { id: string; residentId: string; language: string; format: string }[],
) => db`
  insert into recipients (id, mailing_id, resident_id, language, format)
  select x.id, ${mailingId}, x."residentId", x.language, x.format
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (id uuid, "residentId" uuid, language text, format text)`;

export interface TypedComment {
  id: string;
  meetingId: string;
  agendaItemId: string | null;
  residentId: string;
  mode: string;
  words: string;
  late: boolean;
  at: Date;
  by: string;
}

/** Keeps a comment that somebody typed in for a member. */
export const insertTypedComment = (db: Db, one: TypedComment) => db`
  insert into comments (id, meeting_id, agenda_item_id, resident_id, mode, words, placed, late, received_at, typed_by)
  values (${one.id}, ${one.meetingId}, ${one.agendaItemId}, ${one.residentId}, ${one.mode}, ${one.words}, 'by_hand', ${one.late},
    ${one.at}, ${one.by})`;

export interface CommentChange {
  agendaItemId?: string | null;
  words?: string;
  hiddenReason?: string | null;
}

/** Changes where a comment stands, its words, or whether they are shown. */
export const changeComment = (db: Db, id: string, { agendaItemId, words, hiddenReason }: CommentChange) => db`
  update comments set
    agenda_item_id = ${agendaItemId === undefined ? db`agenda_item_id` : db`${agendaItemId}::uuid`},
    placed = ${agendaItemId === undefined ? db`placed` : 'by_hand'},
    words = coalesce(${words ?? null}, words),
    hidden_reason = ${hiddenReason === undefined ? db`hidden_reason` : hiddenReason}
  where id = ${id}`;

/** Marks comments answered. Gives how many there are of them. */
export const answerComments = async (
  db: Db,
  ids: readonly string[],
  answer: string,
  by: string,
  at: Date,
): Promise<number> =>
  (
    await db`update comments set answer = ${answer}, answered_at = ${at}, answered_by = ${by} where id = any(${ids}::uuid[])`
  ).count;

export const insertOutcome = (
  db: Db,
  one: { id: string; youSaid: string; weDid: string; at: Date; publish: boolean },
) => db`
  insert into outcomes (id, you_said, we_did, created_at, published_at)
  values (${one.id}, ${one.youSaid}, ${one.weDid}, ${one.at}, ${one.publish ? one.at : null})`;
