import { type Db, transaction } from '../../../db/connect.ts';
import { type WaveRow, waveLocked } from '../../../db/queries/waves.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** What a change to a launched wave is: which states it may start from, and what it writes. */
export interface WaveChange {
  action: string;
  from: readonly WaveRow['status'][];
  /** Why not, when the wave is in another state. */
  otherwise: string;
  write(tx: Db, wave: WaveRow, at: Date): Promise<unknown>;
  detail?: Readonly<Record<string, unknown>>;
}

/** Changes one wave, held against others, with its audit in the same transaction. */
export async function changeWave(deps: Deps, actor: Actor, id: string, change: WaveChange): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const wave = await waveLocked(tx, id);
    if (wave === null) throw problems.notFound('wave');
    if (!change.from.includes(wave.status)) throw problems.conflict('wave_state', change.otherwise);
    await change.write(tx, wave, deps.clock.now());
    await audit(tx, deps, actor, { action: change.action, subject: id, detail: change.detail ?? {} });
  });
  deps.wake();
}
