import { savePermissions } from '../../../db/commands/permissions.ts';
import { liftDoNotContact, lockResidents } from '../../../db/commands/stop.ts';
import { transaction } from '../../../db/connect.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Permission, PermissionWay } from '../../../surveys/fieldwork/permission.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { giveBack } from '../inbound/stop-start.ts';

/** Keeps what a resident told staff they allow of one purpose and way, with who wrote it down, when and how it was said. Throws `not_found`. */
export async function permit(
  deps: Deps,
  actor: Actor,
  residentId: string,
  { how, ...cell }: Permission & { how: PermissionWay },
): Promise<void> {
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    if (!(await residentById(tx, residentId))) throw problems.notFound('resident');
    await lockResidents(tx, [residentId]);
    await savePermissions(tx, [cell], { residentId, at, by: actor.name, how });
    await audit(tx, deps, actor, { action: 'resident.permit', subject: residentId, detail: { changed: [cell], how } });
  });
}

/** Takes a resident off the do-not-contact list and gives back what that ended; what else they stopped stays stopped. Throws `not_found` where they are not on it. */
export async function contactAgain(deps: Deps, actor: Actor, residentId: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const at = deps.clock.now();
    await lockResidents(tx, [residentId]);
    const lifted = await liftDoNotContact(tx, { residentId, at, by: actor.name });
    if (lifted.length === 0) throw problems.notFound('entry on the do-not-contact list');
    await giveBack(tx, lifted, at);
    await audit(tx, deps, actor, { action: 'resident.contact_again', subject: residentId });
  });
}
