import { dropPrize, putPrize } from '../../../db/commands/prizes.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { prizeOf } from '../../../db/queries/prizes.ts';
import { type WaveRow, waveLocked } from '../../../db/queries/waves.ts';
import type { Actor } from '../../actor.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** What can be won, as staff set it. */
export interface Prize {
  prize: string;
  terms: string;
  winners: number;
  reserves: number;
  closesOn: string;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function planned(tx: Db, id: string): Promise<WaveRow> {
  const wave = await waveLocked(tx, id);
  if (wave === null) throw problems.notFound('wave');
  if (wave.status !== 'draft')
    throw problems.conflict('prize_fixed', 'The prize is fixed since the launch: people were told of it.');
  return wave;
}

/** Sets the prize of a wave before its launch, with a secret seed under a seal. Throws `not_found`, `prize_fixed` and `prize_dates`. */
export async function setPrize(deps: Deps, actor: Actor, waveId: string, prize: Prize): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const wave = await planned(tx, waveId);
    if (prize.closesOn < wave.opensOn) throw problems.conflict('prize_dates', 'The draw closes before the wave opens.');
    const seed = (await prizeOf(tx, waveId))?.seed ?? hex(deps.randomBytes(16));
    const seal = await sha256(seed);
    await putPrize(tx, { ...prize, waveId, seed, seal, setBy: actor.name, setAt: deps.clock.now() });
    await audit(tx, deps, actor, { action: 'prize.set', subject: waveId, detail: { ...prize, seal } });
  });
}

/** Takes the prize back before the launch. Throws `not_found` and `prize_fixed`. */
export async function takePrizeBack(deps: Deps, actor: Actor, waveId: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    await planned(tx, waveId);
    await dropPrize(tx, waveId);
    await audit(tx, deps, actor, { action: 'prize.take_back', subject: waveId });
  });
}
