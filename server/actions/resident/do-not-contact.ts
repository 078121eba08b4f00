import { suppressResident } from '../../../db/commands/residents.ts';
import { transaction } from '../../../db/connect.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Puts a resident on the do-not-contact list, for every purpose and every way. Throws `not_found`. */
export async function doNotContact(deps: Deps, actor: Actor, residentId: string, reason: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await residentById(tx, residentId))) throw problems.notFound('resident');
    await suppressResident(tx, {
      id: deps.newId(),
      residentId,
      reason: 'do_not_contact',
      note: reason,
      at: deps.clock.now(),
      by: actor.name,
    });
    await audit(tx, deps, actor, { action: 'resident.do_not_contact', subject: residentId });
  });
}
