import { addressKeys } from '../../../db/address-hash.ts';
import { insertDeliveries, type NewDelivery, sayNext } from '../../../db/commands/deliveries.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type PackFailure, packFailures } from '../../../db/queries/packs.ts';
import type { ContactChannel } from '../../../surveys/fieldwork/channel.ts';
import { formatOf } from '../../../surveys/format.ts';
import { packChannel } from '../../../surveys/groups/pack.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import type { Deps } from '../../deps.ts';

const by: Record<ContactChannel, string> = { email: 'by email', sms: 'by text', post: 'by post' };

const goes: Record<PackFailure['kind'], string> = { pack: 'The papers go', event: 'The invitation goes' };

/** Somebody's next way that was not tried for this; null when none is left. */
function nextWay({ stopped, preferredChannel, language, format, ways, tried }: PackFailure): ContactChannel | null {
  if (stopped) return null;
  return packChannel({
    preferred: preferredChannel,
    language: phraseLanguage(language),
    format: formatOf(format),
    held: ways,
    barred: tried,
  });
}

function saidOf({ kind, stopped }: PackFailure, way: ContactChannel | null): string {
  if (way !== null) return `${goes[kind]} ${by[way]} instead.`;
  return stopped ? 'Nothing more is sent.' : 'No other way works: nothing more is sent.';
}

/** Papers and invitations to an event that did not reach somebody go by the next of their ways; the ledger says which, or that none is left. */
export async function nextPackWays(
  { clock, env, newId }: Pick<Deps, 'clock' | 'env' | 'newId'>,
  db: Db,
  deliveryIds: readonly string[],
): Promise<void> {
  if (deliveryIds.length === 0) return;
  const now = clock.now();
  const failures = await packFailures(db, deliveryIds, await addressKeys(env.secret), now);
  if (failures.length === 0) return;
  const next = failures.map((failure) => ({ failure, way: nextWay(failure) }));
  const deliveries = next.flatMap(({ failure, way }): NewDelivery[] => {
    if (way === null) return [];
    const { recipientId, kind, attempt, language, format } = failure;
    const again = { recipientId, step: 0, attempt: attempt + 1, channel: way, kind };
    return [{ ...again, id: newId(), dueAt: now, language, format }];
  });
  await transaction(db, async (tx) => {
    await insertDeliveries(tx, deliveries, now);
    await sayNext(
      tx,
      next.map(({ failure, way }) => ({ id: failure.id, nextAction: saidOf(failure, way) })),
    );
  });
}
