import { suppressResident } from '../../../db/commands/residents.ts';
import { endContact, lockResidents } from '../../../db/commands/stop.ts';
import { transaction } from '../../../db/connect.ts';
import { residentById } from '../../../db/queries/residents.ts';
import { givingWayTo } from '../../../surveys/fieldwork/disposition.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Puts a resident on the do-not-contact list, for every purpose and every way; what is due and open ends. Throws `not_found`. */
export async function doNotContact(deps: Deps, actor: Actor, residentId: string, reason: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await residentById(tx, residentId))) throw problems.notFound('resident');
    const at = deps.clock.now();
    await lockResidents(tx, [residentId]);
    await suppressResident(tx, {
      id: deps.newId(),
      residentId,
      reason: 'do_not_contact',
      note: reason,
      at,
      by: actor.name,
    });
    await endContact(tx, {
      residentIds: [residentId],
      purpose: null,
      at,
      how: 'put on the do-not-contact list',
      disposition: 'refused',
      yields: givingWayTo('refused'),
    });
    await audit(tx, deps, actor, { action: 'resident.do_not_contact', subject: residentId });
  });
}
