import { insertAudit } from '../../../db/commands/audit.ts';
import {
  applyGroups,
  applyHomes,
  applyLeavers,
  applyMembers,
  applyPeople,
  applyProfiles,
  applyTenancies,
  lockImports,
} from '../../../db/commands/import-apply.ts';
import { finishApply, isStale, leaveState } from '../../../db/commands/imports.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { importById } from '../../../db/queries/imports.ts';
import type { Claimed } from '../../actions/import/file.ts';
import { countsOf } from '../../actions/import/see.ts';
import type { Deps } from '../../deps.ts';
import { readingPlace } from './check.ts';
import { mustBeOurs, tellProgress } from './hold.ts';

interface Moment {
  at: Date;
  today: string;
  missing: boolean;
}

/** What applying does, in order; each is a share of the progress a person sees. */
const steps: readonly ((tx: Db, id: string, moment: Moment) => Promise<unknown>)[] = [
  async (tx, id) => applyHomes(tx, id),
  (tx, id, { at }) => applyPeople(tx, id, at),
  (tx, id, { today }) => applyTenancies(tx, id, today),
  (tx, id, { today }) => applyMembers(tx, id, today),
  (tx, id, moment) => applyLeavers(tx, id, moment),
  async (tx, id, { today }) => applyGroups(tx, id, today),
  (tx, id, { today }) => applyProfiles(tx, id, today),
];

const checkedAgain =
  'Another import was applied after this file was checked, so it was checked again. Look at what it would do now, then apply it.';

/** Writes what the check found, whole or not at all: one transaction, which ends well only if nobody stopped it. */
export async function applyFile(deps: Deps, claimed: Claimed): Promise<void> {
  const { today } = await readingPlace(deps);
  const moment = { at: deps.clock.now(), today, missing: claimed.leavers };
  const applied = await transaction(deps.db, async (tx) => {
    await lockImports(tx);
    if (await isStale(tx, claimed.id)) return false;
    for (const [at, step] of steps.entries()) {
      await step(tx, claimed.id, moment);
      // Told outside the transaction, so that it can be seen; a stop is heard here too.
      await tellProgress(deps, claimed, Math.floor((claimed.rows * (at + 1)) / (steps.length + 1)));
    }
    const counts = countsOf((await importById(tx, claimed.id))?.counts ?? {});
    await insertAudit(tx, {
      at: moment.at,
      actor: claimed.actor,
      actorName: claimed.by,
      action: 'residents.import',
      subject: claimed.id,
      detail: { counts },
    });
    mustBeOurs(await finishApply(tx, claimed, deps.clock.now()));
    return true;
  });
  if (applied) return;
  mustBeOurs(await leaveState(deps.db, claimed, 'checking', { fault: checkedAgain }));
}
