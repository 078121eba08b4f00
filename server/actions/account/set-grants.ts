import { setReadsFreeText } from '../../../db/commands/staff.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** What no role has, and an administrator gives to one person. */
export interface Grants {
  /** May search what residents wrote in their own words. */
  readsFreeText: boolean;
}

/** Gives or takes a grant. Throws `not_found`. */
export async function setGrants(deps: Deps, actor: Actor, id: string, { readsFreeText }: Grants): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await setReadsFreeText(tx, id, readsFreeText, deps.clock.now()))) throw problems.notFound('account');
    await audit(tx, deps, actor, { action: 'account.set_grants', subject: id, detail: { readsFreeText } });
  });
}
