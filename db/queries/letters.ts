import type { Db } from '../connect.ts';
import { eventOf } from './event-of.ts';
import { isAllowed, reachJoins } from './reach.ts';

/**
 * Why a letter `d` may not be posted, or null. What people did counts up to `asOf`: of letters that were posted on a day, what came after is an answer
 * to them. Over the joins of `lettersJoins`.
 */
export const againstPost = (db: Db, now: Date, asOf: Date) => db`
  case
    when r.id is null then 'The person was erased.'
    when r.status <> 'current' then 'The person has moved or died.'
    when stop.reason is not null and exists (
      select from suppressions s where s.resident_id = r.id and s.lifted_at is null and (s.until is null or s.until > ${now})
        and (s.purpose is null or s.purpose = m.purpose) and s.reason <> 'bounce' and s.at <= ${asOf}
    ) then 'Asked us to stop before it was posted.'
    when not ${isAllowed(db, db`'post'`, db`m.purpose`)} then 'Does not permit this way.'
    when ev.reply is not null then 'Answered before it was posted.'
    when ev.over then 'It was over or called off before it was posted.'
    when w.status = 'closed' and coalesce(w.closed_at, '-infinity') <= ${asOf} then 'The wave closed before it was posted.'
    when p.state = 'complete' and coalesce(p.completed_at, '-infinity') <= ${asOf}
      and coalesce((w.plan -> 'steps' -> d.step ->> 'onlyIfNotAnswered')::boolean, true) then 'Answered before it was posted.'
  end`;

/** What judging and printing a letter `d` needs: whom it is for, what it is about, and whether they may be written to. */
export const lettersJoins = (db: Db, now: Date) => db`
  join recipients rec on rec.id = d.recipient_id
  join mailings m on m.id = rec.mailing_id
  left join residents r on r.id = rec.resident_id
  ${eventOf(db, now)}
  left join invitations i on i.id = d.recipient_id
  left join waves w on w.id = i.wave_id
  left join responses p on p.frame_member_id = i.frame_member_id
  ${reachJoins(db, db`m.purpose`, now)}`;

/** A letter of a file that is ready, which is to be taken out before the file is posted. */
export interface LetterToTakeOut {
  id: string;
  batchId: string;
  manifest: string;
  title: string | null;
  givenName: string | null;
  familyName: string | null;
  why: string;
}

/** Letters of ready files whose people were erased, have moved, stopped, or answered since. */
export const lettersToTakeOut = (db: Db, now: Date) => db<LetterToTakeOut[]>`
  select * from (
    select d.id, b.id as batch_id, b.manifest, r.title, r.given_name, r.family_name, ${againstPost(db, now, now)} as why
    from print_batches b join deliveries d on d.print_batch_id = b.id ${lettersJoins(db, now)}
    where b.state = 'ready' and d.status = 'accepted') judged
  where why is not null`;
