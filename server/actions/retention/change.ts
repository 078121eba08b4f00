import { type RetentionChange, saveRetention } from '../../../db/commands/retention.ts';
import { transaction } from '../../../db/connect.ts';
import { keepingRules } from '../../../db/holdings/keeping.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';

function faultsOf(months: Record<string, number>): Fault[] {
  return Object.entries(months).flatMap(([kind, given]) => {
    const rule = keepingRules.find((one) => one.kind === kind);
    if (!rule) return [{ path: `body.months.${kind}`, message: 'There is no such kind of data.' }];
    if (given >= rule.least && given <= rule.most) return [];
    return [{ path: `body.months.${kind}`, message: `${rule.title}: from ${rule.least} to ${rule.most} months.` }];
  });
}

/** Changes how long things are kept, or turns the daily run on or off. Throws `bad_input` with every fault. */
export async function changeRetention(deps: Deps, actor: Actor, change: RetentionChange): Promise<void> {
  const faults = faultsOf(change.months ?? {});
  if (faults.length > 0) throw problems.badInput(faults);
  await transaction(deps.db, async (tx) => {
    await saveRetention(tx, change, deps.clock.now(), actor.name);
    await audit(tx, deps, actor, { action: 'retention.change', subject: 'retention', detail: { ...change } });
  });
  deps.wake();
}
