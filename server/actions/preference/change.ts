import { insertAudit } from '../../../db/commands/audit.ts';
import { changeResident, type ReachChange } from '../../../db/commands/residents.ts';
import { addStops, liftOwnStops, lockResidents } from '../../../db/commands/stop.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { stopContact } from '../inbound/stop-start.ts';

const resident = { actor: 'resident', actorName: 'The resident' } as const;

/** What a resident decided about how we reach them, written down so that no import undoes it. */
const note = (tx: Db, deps: Deps, residentId: string, action: string, detail: Record<string, unknown>) =>
  insertAudit(tx, { at: deps.clock.now(), ...resident, action, subject: residentId, detail });

/** Changes the language, the print size or the best way. */
export async function changeOwnReach(deps: Deps, residentId: string, change: ReachChange): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await changeResident(tx, residentId, change, deps.clock.now()))) throw problems.notFound('resident');
    await note(tx, deps, residentId, 'resident.change', { fields: Object.keys(change) });
  });
}

/** Stops these purposes on every way, and starts the others again: the page shows them all, so what is not ticked is wanted. */
export async function stopPurposes(
  deps: Deps,
  residentId: string,
  { stop, start }: { stop: readonly string[]; start: readonly string[] },
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    for (const purpose of stop)
      await stopContact(tx, deps, {
        address: null,
        residentIds: [residentId],
        purpose,
        reason: 'unsubscribe',
        how: 'asked us to stop',
      });
    await liftOwnStops(tx, { residentId, reasons: ['stop', 'unsubscribe', 'complaint'], purposes: start, at: deps.clock.now() });
    await note(tx, deps, residentId, 'resident.stop', { stop, start });
  });
}

/** Surveys pause until a day; nothing that is due before is sent. */
export async function pauseUntil(deps: Deps, residentId: string, until: Date): Promise<void> {
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    await lockResidents(tx, [residentId]);
    await liftOwnStops(tx, { residentId, reasons: ['paused'], purposes: ['research'], at });
    const rows = [{ id: deps.newId(), addressHash: null, residentId }];
    await addStops(tx, { rows, purpose: 'research', reason: 'paused', note: null, at, by: 'resident', until });
    await note(tx, deps, residentId, 'resident.pause', { until: until.toISOString() });
  });
}

/** Ends a pause. */
export async function resume(deps: Deps, residentId: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    await liftOwnStops(tx, { residentId, reasons: ['paused'], purposes: ['research'], at: deps.clock.now() });
    await note(tx, deps, residentId, 'resident.resume', {});
  });
}
