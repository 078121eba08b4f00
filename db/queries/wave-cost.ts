import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import { type Postage, usualPostage } from '../../surveys/fieldwork/postage.ts';
import type { Format } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';

/** What one channel sent in a wave, and what is known of its cost. */
export interface SpentRow {
  waveId: string;
  /** Of the version that went out: letters are priced by them. */
  questions: number;
  channel: ContactChannel;
  /** Messages that went or may have gone. */
  messages: number;
  /** Pence of those whose cost was worked out when they went. */
  pence: number;
  /** Those without: letters and mails, by the local day they went and how. */
  unpriced: { day: string; postage: Postage; format: Format; provider: string; count: number }[];
  bill: { pence: number; by: string; at: string } | null;
}

/** Messages of a wave that went or may have gone, `d`, with the time they went; null is every wave. */
const gone = (db: Db, waveId: string | null) => db`
  select d.*, i.wave_id, w.time_zone, coalesce(d.sent_at, d.accepted_at, d.claimed_at, d.due_at) as went
  from deliveries d join invitations i on i.id = d.recipient_id join waves w on w.id = i.wave_id
  where d.kind in ('invitation', 'reminder') and d.status in ('accepted', 'sent', 'delivered', 'unknown', 'failed') and d.accepted_at is not null
    ${waveId === null ? db`` : db`and i.wave_id = ${waveId}`}`;

/** Cost by wave and channel, in one statement: of one wave, or with null of all. */
export const spentRows = (db: Db, waveId: string | null) => db<SpentRow[]>`
  with d as (${gone(db, waveId)}), sums as (
    select wave_id, channel, count(*)::int as messages, coalesce(sum(cost), 0)::float8 as pence from d group by 1, 2
  ), unpriced as (
    select u.wave_id, u.channel, jsonb_agg(jsonb_build_object(
      'day', u.day, 'postage', u.postage, 'format', u.format, 'provider', u.provider, 'count', u.n)) as days
    from (
      select d.wave_id, d.channel, (d.went at time zone d.time_zone)::date as day, coalesce(b.postage, ${usualPostage}) as postage,
        coalesce(b.format, d.format) as format, coalesce(d.provider, '') as provider, count(*)::int as n
      from d left join print_batches b on b.id = d.print_batch_id
      where d.cost is null and d.channel in ('post', 'email') group by 1, 2, 3, 4, 5, 6) u
    group by 1, 2
  ), billed as (
    select wave_id, channel, pence, by, at from wave_bills ${waveId === null ? db`` : db`where wave_id = ${waveId}`}
  )
  select coalesce(s.wave_id, b.wave_id) as wave_id, coalesce(jsonb_array_length(v.compiled -> 'questions'), 0) as questions,
    coalesce(s.channel, b.channel) as channel, coalesce(s.messages, 0) as messages, coalesce(s.pence, 0) as pence,
    coalesce(u.days, '[]') as unpriced,
    case when b.pence is not null then jsonb_build_object('pence', b.pence, 'by', b.by, 'at', b.at) end as bill
  from sums s full join billed b on b.wave_id = s.wave_id and b.channel = s.channel
  left join unpriced u on u.wave_id = s.wave_id and u.channel = s.channel
  join waves w on w.id = coalesce(s.wave_id, b.wave_id) left join versions v on v.id = w.version_id
  order by 1, 3`;

/** Complete answers of a wave by the channel of the last message before. */
export async function answersAfter(db: Db, waveId: string): Promise<Map<string, number>> {
  const rows = await db<{ channel: string; answers: number }[]>`
    with d as (${gone(db, waveId)})
    select last.channel, count(*)::int as answers
    from responses p join invitations i on i.frame_member_id = p.frame_member_id
    cross join lateral (
      select d.channel from d where d.recipient_id = i.id and d.went <= p.completed_at order by d.went desc limit 1) last
    where p.wave_id = ${waveId} and p.state = 'complete' group by 1`;
  return new Map(rows.map(({ channel, answers }) => [channel, answers]));
}

/** How many of a wave have answered in full. */
export async function completeAnswers(db: Db, waveId: string): Promise<number> {
  const [row] = await db<{ answers: number }[]>`
    select count(*)::int as answers from invitations where wave_id = ${waveId} and disposition = 'complete'`;
  return row?.answers ?? 0;
}
