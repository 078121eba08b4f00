import type { Db } from '../connect.ts';

/** Newest entries of each kind on one resident's page. */
const most = 200;

export interface DeliveryEntry {
  id: string;
  at: Date;
  channel: string;
  kind: string;
  status: string;
  language: string;
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
export const deliveriesTo = (db: Db, residentId: string) => db<DeliveryEntry[]>`
  select d.id, coalesce(d.delivered_at, d.failed_at, d.sent_at, d.accepted_at, d.claimed_at, d.due_at) as at, d.channel, d.kind,
    d.status, d.language, d.subject, d.words, d.segments, d.cost, d.fail_reason, d.next_action, b.number as batch,
    coalesce(w.name, m.title, e.title) as about
  from recipients r join deliveries d on d.recipient_id = r.id
  join mailings g on g.id = r.mailing_id
  left join waves w on w.mailing_id = g.id
  left join meetings m on m.id = g.meeting_id
  left join events e on e.id = g.event_id
  left join print_batches b on b.id = d.print_batch_id
  where r.resident_id = ${residentId} order by at desc limit ${most}`;

export interface ReceiptEntry {
  at: Date;
  deliveryId: string;
  channel: string;
  status: string;
  reason: string | null;
}

/** What providers reported of those attempts. */
export const receiptsOf = (db: Db, residentId: string) => db<ReceiptEntry[]>`
  select c.at, d.id as delivery_id, d.channel, c.status, c.reason
  from recipients r join deliveries d on d.recipient_id = r.id join receipts c on c.delivery_id = d.id
  where r.resident_id = ${residentId} order by c.at desc limit ${most}`;

export interface InboundEntry {
  at: Date;
  channel: string;
  subject: string | null;
  /** Null where it was an answer to a survey: results never open into people. */
  body: string | null;
  done: string;
  replied: boolean;
}

/** What a resident sent us. */
export const inboundFrom = (db: Db, residentId: string) => db<InboundEntry[]>`
  select received_at as at, channel, subject, done, reply is not null as replied,
    case when done in ('answered', 'late') and tray_reason is null then null else body end as body
  from inbound_messages
  where resident_id = ${residentId} order by received_at desc limit ${most}`;

export interface FrameEntry {
  at: Date;
  wave: string;
  outReason: string | null;
  sampled: boolean;
  asked: number;
  inFrame: number;
  answeredAt: Date | null;
  answeredBy: string | null;
}

/** Waves that looked at a resident, whether they were asked, and when they answered; in an anonymous wave that is not known. */
export const framesOf = (db: Db, residentId: string) => db<FrameEntry[]>`
  select coalesce(w.launched_at, w.created_at) as at, w.name as wave, f.out_reason, f.sampled,
    (select count(*) from invitations i where i.wave_id = w.id) as asked,
    (select count(*) from frame_members o where o.wave_id = w.id and o.out_reason is null) as in_frame,
    p.completed_at as answered_at, p.started_mode as answered_by
  from frame_members f join waves w on w.id = f.wave_id
  left join responses p on p.frame_member_id = f.id and p.state = 'complete'
  where f.resident_id = ${residentId} order by at desc limit ${most}`;

export interface ChangeEntry {
  at: Date;
  actorName: string;
  action: string;
  fields: string[];
  reason: string | null;
}

/** Who changed what of a resident. */
export const changesOf = (db: Db, residentId: string) => db<ChangeEntry[]>`
  select at, actor_name, action, detail ->> 'reason' as reason,
    array(select jsonb_array_elements_text(case when jsonb_typeof(detail -> 'fields') = 'array' then detail -> 'fields' else '[]' end)) as fields
  from audit_log where subject = ${residentId} order by id desc limit ${most}`;

export interface CommentEntry {
  at: Date;
  mode: string;
  words: string;
  meeting: string;
  typedBy: string | null;
}

/** What a resident said about papers. */
export const commentsBy = (db: Db, residentId: string) => db<CommentEntry[]>`
  select c.received_at as at, c.mode, c.words, m.title as meeting, c.typed_by
  from comments c join meetings m on m.id = c.meeting_id
  where c.resident_id = ${residentId} order by c.received_at desc limit ${most}`;
