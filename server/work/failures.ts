import { addressHash, addressKeys } from '../../db/address-hash.ts';
import { lookAgain } from '../../db/commands/deliveries.ts';
import { addStops, endContact, type StopRow } from '../../db/commands/stop.ts';
import type { Db } from '../../db/connect.ts';
import { type FailedRow, failedDeliveries } from '../../db/queries/channels.ts';
import { dispositions, forward } from '../../surveys/fieldwork/disposition.ts';
import { suppressionFor } from '../../surveys/fieldwork/suppression.ts';
import type { Deps } from '../deps.ts';

/**
 * What failures lead to, in the transaction that records them: an address nobody is at is not used again, somebody who said no at the provider is stopped
 * for that purpose, and each person is looked at again now so that the next way is tried.
 */
export async function afterFailures(
  deps: Pick<Deps, 'clock' | 'env' | 'newId'>,
  tx: Db,
  deliveryIds: readonly string[],
): Promise<void> {
  if (deliveryIds.length === 0) return;
  const now = deps.clock.now();
  const failed = (await failedDeliveries(tx, deliveryIds)).filter(({ failure }) => suppressionFor(failure) !== null);
  for (const [key, rows] of grouped(failed)) {
    const [failure, purpose] = key.split(' ');
    const reason = suppressionFor(failure === 'hard' ? 'hard' : 'opted_out') ?? 'bounce';
    const stopped = failure === 'opted_out';
    await addStops(tx, {
      rows: await stopRows(deps, rows, stopped),
      purpose: stopped && purpose !== '' ? (purpose ?? null) : null,
      reason,
      note: null,
      at: now,
      by: 'provider',
      until: null,
    });
    if (stopped && purpose) await endTheirs(tx, rows, purpose, now);
  }
  const again = failed.filter(({ failure }) => failure === 'hard').flatMap(({ recipientId }) => recipientId ?? []);
  await lookAgain(tx, again, now);
}

function grouped(failed: readonly FailedRow[]): Map<string, FailedRow[]> {
  const groups = new Map<string, FailedRow[]>();
  for (const row of failed) {
    const key = `${row.failure} ${row.failure === 'opted_out' ? (row.purpose ?? '') : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** The address, and for somebody who said no also the person. */
async function stopRows(
  { env, newId }: Pick<Deps, 'env' | 'newId'>,
  rows: readonly FailedRow[],
  person: boolean,
): Promise<StopRow[]> {
  const keys = await addressKeys(env.secret);
  const addresses = [...new Set(rows.flatMap(({ address }) => address ?? []))];
  const residents = person ? [...new Set(rows.flatMap(({ residentId }) => residentId ?? []))] : [];
  const hashes = await Promise.all(addresses.map((address) => addressHash(keys, address)));
  return [
    ...hashes.map((hash) => ({ id: newId(), addressHash: hash, residentId: null })),
    ...residents.map((residentId) => ({ id: newId(), addressHash: null, residentId })),
  ];
}

const endTheirs = (tx: Db, rows: readonly FailedRow[], purpose: string, at: Date) =>
  endContact(tx, {
    residentIds: [...new Set(rows.flatMap(({ residentId }) => residentId ?? []))],
    purpose,
    at,
    why: 'The provider says that they asked to stop.',
    disposition: 'refused',
    yields: dispositions.filter((now) => forward(now, 'refused') === 'refused' && now !== 'refused'),
  });
