import { insertGroup } from '../../../db/commands/groups.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';

/** Makes a panel or a halo group. A second one of the same name throws `already_exists`. */
export async function createGroup(
  deps: Deps,
  actor: Actor,
  input: { kind: 'panel' | 'halo'; name: string; about: string },
): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    await insertGroup(tx, { id, ...input, at: deps.clock.now() });
    await audit(tx, deps, actor, { action: 'group.create', subject: id });
  });
  return id;
}
