import { insertWave, type WavePlan } from '../../../db/commands/wave-plans.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { campaignById } from '../../../db/queries/campaigns.ts';
import { waveById } from '../../../db/queries/waves.ts';
import { onOtherDays } from '../../../surveys/fieldwork/like.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** A wave like another, with other dates and a fresh sample when it is launched. */
export interface Like {
  like: string;
  name: string;
  opensOn: string;
  closesOn: string;
}

/** Refuses dates the wrong way round, naming the field. */
export function checkDates({ opensOn, closesOn }: { opensOn: string; closesOn: string }): void {
  const fault: Fault = { path: 'body.closesOn', message: 'The last day must come after the first.' };
  if (closesOn <= opensOn) throw problems.badInput([fault]);
}

/** Plans a wave; nothing is sent. Throws `bad_input`, or `not_found` when there is no wave to be like. */
export async function planWave(deps: Deps, actor: Actor, plan: WavePlan | Like): Promise<string> {
  checkDates(plan);
  const id = deps.newId();
  const by = actor.name;
  await transaction(deps.db, async (tx) => {
    const at = deps.clock.now();
    const made = 'like' in plan ? await likeWave(tx, plan) : await withShare(tx, plan);
    await insertWave(tx, id, made, by, at);
    await audit(tx, deps, actor, { action: 'wave.plan', subject: id });
  });
  return id;
}

/** The plan of another wave on other days: same questionnaire, people, steps as local days, size; the sample is drawn anew at its launch. */
export async function likeWave(tx: Db, { like, name, opensOn, closesOn }: Like): Promise<WavePlan> {
  const wave = await waveById(tx, like);
  if (wave === null) throw problems.notFound('wave');
  if (wave.questionnaireId === null)
    throw problems.conflict('no_questionnaire', 'That wave has no questionnaire any more. Plan a new one.');
  const dates = onOtherDays(wave, { opensOn, closesOn });
  return withShare(tx, { ...wave, ...dates, name, questionnaireId: wave.questionnaireId });
}

/** A wave of a continuous campaign asks its share of the people, unless the plan says how they are drawn. */
async function withShare(tx: Db, plan: WavePlan): Promise<WavePlan> {
  if (plan.sampling || plan.sampleSize !== null) return plan;
  const percent = (await campaignById(tx, plan.campaignId))?.recurrence?.percent ?? null;
  return percent === null ? plan : { ...plan, sampling: { method: 'share', percent } };
}
