import type { Audience } from '../../surveys/fieldwork/audience.ts';
import type { ContactPlan } from '../../surveys/fieldwork/plan.ts';
import type { Db } from '../connect.ts';

export interface NewCampaign {
  id: string;
  name: string;
  purpose: string;
  unit: string;
  keep: string;
  period: string;
  quorum: number;
  questionnaireId: string | null;
  at: Date;
}

export const insertCampaign = (db: Db, c: NewCampaign) => db`
  insert into campaigns (id, name, purpose, unit, keep, period, quorum, questionnaire_id, created_at)
  values (${c.id}, ${c.name}, ${c.purpose}, ${c.unit}, ${c.keep}, ${c.period}, ${c.quorum}, ${c.questionnaireId}, ${c.at})`;

/** A wave as it is planned. Dates are local. */
export interface WavePlan {
  name: string;
  campaignId: string;
  questionnaireId: string;
  audience: Audience;
  plan: ContactPlan;
  sampleSize: number | null;
  opensOn: string;
  closesOn: string;
  resultsOn: string | null;
  actionOn: string | null;
}

const json = (value: unknown) => JSON.stringify(value);

/** Writes a plan that nobody has launched, in the landlord's time zone. */
export const insertWave = (db: Db, id: string, p: WavePlan, by: string, at: Date) => db`
  insert into waves (id, campaign_id, questionnaire_id, name, audience, plan, sample_size, opens_on, closes_on, results_on,
    action_on, time_zone, planned_by, created_at)
  values (${id}, ${p.campaignId}, ${p.questionnaireId}, ${p.name}, ${json(p.audience)}::text::jsonb,
    ${json(p.plan)}::text::jsonb, ${p.sampleSize}, ${p.opensOn}, ${p.closesOn}, ${p.resultsOn}, ${p.actionOn},
    coalesce((select time_zone from landlord), 'Europe/London'), ${by}, ${at})`;

/** Plans a wave like another: same questionnaire, audience, steps and size, other dates. Gives false when there is no such wave. */
export async function cloneWave(
  db: Db,
  copy: { id: string; like: string; name: string; opensOn: string; closesOn: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await db`
    insert into waves (id, campaign_id, questionnaire_id, name, audience, plan, sample_size, opens_on, closes_on, time_zone,
      planned_by, created_at)
    select ${copy.id}, w.campaign_id, coalesce(w.questionnaire_id, v.questionnaire_id), ${copy.name}, w.audience, w.plan,
      w.sample_size, ${copy.opensOn}, ${copy.closesOn}, w.time_zone, ${copy.by}, ${copy.at}
    from waves w left join versions v on v.id = w.version_id where w.id = ${copy.like} returning id`;
  return rows.length === 1;
}

/** Changes a plan; whoever approved the old one has not approved this one. */
export async function updateWave(db: Db, id: string, p: WavePlan): Promise<void> {
  await db`
    update waves set campaign_id = ${p.campaignId}, questionnaire_id = ${p.questionnaireId}, name = ${p.name},
      audience = ${json(p.audience)}::text::jsonb, plan = ${json(p.plan)}::text::jsonb, sample_size = ${p.sampleSize},
      opens_on = ${p.opensOn}, closes_on = ${p.closesOn}, results_on = ${p.resultsOn}, action_on = ${p.actionOn}
    where id = ${id}`;
  await db`delete from approvals where wave_id = ${id}`;
}

export const deleteWave = (db: Db, id: string) => db`delete from waves where id = ${id}`;

export const insertApproval = (db: Db, waveId: string, by: string, at: Date) => db`
  insert into approvals (wave_id, by, at) values (${waveId}, ${by}, ${at}) on conflict do nothing`;
