import { setSeesProfiles } from '../../../db/commands/profiles.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Lets a member of staff see what residents say of themselves, or not; at once, and audited. Throws `not_found`. */
export async function setProfileGrant(deps: Deps, actor: Actor, id: string, allowed: boolean): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await setSeesProfiles(tx, id, allowed, deps.clock.now()))) throw problems.notFound('account');
    await audit(tx, deps, actor, { action: 'account.set_profiles', subject: id, detail: { allowed } });
  });
}
