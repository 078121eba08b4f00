import { addressHash, addressKeys } from '../../../db/address-hash.ts';
import { lookAgain } from '../../../db/commands/deliveries.ts';
import { addStops, endContact, type StopRow } from '../../../db/commands/stop.ts';
import type { Db } from '../../../db/connect.ts';
import { type FailedRow, failedDeliveries } from '../../../db/queries/channels.ts';
import { givingWayTo } from '../../../surveys/fieldwork/disposition.ts';
import { type SuppressionReason, suppressionFor, suppressionReasons } from '../../../surveys/fieldwork/suppression.ts';
import type { Deps } from '../../deps.ts';
import { nextPackWays } from './pack-ways.ts';

type Means = Pick<Deps, 'clock' | 'env' | 'newId'>;

/** Failures that ask for the same suppression. */
interface Group {
  reason: SuppressionReason;
  /** What it covers; null is all. */
  purpose: string | null;
  rows: FailedRow[];
}

/**
 * What failures lead to, in the transaction that records them: an address nobody is at is not used again, somebody who said no at the provider is stopped
 * for that purpose on every way, and each person who was not reached is looked at again now, so that the next way is tried; papers of a meeting have no
 * plan that looks, so their next attempt is written here.
 */
export async function afterFailures(deps: Means, tx: Db, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  const now = deps.clock.now();
  const failed = await failedDeliveries(tx, deliveryIds);
  for (const { reason, purpose, rows } of groupsOf(failed)) {
    const said = reason !== 'bounce';
    await addStops(tx, {
      rows: await stopRows(deps, rows, said),
      purpose,
      reason,
      note: null,
      at: now,
      by: 'provider',
      until: null,
    });
    if (said && purpose !== null) await endTheirs(tx, rows, purpose, now);
  }
  const again = failed.filter(({ failure }) => failure === 'hard').flatMap(({ recipientId }) => recipientId ?? []);
  if (again.length > 0) await lookAgain(tx, again, now);
  await nextPackWays(deps, tx, deliveryIds);
}

function groupsOf(failed: readonly FailedRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of failed) {
    const reason = suppressionFor(row.failure, row.channel);
    if (reason === null) continue;
    const purpose = suppressionReasons[reason].purpose === 'said' ? row.purpose : null;
    const group = groups.get(`${reason} ${purpose}`) ?? { reason, purpose, rows: [] };
    groups.set(`${reason} ${purpose}`, { ...group, rows: [...group.rows, row] });
  }
  return [...groups.values()];
}

/** The address, and for somebody who said no also the person. */
async function stopRows({ env, newId }: Means, rows: readonly FailedRow[], person: boolean): Promise<StopRow[]> {
  const keys = await addressKeys(env.secret);
  const hashOf = async (address: string | null) => (address === null ? null : addressHash(keys, address));
  const hashes = new Set(
    (await Promise.all(rows.map(({ address }) => hashOf(address)))).filter((hash) => hash !== null),
  );
  const people = await Promise.all(
    (person ? residentsOf(rows) : []).map(async (residentId) => ({
      id: newId(),
      addressHash: await hashOf(rows.find((row) => row.residentId === residentId)?.address ?? null),
      residentId,
    })),
  );
  return [...[...hashes].map((hash) => ({ id: newId(), addressHash: hash, residentId: null })), ...people];
}

const residentsOf = (rows: readonly FailedRow[]) => [...new Set(rows.flatMap(({ residentId }) => residentId ?? []))];

const endTheirs = (tx: Db, rows: readonly FailedRow[], purpose: string, at: Date) =>
  endContact(tx, {
    residentIds: residentsOf(rows),
    purpose,
    at,
    how: 'the provider says that they asked to stop',
    disposition: 'refused',
    yields: givingWayTo('refused'),
  });
