import type { Format } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';

export interface MeetingRow {
  id: string;
  groupId: string;
  groupName: string;
  title: string;
  heldOn: string;
  commentsBy: string;
  place: string;
}

const meetingColumns = (db: Db) => db`
  m.id, m.group_id, g.name as group_name, m.title, m.held_on, m.comments_by, m.place`;

/** Meetings of these groups, newest first. */
export const meetingsOf = (db: Db, groupIds: readonly string[]) => db<MeetingRow[]>`
  select ${meetingColumns(db)} from meetings m join groups g on g.id = m.group_id
  where m.group_id = any(${groupIds}::uuid[]) order by m.held_on desc, m.id`;

/** One meeting; null when there is none. */
export async function meetingById(db: Db, id: string): Promise<MeetingRow | null> {
  const [row] = await db<MeetingRow[]>`
    select ${meetingColumns(db)} from meetings m join groups g on g.id = m.group_id where m.id = ${id}`;
  return row ?? null;
}

/** The same, held until the transaction ends. */
export async function meetingLocked(db: Db, id: string): Promise<MeetingRow | null> {
  const [row] = await db<MeetingRow[]>`
    select ${meetingColumns(db)} from meetings m join groups g on g.id = m.group_id where m.id = ${id} for update of m`;
  return row ?? null;
}

export interface ItemRow {
  id: string;
  number: number;
  title: string;
  summary: string;
}

export const itemsOf = (db: Db, meetingId: string) => db<ItemRow[]>`
  select id, number, title, summary from agenda_items where meeting_id = ${meetingId} order by number`;

export interface PaperRow {
  id: string;
  agendaItemId: string | null;
  kind: 'agenda' | 'report' | 'minutes';
  title: string;
  language: string;
  format: Format;
  filename: string;
  size: number;
}

/** Papers of a meeting without their bytes. */
export const papersOf = (db: Db, meetingId: string) => db<PaperRow[]>`
  select id, agenda_item_id, kind, title, language, format, filename, size from papers
  where meeting_id = ${meetingId} order by created_at, id`;

export interface PaperFile {
  meetingId: string;
  filename: string;
  contentType: string;
  content: Uint8Array<ArrayBuffer>;
}

/** One paper with its bytes; null when there is none. */
export async function paperFile(db: Db, id: string): Promise<PaperFile | null> {
  const [row] = await db<PaperFile[]>`select meeting_id, filename, content_type, content from papers where id = ${id}`;
  return row ?? null;
}

export interface CommentRow {
  id: string;
  meetingId: string;
  agendaItemId: string | null;
  title: string | null;
  givenName: string | null;
  familyName: string | null;
  residentId: string | null;
  mode: 'email' | 'post' | 'telephone' | 'web' | 'in_person';
  words: string;
  cut: string;
  placed: 'sure' | 'likely' | 'unplaced' | 'by_hand';
  fromOtherAddress: boolean;
  late: boolean;
  receivedAt: Date;
  typedBy: string | null;
  hiddenReason: string | null;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  hasOriginal: boolean;
}

/** What was said about a meeting's papers, oldest first. */
export const commentsOf = (db: Db, meetingId: string) => db<CommentRow[]>`
  select c.id, c.meeting_id, c.agenda_item_id, r.title, r.given_name, r.family_name, c.resident_id, c.mode, c.words, c.cut, c.placed,
    c.from_other_address, c.late, c.received_at, c.typed_by, c.hidden_reason, c.answer, c.answered_at, c.answered_by,
    c.inbound_message_id is not null as has_original
  from comments c left join residents r on r.id = c.resident_id
  where c.meeting_id = ${meetingId} order by c.received_at, c.id`;

/** The meeting a comment is about; null when there is no such comment. */
export async function commentMeeting(db: Db, id: string): Promise<string | null> {
  const [row] = await db<{ meetingId: string }[]>`select meeting_id from comments where id = ${id}`;
  return row?.meetingId ?? null;
}

export interface Original {
  from: string;
  subject: string | null;
  body: string;
  receivedAt: Date;
}

/** The whole message a comment came from; null when it did not come as one. */
export async function originalOf(db: Db, commentId: string): Promise<Original | null> {
  const [row] = await db<Original[]>`
    select i.from_address as from, i.subject, i.body, i.received_at
    from comments c join inbound_messages i on i.id = c.inbound_message_id where c.id = ${commentId}`;
  return row ?? null;
}

export interface Sending {
  mailingId: string;
  at: Date;
  recipients: number;
}

/** The mailing of a meeting's pack; null before it was sent. */
export async function packSent(db: Db, meetingId: string): Promise<Sending | null> {
  const [row] = await db<Sending[]>`
    select g.id as mailing_id, g.created_at as at, (select count(*) from recipients r where r.mailing_id = g.id) as recipients
    from mailings g where g.meeting_id = ${meetingId} and g.kind = 'pack' order by g.created_at limit 1`;
  return row ?? null;
}

/** How the attempts of a mailing stand, by channel. */
export const sendingCounts = (db: Db, mailingId: string) => db<{ channel: string; status: string; count: number }[]>`
  select d.channel, d.status, count(*) from recipients r join deliveries d on d.recipient_id = r.id
  where r.mailing_id = ${mailingId} and d.kind = 'pack' group by d.channel, d.status order by d.channel, d.status`;

/** Outcomes, newest first, published or not. */
export const outcomeList = (db: Db) => db<{ id: string; youSaid: string; weDid: string; publishedAt: Date | null }[]>`
  select id, you_said, we_did, published_at from outcomes order by coalesce(published_at, created_at) desc, id`;
