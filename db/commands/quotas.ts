import type { Db } from '../connect.ts';
import { stillAsked } from '../queries/board.ts';

/** Why something that was due is not sent, and a call not made, in the ledger's words. */
const groupIsFull = 'Their group has answers enough.';

export interface Filled {
  waveId: string;
  stratum: string;
  answered: number;
}

/**
 * Writes down each group of a quota that has its answers and was not seen so before; whoever of it has not answered stands before no step any more.
 * Of two processes at once one writes it, and the other passes it over. Gives those written.
 */
export const fillCells = (db: Db, now: Date) => db<Filled[]>`
  with quota as materialized (
    select id, sampling from waves where status in ('open', 'paused') and sampling ->> 'method' = 'quota'
  ), answered as (
    select p.wave_id, f.stratum, count(*)::int as count
    from quota w join responses p on p.wave_id = w.id and p.state = 'complete' join frame_members f on f.id = p.frame_member_id
    group by 1, 2
  ), filled as (
    insert into quota_fills (wave_id, stratum, at, answered)
    select w.id, t.stratum, ${now}, coalesce(a.count, 0)
    from quota w cross join lateral jsonb_each_text(w.sampling -> 'targets') t (stratum, target)
    left join answered a on a.wave_id = w.id and a.stratum = t.stratum
    where coalesce(a.count, 0) >= t.target::int
      and not exists (select from quota_fills q where q.wave_id = w.id and q.stratum = t.stratum)
    on conflict do nothing returning wave_id, stratum, answered
  ), standing as (
    select i.id from filled q join frame_members f on f.wave_id = q.wave_id and f.stratum = q.stratum join invitations i on i.frame_member_id = f.id
    where i.next_at is not null and i.disposition in ${stillAsked(db)} for update of i skip locked
  ), ended as (
    update invitations i set next_at = null from standing s where i.id = s.id
  )
  select wave_id, stratum, answered from filled`;

/**
 * Cancels what was due for a full group when it filled: messages to those who have not answered, and calls. What was written since then stays: somebody asked for it,
 * or it stands for a text that was lost on its way before.
 * One that is being claimed at this moment is passed over: it goes, or waits again and is cancelled then.
 */
export const cancelFilled = (db: Db) => db`
  with cell as materialized (
    select q.wave_id, q.stratum, q.at, i.id from quota_fills q
    join waves w on w.id = q.wave_id and w.status in ('open', 'paused')
    join frame_members f on f.wave_id = q.wave_id and f.stratum = q.stratum
    join invitations i on i.frame_member_id = f.id
    where i.disposition in ${stillAsked(db)}
  ), due as materialized (
    select d.id, c.wave_id, c.stratum from cell c join deliveries d on d.recipient_id = c.id
    where d.status = 'due' and d.kind in ('invitation', 'reminder') and d.created_at <= c.at for update of d skip locked
  ), to_ring as materialized (
    select l.id, c.wave_id, c.stratum from cell c join call_list l on l.invitation_id = c.id where l.status = 'waiting' for update of l skip locked
  ), unsent as (
    update deliveries d set status = 'cancelled', next_action = ${groupIsFull} from due where d.id = due.id
  ), unrung as (
    update call_list l set status = 'cancelled', ended_why = ${groupIsFull} from to_ring r where l.id = r.id
  ), counted as (
    select wave_id, stratum, sum(messages)::int as messages, sum(calls)::int as calls
    from (select wave_id, stratum, 1 as messages, 0 as calls from due union all select wave_id, stratum, 0, 1 from to_ring) x group by 1, 2
  )
  update quota_fills q set messages = q.messages + c.messages, calls = q.calls + c.calls
  from counted c where q.wave_id = c.wave_id and q.stratum = c.stratum`;
