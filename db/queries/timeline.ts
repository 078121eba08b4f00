import type { Db } from '../connect.ts';

/** Which part of a resident's timeline is read: so many entries before one, of one wave where one is chosen. */
export interface Slice {
  residentId: string;
  wave: string | null;
  before: { at: Date; key: string } | null;
  limit: number;
}

/** An entry's place: the moment, and a key that no other has. */
export interface Placed {
  at: Date;
  key: string;
}

/** The newest of `entries` (which give `at` and `key`) before the slice's end. */
const sliced = <T extends Placed>(db: Db, entries: ReturnType<Db>, { before, limit }: Slice) => db<T[]>`
  select * from (${entries}) e
  where ${before === null ? db`true` : db`(date_trunc('milliseconds', e.at), e.key collate "C") < (${before.at}, ${before.key})`}
  order by date_trunc('milliseconds', e.at) desc, e.key collate "C" desc limit ${limit}`;

const ofWave = (db: Db, column: ReturnType<Db>, { wave }: Slice) =>
  wave === null ? db`true` : db`${column} = ${wave}::uuid`;
/** What belongs to no wave is left out where one is chosen. */
const ofNoWave = (db: Db, { wave }: Slice) => (wave === null ? db`true` : db`false`);

export interface DeliveryEntry extends Placed {
  id: string;
  channel: string;
  kind: string;
  status: string;
  language: string;
  format: string;
  subject: string | null;
  words: string | null;
  segments: number | null;
  cost: number | null;
  failReason: string | null;
  nextAction: string | null;
  batch: number | null;
  about: string | null;
}

/** Every attempt to reach a resident, with the wave or meeting it was for. */
export const deliveriesTo = (db: Db, slice: Slice) =>
  sliced<DeliveryEntry>(
    db,
    db`
  select 'delivery ' || d.id as key, d.id, coalesce(d.delivered_at, d.failed_at, d.sent_at, d.accepted_at, d.claimed_at, d.due_at) as at,
    d.channel, d.kind, d.status, d.language, d.format, d.subject, d.words, d.segments, d.cost, d.fail_reason, d.next_action,
    b.number as batch, coalesce(w.name, m.title, e.title) as about
  from recipients r join deliveries d on d.recipient_id = r.id
  join mailings g on g.id = r.mailing_id
  left join waves w on w.mailing_id = g.id
  left join meetings m on m.id = g.meeting_id
  left join events e on e.id = g.event_id
  left join print_batches b on b.id = d.print_batch_id
  where r.resident_id = ${slice.residentId} and ${ofWave(db, db`w.id`, slice)}`,
    slice,
  );

export interface ReceiptEntry extends Placed {
  deliveryId: string;
  channel: string;
  status: string;
  reason: string | null;
}

/** What providers reported of those attempts. */
export const receiptsOf = (db: Db, slice: Slice) =>
  sliced<ReceiptEntry>(
    db,
    db`
  select 'receipt ' || c.id as key, c.at, d.id as delivery_id, d.channel, c.status, c.reason
  from recipients r join deliveries d on d.recipient_id = r.id join receipts c on c.delivery_id = d.id
  left join waves w on w.mailing_id = r.mailing_id
  where r.resident_id = ${slice.residentId} and ${ofWave(db, db`w.id`, slice)}`,
    slice,
  );

export interface InboundEntry extends Placed {
  channel: string;
  subject: string | null;
  /** Null where it was an answer to a survey: results never open into people. */
  body: string | null;
  done: string;
  replied: boolean;
}

/** What a resident sent us. */
export const inboundFrom = (db: Db, slice: Slice) =>
  sliced<InboundEntry>(
    db,
    db`
  select 'inbound ' || n.id as key, n.received_at as at, n.channel, n.subject, n.done, n.reply is not null as replied,
    case when n.done in ('answered', 'late') and n.tray_reason is null then null else n.body end as body
  from inbound_messages n left join invitations i on i.id = n.recipient_id
  where n.resident_id = ${slice.residentId} and ${ofWave(db, db`i.wave_id`, slice)}`,
    slice,
  );

export interface FrameEntry extends Placed {
  wave: string;
  outReason: string | null;
  sampled: boolean;
  asked: number;
  inFrame: number;
}

/** Waves that looked at a resident, and whether they were asked. */
export const framesOf = (db: Db, slice: Slice) =>
  sliced<FrameEntry>(
    db,
    db`
  select 'frame ' || f.id as key, coalesce(w.launched_at, w.created_at) as at, w.name as wave, f.out_reason, f.sampled,
    (select count(*) from invitations i where i.wave_id = w.id) as asked,
    (select count(*) from frame_members o where o.wave_id = w.id and o.out_reason is null) as in_frame
  from frame_members f join waves w on w.id = f.wave_id
  where f.resident_id = ${slice.residentId} and ${ofWave(db, db`w.id`, slice)}`,
    slice,
  );

