import { type Receipt, statusRank } from '../../../channels/status.ts';
import { refreshDispositions } from '../../../db/commands/dispositions.ts';
import { applyReceiptRows } from '../../../db/commands/receipts.ts';
import { transaction } from '../../../db/connect.ts';
import { news } from '../../../surveys/fieldwork/disposition.ts';
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
  // A report of good news is one statement; one of a failure leads to more, in one transaction with it.
  const isGood = ({ status, failure }: (typeof rows)[number]) => failure === null && Object.hasOwn(news, status);
  const [good, bad] = [rows.filter(isGood), rows.filter((row) => !isGood(row))];
  const heard = good.length === 0 ? [] : await applyReceiptRows(deps.db, provider, good, statusRank, now);
  if (bad.length === 0) return heard.length;
  const failed = await transaction(deps.db, async (tx) => {
    const applied = await applyReceiptRows(tx, provider, bad, statusRank, now);
    await afterFailures(
      deps,
      tx,
      applied.filter(({ failure }) => failure !== null).map(({ id }) => id),
    );
    await refreshDispositions(
      tx,
      applied.flatMap(({ recipientId, forward, failure }) => (forward || failure !== null ? (recipientId ?? []) : [])),
      now,
    );
    return applied;
  });
  if (failed.some(({ failure }) => failure !== null)) deps.wake();
  return heard.length + failed.length;
}
