import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import type { Disposition } from '../../surveys/fieldwork/disposition.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { Db } from '../connect.ts';
import { type CellFilter, inCell } from './board.ts';

/** How a wave stands: every figure of its page, in one statement. */
export interface FieldworkRow {
  status: 'draft' | 'open' | 'paused' | 'closed';
  opensOn: string;
  closesOn: string;
  launchedAt: Date | null;
  timeZone: string;
  population: number;
  dispositions: Partial<Record<Disposition, number>>;
  channels: ChannelCounts[];
  failures: { channel: ContactChannel; reason: string; count: number }[];
  modes: { mode: Mode; count: number }[];
  days: { day: string; mode: Mode; count: number }[];
  /** The first messages still to go, by channel; when people are looked at next where none is written yet. */
  first: { channel: ContactChannel | null; at: string }[];
  cost: { channel: ContactChannel; pence: number }[];
  stopped: { channel: ContactChannel; reason: string; at: string; waiting: number }[];
  /** Letters that are printed and not marked posted. */
  toPost: { number: number; letters: number }[];
}

export interface ChannelCounts {
  channel: ContactChannel;
  due: number;
  sent: number;
  delivered: number;
  failed: number;
  unknown: number;
}

/** The figures of one wave; null when there is none. */
export async function fieldworkOf(db: Db, waveId: string): Promise<FieldworkRow | null> {
  const [row] = await db<FieldworkRow[]>`
    with w as (select * from waves where id = ${waveId}),
    d as (select d.* from deliveries d join recipients r on r.id = d.recipient_id join w on r.mailing_id = w.mailing_id
      where d.kind in ('invitation', 'reminder')),
    p as (select * from responses where wave_id = ${waveId} and state = 'complete')
    select w.status, w.opens_on::text, w.closes_on::text, w.launched_at, w.time_zone,
      (select count(*)::int from frame_members where wave_id = w.id and out_reason is null) as population,
      coalesce((select jsonb_object_agg(disposition, n) from (
        select disposition, count(*)::int as n from invitations where wave_id = w.id group by 1) x), '{}') as dispositions,
      ${rows(
        db,
        db`select channel, ${count(db, db`status in ('due', 'claimed')`)} as due,
        ${count(db, db`status in ('accepted', 'sent')`)} as sent, ${count(db, db`status = 'delivered'`)} as delivered,
        ${count(db, db`status = 'failed'`)} as failed, ${count(db, db`status = 'unknown'`)} as unknown
        from d group by 1 order by 1`,
      )} as channels,
      ${rows(
        db,
        db`select channel, coalesce(fail_reason, 'No reason given') as reason, count(*)::int as count
        from d where status = 'failed' group by 1, 2 order by 3 desc`,
      )} as failures,
      ${rows(db, db`select started_mode as mode, count(*)::int as count from p group by 1 order by 2 desc`)} as modes,
      ${rows(
        db,
        db`select (completed_at at time zone w.time_zone)::date as day, started_mode as mode, count(*)::int as count
        from p group by 1, 2 order by 1, 2`,
      )} as days,
      ${rows(
        db,
        db`select channel, min(due_at) as at from d where status = 'due' group by 1
        union all select null, min(next_at) from invitations where wave_id = w.id and next_at is not null and not exists (select from d)
        having min(next_at) is not null order by 2`,
      )} as first,
      ${rows(db, db`select channel, sum(cost)::float8 as pence from d where cost is not null group by 1 order by 1`)} as cost,
      ${rows(
        db,
        db`select c.channel, c.reason, c.stopped_at as at, (select count(*)::int from d where d.channel = c.channel and d.status = 'due') as waiting
        from channel_states c where c.stopped_at is not null`,
      )} as stopped,
      ${rows(db, db`select b.number, b.letters from print_batches b where b.mailing_id = w.mailing_id and b.state = 'ready' order by 1`)} as to_post
    from w`;
  return row ?? null;
}

type Sql = ReturnType<Db>;
const rows = (db: Db, statement: Sql) => db`coalesce((select jsonb_agg(x) from (${statement}) x), '[]'::jsonb)`;
const count = (db: Db, condition: Sql) => db`(count(*) filter (where ${condition}))::int`;

/** The home list beside those asked and those who answered, by age in years, area and tenure. Not of special categories. */
export interface BoardRow {
  field: 'age' | 'area' | 'tenure';
  code: string;
  population: number;
  asked: number;
  answered: number;
}

export const boardRows = (db: Db, waveId: string) => db<BoardRow[]>`
  select field, code, count(*)::int as population, ${count(db, db`f.sampled`)} as asked,
    ${count(db, db`p.state = 'complete'`)} as answered
  from frame_members f left join responses p on p.frame_member_id = f.id
  cross join lateral (values ('age', f.age::text), ('area', f.area), ('tenure', f.tenure)) v(field, code)
  where f.wave_id = ${waveId} and f.out_reason is null and code is not null group by 1, 2 order by 1, 2`;

/** Somebody of a wave, in a list that a figure opens. */
export interface PersonRow {
  residentId: string | null;
  title: string | null;
  givenName: string | null;
  familyName: string | null;
  addressLines: string[] | null;
  postcode: string | null;
  disposition: Disposition;
  last: Date | null;
  id: string;
}

export interface PeopleFilter {
  waveId: string;
  dispositions: readonly string[] | null;
  channel: string | null;
  status: string | null;
  cell: CellFilter;
  after: readonly [name: string, id: string] | null;
  limit: number;
}

/** People of a wave by outcome, or by how a channel fared, by family name; one more than asked for. */
export const peopleOf = (db: Db, f: PeopleFilter) => db<PersonRow[]>`
  select i.id, r.id as resident_id, r.title, r.given_name, coalesce(r.family_name, '') as family_name, i.disposition,
    home.address_lines, home.postcode, last.at as last
  from invitations i join recipients rec on rec.id = i.id left join residents r on r.id = rec.resident_id
  join frame_members f on f.id = i.frame_member_id
  left join lateral (
    select p.address_lines, p.postcode from household_members m join households h on h.id = m.household_id
    join properties p on p.id = h.property_id where m.resident_id = r.id order by m.from_date desc limit 1) home on true
  left join lateral (
    select max(coalesce(d.sent_at, d.accepted_at, d.failed_at)) as at from deliveries d where d.recipient_id = i.id) last on true
  where i.wave_id = ${f.waveId} and ${inCell(db, f.cell)}
    and (${f.dispositions === null} or i.disposition = any(${[...(f.dispositions ?? [])]}::text[]))
    and (${f.channel === null && f.status === null} or exists (
      select from deliveries d where d.recipient_id = i.id
        and (${f.channel}::text is null or d.channel = ${f.channel}) and (${f.status}::text is null or d.status = ${f.status})))
    and (${f.after === null} or (coalesce(r.family_name, ''), i.id) > (${f.after?.[0] ?? ''}, ${f.after?.[1] ?? null}::uuid))
  order by coalesce(r.family_name, ''), i.id limit ${f.limit + 1}`;
