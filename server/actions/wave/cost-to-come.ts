import { waitingGroups } from '../../../db/queries/waiting-groups.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import type { Deps } from '../../deps.ts';
import { choiceOf } from './choice.ts';
import { pricesToday } from './prices-today.ts';
import { waysOf } from './ways.ts';

/**
 * What the rest of the plan costs at most, in pence: whoever has not answered gets every step that is left, by the way it would take, at
 * the prices of today. Null where one of those has no price.
 */
export async function costToCome(deps: Deps, wave: WaveRow): Promise<number | null> {
  const price = await pricesToday(deps.db, deps, wave);
  const groups = await waitingGroups(deps.db, await choiceOf(deps, wave, wave.seed ?? ''));
  let pence = 0;
  for (const group of groups)
    for (const [step, planned] of wave.plan.steps.entries()) {
      const channel = step < group.nextStep ? undefined : waysOf(planned, group)[0];
      if (channel === undefined) continue;
      const each = price[channel]({ format: group.format, step });
      if (each === null) return null;
      pence += each * group.count;
    }
  return Math.round(pence);
}
