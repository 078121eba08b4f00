import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import { type Postage, usualPostage } from '../../surveys/fieldwork/postage.ts';
import type { Format } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';

/** What one channel sent in a wave, what is known of its cost, and the answers that followed it. */
export interface CostRow {
  channel: ContactChannel;
  /** Messages that went or may have gone. */
  messages: number;
  /** Pence of those whose cost was worked out when they went. */
  pence: number;
  /** Those without: letters and mails, by the local day they went and how. */
  unpriced: { day: string; postage: Postage; format: Format; provider: string; count: number }[];
  /** Complete answers of people whose last message before was by this channel. */
  answers: number;
  bill: { pence: number; by: string; at: string } | null;
}

/** Cost by channel, in one statement. */
export const costRows = (db: Db, waveId: string) => db<CostRow[]>`
  with d as (
    select d.*, w.time_zone, coalesce(d.sent_at, d.accepted_at, d.claimed_at, d.due_at) as went
    from deliveries d join invitations i on i.id = d.recipient_id join waves w on w.id = i.wave_id
    where i.wave_id = ${waveId} and d.kind in ('invitation', 'reminder') and d.status in ('accepted', 'sent', 'delivered', 'unknown', 'failed')
      and d.accepted_at is not null
  ), after as (
    select last.channel, count(*)::int as answers
    from responses p join invitations i on i.frame_member_id = p.frame_member_id
    cross join lateral (
      select d.channel from d where d.recipient_id = i.id and d.went <= p.completed_at order by d.went desc limit 1) last
    where p.wave_id = ${waveId} and p.state = 'complete' group by 1
  ), sums as (
    select d.channel, count(*)::int as messages, coalesce(sum(d.cost), 0)::float8 as pence from d group by 1
  ), unpriced as (
    select u.channel, jsonb_agg(jsonb_build_object(
      'day', u.day, 'postage', u.postage, 'format', u.format, 'provider', u.provider, 'count', u.n)) as days
    from (
      select d.channel, (d.went at time zone d.time_zone)::date as day, coalesce(b.postage, ${usualPostage}) as postage,
        coalesce(b.format, d.format) as format, coalesce(d.provider, '') as provider, count(*)::int as n
      from d left join print_batches b on b.id = d.print_batch_id
      where d.cost is null and d.channel in ('post', 'email') group by 1, 2, 3, 4, 5) u
    group by 1
  )
  select coalesce(s.channel, b.channel) as channel, coalesce(s.messages, 0) as messages, coalesce(s.pence, 0) as pence,
    coalesce(u.days, '[]') as unpriced, coalesce(a.answers, 0) as answers,
    case when b.pence is not null then jsonb_build_object('pence', b.pence, 'by', b.by, 'at', b.at) end as bill
  from sums s full join (select * from wave_bills where wave_id = ${waveId}) b on b.channel = s.channel
  left join unpriced u on u.channel = s.channel left join after a on a.channel = s.channel
  order by 1`;

/** How many of a wave have answered in full. */
export async function completeAnswers(db: Db, waveId: string): Promise<number> {
  const [row] = await db<{ answers: number }[]>`
    select count(*)::int as answers from invitations where wave_id = ${waveId} and disposition = 'complete'`;
  return row?.answers ?? 0;
}
