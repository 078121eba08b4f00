import type { WhyDelivery, WhyWave } from '../../surveys/fieldwork/why/facts.ts';
import type { Db } from '../connect.ts';

/** Everything the ledger holds of one person and one wave, as JSON. Moments are epoch milliseconds. */
export interface WhyRow {
  wave: WhyWave & { zone: string };
  frame: { outReason: string | null; outDetail: string | null; sampled: boolean } | null;
  movedInOn: string | null;
  response: { state: string; at: number; mode: string } | null;
  deliveries: (WhyDelivery & { id: string; batch: { id: string; number: number; posted: boolean } | null })[];
  channelStops: { channel: string; since: number; reason: string | null }[];
  next: { step: number; at: number } | null;
  quotaFullAt: number | null;
}

const ms = (db: Db, column: ReturnType<Db>) => db`(extract(epoch from ${column}) * 1000)::bigint`;

const waveJson = (db: Db) => db`
  jsonb_build_object('name', w.name, 'status', w.status, 'launchedAt', ${ms(db, db`w.launched_at`)},
    'pausedAt', ${ms(db, db`w.paused_at`)}, 'closedAt', ${ms(db, db`w.closed_at`)}, 'anonymous', c.anonymous, 'zone', w.time_zone,
    'pausedBy', (select a.actor_name from audit_log a where a.subject = w.id::text and a.action = 'wave.pause' order by a.id desc limit 1),
    'asked', (select count(*) from invitations i where i.wave_id = w.id),
    'inFrame', (select count(*) from frame_members f where f.wave_id = w.id and f.out_reason is null),
    'restDays', coalesce((w.audience ->> 'restDays')::int, 0),
    'panelName', (select g.name from groups g where g.id = (w.audience ->> 'panelId')::uuid))`;

const deliveriesJson = (db: Db) => db`
  coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'channel', d.channel, 'status', d.status,
      'at', ${ms(db, db`coalesce(d.delivered_at, d.failed_at, d.sent_at, d.accepted_at, d.claimed_at, d.due_at)`)},
      'dueAt', ${ms(db, db`d.due_at`)}, 'hard', coalesce(d.failure in ('hard', 'opted_out', 'complaint'), false), 'reason', d.fail_reason,
      'batch', case when b.id is null then null
        else jsonb_build_object('id', b.id, 'number', b.number, 'posted', b.posted_on is not null) end,
      'fallback', d.fell_back) order by d.created_at, d.step, d.attempt)
    from deliveries d left join print_batches b on b.id = d.print_batch_id
    where d.recipient_id = i.id and d.step is not null), '[]')`;

/** One person and one wave; null when there is no such wave. */
export async function whyRow(db: Db, residentId: string, waveId: string): Promise<WhyRow | null> {
  const [row] = await db<{ facts: WhyRow }[]>`
    select jsonb_build_object(
      'wave', ${waveJson(db)},
      'frame', case when f.id is null then null
        else jsonb_build_object('outReason', f.out_reason, 'outDetail', f.out_detail, 'sampled', f.sampled) end,
      'movedInOn', (select max(m.from_date) from household_members m where m.resident_id = ${residentId} and m.to_date is null),
      'response', case when p.id is null then null
        else jsonb_build_object('state', p.state, 'at', ${ms(db, db`coalesce(p.completed_at, p.updated_at)`)}, 'mode', p.started_mode) end,
      'deliveries', ${deliveriesJson(db)},
      'channelStops', coalesce((select jsonb_agg(jsonb_build_object('channel', s.channel, 'since', ${ms(db, db`s.stopped_at`)},
        'reason', s.reason)) from channel_states s where s.stopped_at is not null), '[]'),
      'next', case when i.next_at is null then null else jsonb_build_object('step', i.next_step, 'at', ${ms(db, db`i.next_at`)}) end,
      'quotaFullAt', (select ${ms(db, db`q.at`)} from quota_fills q where q.wave_id = w.id and q.stratum = f.stratum)
    ) as facts
    from waves w join campaigns c on c.id = w.campaign_id
    left join frame_members f on f.wave_id = w.id and f.resident_id = ${residentId}
    left join invitations i on i.frame_member_id = f.id
    left join responses p on p.frame_member_id = f.id
    where w.id = ${waveId}`;
  return row?.facts ?? null;
}
