import type { Db } from '../connect.ts';

/** A group of a quota: the answers it has, and since when it has enough, with what was cancelled because of it. */
export interface QuotaRow {
  name: string;
  target: number;
  answered: number;
  fullAt: Date | null;
  messages: number;
  calls: number;
}

/** The groups of a wave's quota that have a target, by name; none where its sample is drawn another way. */
export const quotaOf = (db: Db, waveId: string) => db<QuotaRow[]>`
  with answered as (
    select f.stratum, count(*)::int as count from responses p join frame_members f on f.id = p.frame_member_id
    where p.wave_id = ${waveId} and p.state = 'complete' group by 1
  )
  select t.name, t.target::int as target, coalesce(a.count, 0) as answered, q.at as full_at, coalesce(q.messages, 0) as messages, coalesce(q.calls, 0) as calls
  from waves w cross join lateral jsonb_each_text(w.sampling -> 'targets') t (name, target)
  left join answered a on a.stratum = t.name
  left join quota_fills q on q.wave_id = w.id and q.stratum = t.name
  where w.id = ${waveId} and w.sampling ->> 'method' = 'quota' order by t.name`;
