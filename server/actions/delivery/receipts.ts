import { type Receipt, statusRank } from '../../../channels/status.ts';
import { refreshDispositions } from '../../../db/commands/dispositions.ts';
import { applyReceiptRows } from '../../../db/commands/receipts.ts';
import { transaction } from '../../../db/connect.ts';
import type { Deps } from '../../deps.ts';
import { afterFailures } from './failures.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes in what a provider reports of messages: kept for ever, applied forward only, in one transaction for the lot. A report of a delivery we do not know is
 * kept all the same. Gives how many deliveries were heard of.
 */
export async function applyReceipts(deps: Deps, provider: string, receipts: readonly Receipt[]): Promise<number> {
  if (receipts.length === 0) return 0;
  const now = deps.clock.now();
  const rows = receipts.map((receipt) => ({
    ...receipt,
    id: deps.newId(),
    deliveryId: receipt.deliveryId !== null && uuid.test(receipt.deliveryId) ? receipt.deliveryId : null,
  }));
  const { heard, failed } = await transaction(deps.db, async (tx) => {
    const applied = await applyReceiptRows(tx, provider, rows, statusRank, now);
    const failures = applied.filter(({ failure }) => failure !== null).map(({ id }) => id);
    await afterFailures(deps, tx, failures);
    await refreshDispositions(
      tx,
      applied.flatMap(({ recipientId, forward, failure }) => (forward || failure !== null ? (recipientId ?? []) : [])),
      now,
    );
    return { heard: applied.length, failed: failures.length };
  });
  if (failed > 0) deps.wake();
  return heard;
}
