import { quotaOf } from '../../../db/queries/quotas.ts';
import { waveById } from '../../../db/queries/waves.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';

/** How many answers each group of a wave's quota has, of how many. Throws `not_found`. */
export async function seeQuota({ db }: Deps, waveId: string) {
  if ((await waveById(db, waveId)) === null) throw problems.notFound('wave');
  const groups = await quotaOf(db, waveId);
  return {
    groups: groups.map(({ name, target, answered, fullAt, messages, calls }) => ({
      name,
      target,
      answered,
      full: fullAt === null ? null : { at: fullAt, messages, calls },
    })),
  };
}
