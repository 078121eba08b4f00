import {
  cloneWave,
  insertCampaign,
  insertWave,
  type NewCampaign,
  type WavePlan,
} from '../../../db/commands/wave-plans.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Makes a campaign. Throws `already_exists` for a name that is taken. */
export async function makeCampaign(
  deps: Deps,
  actor: Actor,
  campaign: Omit<NewCampaign, 'id' | 'at'>,
): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    await insertCampaign(tx, { ...campaign, id, at: deps.clock.now() });
    await audit(tx, deps, actor, { action: 'campaign.create', subject: id });
  });
  return id;
}

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
    if (!('like' in plan)) await insertWave(tx, id, plan, by, at);
    else if (!(await cloneWave(tx, { ...plan, id, by, at }))) throw problems.notFound('wave');
    await audit(tx, deps, actor, { action: 'wave.plan', subject: id });
  });
  return id;
}
