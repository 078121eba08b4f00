import { peopleOfReason } from '../../../db/queries/audience.ts';
import { waveById } from '../../../db/queries/waves.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { displayAddress, displayName } from '../resident/name.ts';
import { choiceOf } from './choice.ts';

interface Asked {
  /** A reason of surveys/fieldwork/audience.ts; left out is those who may be asked. */
  reason?: string | undefined;
  after: readonly [string, string] | null;
  limit: number;
}

/** The people behind a number of a plan, one more than asked for. Throws `not_found`. */
export async function peopleOfPlan(deps: Deps, id: string, { reason, after, limit }: Asked) {
  const wave = await waveById(deps.db, id);
  if (wave === null) throw problems.notFound('wave');
  const choice = await choiceOf(deps, wave, wave.seed ?? id);
  const rows = await peopleOfReason(deps.db, choice, { reason: reason ?? null, after, limit: limit + 1 });
  return rows.map(({ residentId, nameKey, ...row }) => ({
    residentId,
    nameKey,
    name: displayName(row),
    address: displayAddress(row),
  }));
}
