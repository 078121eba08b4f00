import { insertAudit } from '../../db/commands/audit.ts';
import { cancelFilled, type Filled, fillCells } from '../../db/commands/quotas.ts';
import { type Db, transaction } from '../../db/connect.ts';
import type { Deps } from '../deps.ts';

/**
 * Stops writing to and ringing groups of a quota that have their answers: seen once, and what was due for the others of the group is cancelled.
 * An answer that still comes is kept and counted like any other.
 */
export const endFullCells = ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> =>
  transaction(db, async (tx) => {
    const at = clock.now();
    for (const filled of await fillCells(tx, at)) await note(tx, filled, at);
    await cancelFilled(tx);
  });

const note = (tx: Db, { waveId, stratum, answered }: Filled, at: Date) =>
  insertAudit(tx, {
    at,
    actor: 'system',
    actorName: 'Earshot',
    action: 'wave.group_full',
    subject: waveId,
    detail: { group: stratum, answered },
  });