export interface AnswerEntry extends Placed {
  wave: string;
  mode: string;
  complete: boolean;
  /** Who typed it in, where somebody did. */
  typedBy: string | null;
}

/** That a resident answered, how, and who typed it in: never what. In an anonymous wave it is not known. */
export const answersOf = (db: Db, slice: Slice) =>
  sliced<AnswerEntry>(
    db,
    db`
  select 'answer ' || p.id as key, coalesce(p.completed_at, p.updated_at) as at, w.name as wave, p.started_mode as mode,
    p.state = 'complete' as complete, (
      select string_agg(distinct coalesce(u.name, a.value ->> 'by'), ', ')
      from jsonb_each(case when jsonb_typeof(p.interview -> 'answers') = 'object' then p.interview -> 'answers' else '{}' end) a
      left join "user" u on 'staff:' || u.id = a.value ->> 'by'
      where a.value ->> 'by' like 'staff:%' or a.value ->> 'by' like 'key:%') as typed_by
  from frame_members f join waves w on w.id = f.wave_id join responses p on p.frame_member_id = f.id
  where f.resident_id = ${slice.residentId} and ${ofWave(db, db`w.id`, slice)}`,
    slice,
  );

export interface ChangeEntry extends Placed {
  actorName: string;
  action: string;
  fields: string[];
  detail: Record<string, unknown> | null;
  group: string | null;
}

/** Who changed what of a resident: themselves, or a member of staff. */
export const changesOf = (db: Db, slice: Slice) =>
  sliced<ChangeEntry>(
    db,
    db`
  select 'change ' || lpad(a.id::text, 19, '0') as key, a.at, a.actor_name, a.action, a.detail, g.name as group,
    array(select jsonb_array_elements_text(case when jsonb_typeof(a.detail -> 'fields') = 'array' then a.detail -> 'fields' else '[]' end)) as fields
  from audit_log a left join groups g on g.id::text = a.detail ->> 'groupId'
  where a.subject = ${slice.residentId}::text and a.action <> 'resident.call' and ${ofNoWave(db, slice)}
  union all
  select 'import ' || x.import_id || ' ' || x.row, i.finished_at, i.by, 'resident.import',
    jsonb_build_object('filename', i.filename, 'kind', x.kind), null, array(select jsonb_object_keys(coalesce(x.changes, '{}')))
  from import_rows x join imports i on i.id = x.import_id
  where x.reference = (select reference from residents where id = ${slice.residentId}) and i.state = 'applied' and x.kind in ('new', 'changed', 'left') and ${ofNoWave(db, slice)}`,
    slice,
  );

export interface MembershipEntry extends Placed {
  group: string;
  joined: boolean;
}

/** Groups a resident came into or left by a file of residents, which no line of the log tells by itself. */
export const membershipsOf = (db: Db, slice: Slice) =>
  sliced<MembershipEntry>(
    db,
    db`
  select 'group ' || m.group_id || ' ' || m.from_date || ' ' || way.joined as key, way.day::timestamptz as at, g.name as group, way.joined
  from memberships m join groups g on g.id = m.group_id
  cross join lateral (values (m.from_date, true), (m.to_date, false)) way(day, joined)
  where m.resident_id = ${slice.residentId} and way.day is not null and ${ofNoWave(db, slice)}
    and not exists (select from audit_log a where a.subject = ${slice.residentId}::text
      and a.action = case when way.joined then 'group.join' else 'group.leave' end and a.detail ->> 'groupId' = m.group_id::text)`,
    slice,
  );

export interface CommentEntry extends Placed {
  mode: string;
  words: string;
  meeting: string;
  typedBy: string | null;
}

/** What a resident said about papers. */
export const commentsBy = (db: Db, slice: Slice) =>
  sliced<CommentEntry>(
    db,
    db`
  select 'comment ' || c.id as key, c.received_at as at, c.mode, c.words, m.title as meeting, c.typed_by
  from comments c join meetings m on m.id = c.meeting_id
  where c.resident_id = ${slice.residentId} and ${ofNoWave(db, slice)}`,
    slice,
  );

export interface CallEntry extends Placed {
  outcome: string;
  note: string;
  by: string;
}

/** Calls that were written down. */
export const callsWith = (db: Db, slice: Slice) =>
  sliced<CallEntry>(
    db,
    db`
  select 'call ' || c.id as key, c.at, c.outcome, c.note, c.by from calls c
  where c.resident_id = ${slice.residentId} and ${ofNoWave(db, slice)}`,
    slice,
  );
