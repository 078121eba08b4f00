import { insertAudit } from '../../db/commands/audit.ts';
import { beginRun, noteRun, takeOld } from '../../db/commands/retention.ts';
import { transaction } from '../../db/connect.ts';
import { type KeepingRule, keepingRules } from '../../db/holdings/keeping.ts';
import { retentionRow } from '../../db/queries/retention.ts';
import { cutOf, monthsOf } from '../actions/retention/see.ts';
import type { Deps } from '../deps.ts';

/** Once a day, whoever is up; a little less, so that the hour does not creep round the clock. */
const everyMs = 23 * 3_600_000;
/** Rows of one statement: no lock is held for longer than a moment. */
const rowsABatch = 2000;

async function tidy(deps: Deps, rule: KeepingRule, before: Date): Promise<number> {
  let first = 0;
  for (const [place, step] of rule.steps.entries()) {
    for (let taken = rowsABatch; taken === rowsABatch; ) {
      taken = await takeOld(deps.db, step, before, rowsABatch);
      if (place === 0) first += taken;
    }
  }
  return first;
}

/**
 * Lets go what is older than the landlord keeps it: once a day, by one process, in batches. Does nothing until an administrator has turned it on. What
 * a run that broke off did not reach, the next takes. The audit log has the counts. Gives 0: there is never more to come back for.
 */
export async function keepTidy(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  if (!(await beginRun(deps.db, now, new Date(now.getTime() - everyMs)))) return 0;
  const own = (await retentionRow(deps.db))?.months ?? {};
  const went: Record<string, number> = {};
  for (const rule of keepingRules) {
    const count = await tidy(deps, rule, cutOf(now, monthsOf(rule, own)));
    if (count > 0) went[rule.kind] = count;
  }
  await transaction(deps.db, async (tx) => {
    await noteRun(tx, went);
    await insertAudit(tx, {
      at: now,
      actor: 'system',
      actorName: 'Earshot',
      action: 'retention.run',
      subject: 'retention',
      detail: { went },
    });
  });
  return 0;
}
