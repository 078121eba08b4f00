import { addressKeys } from '../../../db/address-hash.ts';
import { eraseResident } from '../../../db/commands/erase.ts';
import { lockResidents } from '../../../db/commands/stop.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { holdings } from '../../../db/holdings/index.ts';
import { heldCounts, onTheirWay, wasErased } from '../../../db/queries/everything.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { displayName } from '../resident/name.ts';

/** What erasure would do, asked before it is done. */
export interface Erasure {
  name: string;
  /** The whole of it in a sentence, with its numbers. */
  sentence: string;
  /** What happens to each kind of thing, of which there is at least one. */
  lines: { what: string; count: number; does: string; why: string }[];
}

const does = {
  delete: 'is removed',
  blank: 'is kept as a count',
  apart: 'is kept as a count',
  keep: 'is kept',
} as const;

const some = (count: number, one: string, more: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;

/** Says what erasing a resident removes and what stands. Throws `not_found`. */
export async function seeErasure({ db }: Deps, residentId: string): Promise<Erasure> {
  const person = await residentById(db, residentId);
  if (!person) throw problems.notFound('resident');
  const counts = await heldCounts(db, residentId);
  const of = (table: string) => counts[table] ?? 0;
  const kept = [
    some(of('responses'), 'set of answers', 'sets of answers'),
    some(of('deliveries'), 'message', 'messages'),
    some(of('comments'), 'comment', 'comments'),
  ];
  const name = displayName(person);
  return {
    name,
    sentence: `This removes ${name} and keeps ${kept.slice(0, 2).join(', ')} and ${kept[2]} as counts, without name or words. It cannot be undone.`,
    lines: holdings.flatMap(({ table, shown, erase }) =>
      of(table) === 0 || shown === null
        ? []
        : [{ what: shown.title, count: of(table), does: does[erase.does], why: erase.why }],
    ),
  };
}

async function mayErase(tx: Db, residentId: string): Promise<void> {
  if ((await onTheirWay(tx, residentId)) > 0)
    throw problems.conflict('being_sent', 'A message to them is being sent this moment. Try again in a minute.');
}

/**
 * Erases a resident in one transaction: the person goes, counts stand. A second time does nothing and says so. Throws `not_found` for somebody who
 * never was, and `being_sent` while a provider is being given a message to them.
 */
export async function erase(deps: Deps, actor: Actor, residentId: string): Promise<{ erased: boolean }> {
  const keys = await addressKeys(deps.env.secret);
  return transaction(deps.db, async (tx) => {
    const locked = await lockResidents(tx, [residentId]);
    if (locked.length === 0) {
      if (await wasErased(tx, residentId)) return { erased: false };
      throw problems.notFound('resident');
    }
    await mayErase(tx, residentId);
    const counts = await eraseResident(tx, keys, residentId);
    await audit(tx, deps, actor, { action: 'resident.erase', subject: residentId, detail: { counts } });
    return { erased: true };
  });
}
