import { type Refresh, refreshes } from '../../surveys/fieldwork/refresh.ts';
import { restsOf } from '../../surveys/fieldwork/rests.ts';
import type { Db } from '../connect.ts';
import type { Choice } from './candidates.ts';

/** Invitations of waves but this one that count as having asked somebody: launched and not yet sent counts, closed unsent does not. */
export const asking = (db: Db, waveId: string) => db`
  invitations i join waves w on w.id = i.wave_id and w.id <> ${waveId} and w.launched_at is not null
    and (i.disposition <> 'not_sent' or w.status in ('open', 'paused'))
  join recipients rec on rec.id = i.id and rec.resident_id is not null`;

/** The newest wave each person was asked in, but this one, where this survey rests after others. */
export function lastAsked(db: Db, { kind, waveId, today, audience: { restDays } }: Choice) {
  if (!restsOf[kind].afterOthers) return db`select null::uuid as resident_id, null::jsonb as asked where false`;
  return db`
    select distinct on (rec.resident_id) rec.resident_id,
      jsonb_build_object('on', greatest(w.launched_at, sent.at)::date, 'survey', w.name) as asked
    from ${asking(db, waveId)}
    left join lateral (
      select max(coalesce(d.sent_at, d.delivered_at, d.accepted_at)) as at from deliveries d where d.recipient_id = i.id
    ) sent on true
    where greatest(w.launched_at, sent.at) > ${today}::date - ${restDays}::int
    order by rec.resident_id, greatest(w.launched_at, sent.at) desc`;
}

/** Who was asked by as many waves as anybody may be, and when last. Reminders are of the same invitation, and papers of groups have none. */
export function askedOften(db: Db, { kind, waveId, today, audience: { mostAsked } }: Choice) {
  if (mostAsked === null || !restsOf[kind].afterOthers)
    return db`select null::uuid as resident_id, null::jsonb as often where false`;
  return db`
    select rec.resident_id, jsonb_build_object('on', max(w.launched_at)::date, 'note', count(*)::text) as often
    from ${asking(db, waveId)}
    where w.launched_at > ${today}::date - ${mostAsked.days}::int
    group by rec.resident_id having count(*) >= ${mostAsked.times}`;
}

/** Whom the campaign asked before and leaves out of a fresh sample, with the newest wave that did. */
export function askedBefore(db: Db, { waveId, campaignId, refresh, today }: Choice) {
  if (refresh === 'nobody') return db`select null::uuid as resident_id, null::jsonb as before where false`;
  return db`
    select distinct on (rec.resident_id) rec.resident_id,
      jsonb_build_object('on', w.launched_at::date, 'survey', w.name) as before
    from ${asking(db, waveId)}
    where w.campaign_id = ${campaignId} and ${withinRefresh(db, refresh, { waveId, campaignId, today })}
    order by rec.resident_id, w.launched_at desc`;
}

const withinRefresh = (
  db: Db,
  refresh: Refresh,
  { waveId, campaignId, today }: Pick<Choice, 'waveId' | 'campaignId' | 'today'>,
) => {
  const { days } = refreshes[refresh];
  return days === null
    ? db`w.id = (select l.id from waves l where l.campaign_id = ${campaignId} and l.id <> ${waveId} and l.launched_at is not null
        order by l.opens_on desc, l.launched_at desc limit 1)`
    : db`w.launched_at > ${today}::date - ${days}::int`;
};
