import { takeUp } from '../../../db/commands/plan-ahead.ts';
import { deleteWave, insertApproval, updateWave, type WavePlan } from '../../../db/commands/wave-plans.ts';
import { plannedByItself } from '../../../surveys/fieldwork/planned-by.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { changeWave } from './held.ts';
import { checkDates } from './plan.ts';

const launched = 'This wave has been launched, so its plan stands.';

/** Changes the plan of a wave that is not launched; approvals are asked again. */
export async function changePlan(deps: Deps, actor: Actor, id: string, plan: WavePlan): Promise<void> {
  checkDates(plan);
  await changeWave(deps, actor, id, {
    action: 'wave.change',
    from: ['draft'],
    otherwise: launched,
    write: async (tx) => {
      await updateWave(tx, id, plan);
      await takeUp(tx, id, actor.name);
    },
  });
}

/** Throws away a plan that was never launched. */
export const discardWave = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  changeWave(deps, actor, id, {
    action: 'wave.discard',
    from: ['draft'],
    otherwise: launched,
    write: (tx) => deleteWave(tx, id),
  });

/** A second person says yes to a launch. Throws `own_plan` when it is the planner; of a wave planned by itself the first to say yes becomes that. */
export const approveWave = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  changeWave(deps, actor, id, {
    action: 'wave.approve',
    from: ['draft'],
    otherwise: launched,
    write: (tx, wave, at) => {
      if (wave.plannedBy === plannedByItself) return takeUp(tx, id, actor.name);
      if (wave.plannedBy === actor.name)
        throw problems.conflict('own_plan', 'Somebody else must approve what you planned.');
      return insertApproval(tx, id, actor.name, at);
    },
  });
