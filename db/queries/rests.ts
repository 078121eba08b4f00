import { restsOf } from '../../surveys/fieldwork/rests.ts';
import type { Db } from '../connect.ts';
import { asking } from './asked-before.ts';
import type { Choice } from './candidates.ts';

/** Whether the survey of campaign `c` is the regulator's, and whether it is about a service: as `surveyKind` has it. */
const isRegulators = (db: Db) => db`c.period = 'reporting_year'`;
const isAboutService = (db: Db) => db`c.purpose = 'service' and c.period <> 'reporting_year'`;

/** Everybody whom the regulator's survey asks now and waits for, with their home as it stood, where this one gives way to it. */
const askedByRegulator = (db: Db, { kind, waveId }: Choice) => {
  if (!restsOf[kind].givesWay)
    return db`select null::uuid as resident_id, null::uuid as household_id, null::jsonb as first, null::date as on where false`;
  return db`
    select rec.resident_id, f.household_id, w.launched_at::date as on,
      jsonb_build_object('on', w.launched_at::date, 'survey', w.name) as first
    from invitations i join waves w on w.id = i.wave_id and w.id <> ${waveId} and w.status in ('open', 'paused')
      and i.disposition not in ('complete', 'refused', 'blank')
    join campaigns c on c.id = w.campaign_id and ${isRegulators(db)}
    join frame_members f on f.id = i.frame_member_id join recipients rec on rec.id = i.id`;
};

/** People, and homes, that the regulator's survey asks: a row each. */
export const regulatorAsks = (db: Db, choice: Choice) => db`
  select distinct on (resident_id) resident_id, first from (${askedByRegulator(db, choice)}) a
  where resident_id is not null order by resident_id, "on" desc`;
export const regulatorAsksHome = (db: Db, choice: Choice) => db`
  select distinct on (household_id) household_id, first from (${askedByRegulator(db, choice)}) a
  where household_id is not null order by household_id, "on" desc`;

/** Who was asked about a service lately, and when last, where this survey waits after one. */
export function askedAboutService(db: Db, { kind, waveId, today, audience: { serviceRestDays } }: Choice) {
  if (!restsOf[kind].afterService) return db`select null::uuid as resident_id, null::jsonb as served where false`;
  return db`
    select distinct on (rec.resident_id) rec.resident_id, jsonb_build_object(
        'on', greatest(w.launched_at, sent.at)::date, 'survey', w.name, 'note', ${String(serviceRestDays)}::text) as served
    from ${asking(db, waveId)}
    join campaigns c on c.id = w.campaign_id and ${isAboutService(db)}
    left join lateral (
      select max(coalesce(d.sent_at, d.delivered_at, d.accepted_at)) as at from deliveries d where d.recipient_id = i.id
    ) sent on true
    where greatest(w.launched_at, sent.at)::date > ${today}::date - ${serviceRestDays}::int
    order by rec.resident_id, greatest(w.launched_at, sent.at) desc`;
}

/** A wave of another campaign that this one meets in the field. */
export interface WaveBeside {
  name: string;
  opensOn: string;
  closesOn: string;
}

/** The regulator's surveys that are planned for days when this wave is in the field, the first to open first. */
export const regulatorsPlanned = (db: Db, wave: { id: string; opensOn: string; closesOn: string }) => db<WaveBeside[]>`
  select w.name, w.opens_on::text, w.closes_on::text from waves w join campaigns c on c.id = w.campaign_id and ${isRegulators(db)}
  where w.status = 'draft' and w.id <> ${wave.id} and w.opens_on <= ${wave.closesOn} and w.closes_on >= ${wave.opensOn}
  order by w.opens_on limit 3`;

/** Other surveys that are in the field on the day this wave opens, the first to close first. */
export const lesserInField = (db: Db, wave: { id: string; opensOn: string }) => db<WaveBeside[]>`
  select w.name, w.opens_on::text, w.closes_on::text from waves w join campaigns c on c.id = w.campaign_id and not (${isRegulators(db)})
  where w.status in ('open', 'paused') and w.id <> ${wave.id} and w.closes_on >= ${wave.opensOn}
  order by w.closes_on limit 3`;
