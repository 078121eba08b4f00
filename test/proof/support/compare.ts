import type { ProofResult } from '../../support/named.ts';
import type { Field } from './field.ts';

interface Row {
  id: string;
  recipientId: string;
  channel: 'sms' | 'email';
  status: string;
}

/** How often a message of each status may have been taken: what the ledger claims of it. */
const claims: Readonly<Record<string, (taken: number) => boolean>> = {
  accepted: (taken) => taken === 1,
  sent: (taken) => taken === 1,
  delivered: (taken) => taken === 1,
  failed: (taken) => taken === 0,
  cancelled: (taken) => taken === 0,
  unknown: (taken) => taken <= 1,
};

export interface Compared extends Omit<ProofResult, 'name'> {
  /** Messages that may or may not have gone, as the ledger shows them, by channel. */
  unknownOf: Record<string, number>;
}

/**
 * Holds the ledger against what the providers took, row by row, by the delivery's id: lost are people to whom nothing went and who are not shown as unknown; doubled are
 * messages or people written to twice.
 */
export async function compare({ db, twilio, smtp }: Field): Promise<Compared> {
  const rows = await db<Row[]>`select id, recipient_id, channel, status from deliveries order by id`;
  const takenOf = ({ id, channel }: Row) => (channel === 'sms' ? twilio : smtp).countOf(id);
  const wrong = rows.filter((row) => !(claims[row.status]?.(takenOf(row)) ?? false));
  for (const row of wrong.slice(0, 5))
    console.error(`${row.channel} ${row.id}: ${row.status}, taken ${takenOf(row)} times`);
  const people = new Map<string, { taken: number; unknown: boolean }>();
  for (const row of rows) {
    const one = people.get(row.recipientId) ?? { taken: 0, unknown: false };
    people.set(row.recipientId, {
      taken: one.taken + takenOf(row),
      unknown: one.unknown || row.status === 'unknown',
    });
  }
  const each = [...people.values()];
  const lost = each.filter(({ taken, unknown }) => taken === 0 && !unknown).length;
  const doubled = each.filter(({ taken }) => taken > 1).length;
  const unknown = rows.filter(({ status }) => status === 'unknown');
  const unknownOf: Record<string, number> = {};
  for (const { channel } of unknown) unknownOf[channel] = (unknownOf[channel] ?? 0) + 1;
  const strays = [...twilio.accepted, ...smtp.accepted].filter(
    ({ deliveryId }) => !rows.some(({ id }) => id === deliveryId),
  ).length;
  const ok = wrong.length === 0 && lost === 0 && doubled === 0 && strays === 0;
  return { ok, tried: people.size, lost, doubled, unknown: unknown.length, unknownOf };
}
