import type { LoadCounts } from '../../surveys/groups/load.ts';
import type { Db } from '../connect.ts';

/**
 * What each resident was given to do since a day: one row for each who had anything. Papers count when they went, surveys when they were
 * answered to the end, meetings when the person said yes to them, also those still to come.
 */
export const loads = (db: Db, since: string) => db`
  select resident_id, sum(papers)::int as papers, sum(surveys)::int as surveys, sum(meetings)::int as meetings from (
    select rec.resident_id, 1 as papers, 0 as surveys, 0 as meetings
    from mailings m join recipients rec on rec.mailing_id = m.id
    where m.kind = 'pack' and m.created_at >= ${since}::date
      and exists (select from deliveries d where d.recipient_id = rec.id and d.status in ('accepted', 'sent', 'delivered', 'unknown'))
    union all
    select f.resident_id, 0, 1, 0 from responses p join frame_members f on f.id = p.frame_member_id
    where p.state = 'complete' and p.completed_at >= ${since}::date
    union all
    select ep.resident_id, 0, 0, 1 from event_people ep join events e on e.id = ep.event_id
    where ep.reply = 'yes' and e.kind = 'focus_group' and e.held_on >= ${since}::date and e.called_off_at is null
  ) each_thing where resident_id is not null group by resident_id`;

/** The same of the members of a group now. */
export const loadsOfGroup = (db: Db, groupId: string, since: string) => db<(LoadCounts & { residentId: string })[]>`
  select l.* from (${loads(db, since)}) l
  where exists (select from memberships ms where ms.group_id = ${groupId} and ms.resident_id = l.resident_id and ms.to_date is null)`;
