import type { Audience } from '../../surveys/fieldwork/audience.ts';
import type { ContactPlan } from '../../surveys/fieldwork/plan.ts';
import type { Sampling } from '../../surveys/fieldwork/sampling-design.ts';
import type { Db } from '../connect.ts';

/** A wave as it is planned. Dates are local. */
export interface WavePlan {
  name: string;
  campaignId: string;
  questionnaireId: string;
  audience: Audience;
  plan: ContactPlan;
  sampleSize: number | null;
  /** How they are drawn; left out is by the size alone. */
  sampling?: Sampling | null;
  opensOn: string;
  closesOn: string;
  resultsOn: string | null;
  actionOn: string | null;
}

const json = (value: unknown) => JSON.stringify(value);

const sizeIn = ({ sampling, sampleSize }: WavePlan) =>
  sampling && 'size' in sampling ? sampling.size : sampling ? null : sampleSize;
const designIn = ({ sampling }: WavePlan) => (sampling ? json(sampling) : null);

/** Writes a plan that nobody has launched, in the landlord's time zone. */
export const insertWave = (db: Db, id: string, p: WavePlan, by: string, at: Date) => db`
  insert into waves (id, campaign_id, questionnaire_id, name, audience, plan, sample_size, sampling, opens_on, closes_on,
    results_on, action_on, time_zone, planned_by, created_at)
  values (${id}, ${p.campaignId}, ${p.questionnaireId}, ${p.name}, ${json(p.audience)}::text::jsonb,
    ${json(p.plan)}::text::jsonb, ${sizeIn(p)}, ${designIn(p)}::text::jsonb, ${p.opensOn}, ${p.closesOn}, ${p.resultsOn}, ${p.actionOn},
    coalesce((select time_zone from landlord), 'Europe/London'), ${by}, ${at})`;

/** Changes a plan; whoever approved the old one has not approved this one. */
export async function updateWave(db: Db, id: string, p: WavePlan): Promise<void> {
  await db`
    update waves set campaign_id = ${p.campaignId}, questionnaire_id = ${p.questionnaireId}, name = ${p.name},
      audience = ${json(p.audience)}::text::jsonb, plan = ${json(p.plan)}::text::jsonb, sample_size = ${sizeIn(p)},
      sampling = ${designIn(p)}::text::jsonb,
      opens_on = ${p.opensOn}, closes_on = ${p.closesOn}, results_on = ${p.resultsOn}, action_on = ${p.actionOn}
    where id = ${id}`;
  await db`delete from approvals where wave_id = ${id}`;
}

export const deleteWave = (db: Db, id: string) => db`delete from waves where id = ${id}`;

export const insertApproval = (db: Db, waveId: string, by: string, at: Date) => db`
  insert into approvals (wave_id, by, at) values (${waveId}, ${by}, ${at}) on conflict do nothing`;
