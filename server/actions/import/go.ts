import { askApply, restartImport, stopImport } from '../../../db/commands/imports.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { importById } from '../../../db/queries/imports.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** One act on an import: done, audited, and looked for work; or refused because of where the import stands. */
async function act(
  deps: Deps,
  actor: Actor,
  {
    id,
    action,
    detail,
    refusal,
  }: { id: string; action: string; detail?: Record<string, unknown>; refusal: [string, string] },
  work: (tx: Db) => Promise<boolean>,
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if ((await importById(tx, id)) === null) throw problems.notFound('import');
    if (!(await work(tx))) throw problems.conflict(...refusal);
    await audit(tx, deps, actor, { action, subject: id, detail });
  });
  deps.wake();
}

/** Applies what the check found. All or nothing: rows that cannot be used stop it, unless `skipBroken`. Throws `not_found`, `not_checked`. */
export const applyImport = (
  deps: Deps,
  actor: Actor,
  id: string,
  set: { skipBroken: boolean; leavers: boolean },
): Promise<void> =>
  act(
    deps,
    actor,
    {
      id,
      action: 'import.apply',
      detail: set,
      refusal: [
        'not_checked',
        'This file is not checked yet, or has rows that cannot be used. Mend those, or leave them out.',
      ],
    },
    (tx) => askApply(tx, id, set),
  );

/** Stops an import wherever it is; nothing of it stands. Throws `not_found`, `over`. */
export const stopImporting = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  act(deps, actor, { id, action: 'import.stop', refusal: ['over', 'This import is over already.'] }, (tx) =>
    stopImport(tx, id, deps.clock.now()),
  );

/** Begins an import again that stopped or failed. Throws `not_found`, `not_stopped`. */
export const startAgain = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  act(
    deps,
    actor,
    {
      id,
      action: 'import.again',
      refusal: ['not_stopped', 'Only an import that stopped can be started again, for thirty days.'],
    },
    (tx) => restartImport(tx, id),
  );
