import { olderFrom } from '../../surveys/fieldwork/plan.ts';
import type { Db } from '../connect.ts';
import type { AudienceGroup } from './audience.ts';
import { stillAsked } from './board.ts';
import { type Choice, deadAddresses, homes, refusals, waysOf } from './candidates.ts';
import { mayRing } from './reach.ts';

/** People of a wave who have not answered, alike in all that the price of what they may still be sent depends on. */
export interface WaitingGroup
  extends Pick<AudienceGroup, 'ways' | 'preferredChannel' | 'format' | 'mayRing' | 'older' | 'count'> {
  /** The first step that has not gone to them. */
  nextStep: number;
}

/** Everybody whom a wave in the field may send something more, counted. Who waits for a letter to be posted has no next moment yet. */
export const waitingGroups = (db: Db, choice: Choice) => db<WaitingGroup[]>`
  select coalesce(going.step, i.next_step) as next_step, r.preferred_channel, r.format, coalesce(f.age >= ${olderFrom}, false) as older,
    case when ${choice.rings} then ${mayRing(db, choice.keys, db`${choice.purpose}`, choice.now)} else false end as may_ring,
    ${waysOf(db, choice.keys)} as ways, count(*)::int as count
  from invitations i
  join waves w on w.id = i.wave_id and w.status in ('open', 'paused')
  join frame_members f on f.id = i.frame_member_id
  join residents r on r.id = f.resident_id and r.status = 'current'
  left join (${homes(db, choice.today)}) home on home.resident_id = r.id
  left join (${refusals(db, choice.purpose)}) refused on refused.resident_id = r.id
  left join (${deadAddresses(db, choice.purpose, choice.now)}) dead on true
  left join lateral (
    select min(d.step) filter (where d.status <> 'accepted') as step, count(*) > 0 as is_going
    from deliveries d where d.recipient_id = i.id and d.step is not null
      and (d.status in ('due', 'claimed') or (d.channel = 'post' and d.status = 'accepted'))
  ) going on true
  where i.wave_id = ${choice.waveId} and i.disposition in ${stillAsked(db)} and (i.next_at is not null or going.is_going)
  group by 1, 2, 3, 4, 5, 6`;
