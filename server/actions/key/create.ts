import { insertKey } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import { newKey } from '../../auth/keys.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';

/** Makes an API key. Gives its secret, which is not kept. The caller has checked that the scopes exist. */
export async function createKey(
  deps: Deps,
  actor: Actor,
  { name, scopes }: { name: string; scopes: readonly string[] },
) {
  const id = deps.newId();
  const { secret, hash } = await newKey(deps.randomBytes);
  await transaction(deps.db, async (tx) => {
    await insertKey(tx, { id, name, hash, scopes, createdBy: actor.name, at: deps.clock.now() });
    await audit(tx, deps, actor, { action: 'key.create', subject: id, detail: { scopes } });
  });
  return { id, secret };
}
