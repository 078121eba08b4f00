import { addressKeys } from '../../../db/address-hash.ts';
import { toRing } from '../../../db/queries/call-list.ts';
import type { Deps } from '../../deps.ts';
import { displayName } from '../resident/name.ts';

/** Who is to be rung now, one more than asked for. */
export async function seeCallList(
  deps: Deps,
  { after, limit }: { after: readonly [string, string] | null; limit: number },
) {
  const keys = await addressKeys(deps.env.secret);
  const rows = await toRing(deps.db, { now: deps.clock.now(), keys, after, limit: limit + 1 });
  return rows.map((row) => ({ ...row, name: displayName(row) }));
}
