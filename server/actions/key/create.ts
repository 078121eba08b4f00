import { Temporal } from 'temporal-polyfill';
import { insertKey } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import { landlordFacts, noLandlord } from '../../../db/queries/landlord.ts';
import type { Actor } from '../../actor.ts';
import { newKey } from '../../auth/keys.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

export interface KeyInput {
  name: string;
  scopes: readonly string[];
  /** The last day on which it works, as the landlord's clock has it. */
  expiresOn?: string | null | undefined;
}

/** The moment at which a day is over where the landlord is. */
function endOf(day: string, timeZone: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return new Date(next.toZonedDateTime({ timeZone }).epochMilliseconds);
}

/** Makes an API key. Gives its secret, which is not kept. The caller has checked that its maker may give these scopes. */
export async function createKey(deps: Deps, actor: Actor, { name, scopes, expiresOn }: KeyInput) {
  const id = deps.newId();
  const { secret, hash } = await newKey(deps.randomBytes);
  const at = deps.clock.now();
  const { timeZone } = (await landlordFacts(deps.db)) ?? noLandlord;
  const expiresAt = expiresOn ? endOf(expiresOn, timeZone) : null;
  if (expiresAt && expiresAt <= at) {
    throw problems.badInput([{ path: 'body.expiresOn', message: 'Choose a day that is not over yet.' }]);
  }
  await transaction(deps.db, async (tx) => {
    await insertKey(tx, { id, name, hash, scopes, createdBy: actor.name, createdById: actor.id, expiresAt, at });
    await audit(tx, deps, actor, {
      action: 'key.create',
      subject: id,
      detail: { scopes, expiresOn: expiresOn ?? null },
    });
  });
  return { id, secret };
}
