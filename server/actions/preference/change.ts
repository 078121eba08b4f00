import { addressHash, addressKeys } from '../../../db/address-hash.ts';
import { insertAudit } from '../../../db/commands/audit.ts';
import { changeResident, type ReachChange } from '../../../db/commands/residents.ts';
import { addStops, liftNumber, liftOwnStops, lockResidents } from '../../../db/commands/stop.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { residentById } from '../../../db/queries/residents.ts';
import { isSharedAndStopped } from '../../../db/queries/tokens.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { giveBack, stopContact } from '../inbound/stop-start.ts';

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

async function numberOf(db: Db, { env }: Deps, residentId: string) {
  const phone = (await residentById(db, residentId))?.phone;
  return phone ? { phone, addressHash: await addressHash(await addressKeys(env.secret), phone) } : null;
}

/** Whether texts to a resident stay away because of somebody who shares their number: only START from it undoes that. */
export async function isNumberStopped(deps: Deps, residentId: string): Promise<boolean> {
  const number = await numberOf(deps.db, deps, residentId);
  return number !== null && isSharedAndStopped(deps.db, { ...number, residentId });
}

/**
 * Stops these purposes on every way, and starts the others again: the page shows them all, so what is not ticked is wanted.
 * Who said STOP by text and starts again here gets texts again too, unless others use the number: then START from it does that.
 */
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
    const at = deps.clock.now();
    const lifted = await liftOwnStops(tx, {
      residentId,
      reasons: ['stop', 'unsubscribe', 'complaint'],
      purposes: start,
      at,
    });
    await giveBack(tx, lifted, at);
    const number = await numberOf(tx, deps, residentId);
    if (number && lifted.some(({ addressHash: from }) => from === number.addressHash))
      await liftNumber(tx, { ...number, residentId, at });
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
