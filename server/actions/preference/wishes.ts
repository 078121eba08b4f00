import { insertAudit } from '../../../db/commands/audit.ts';
import { saveInterests, savePermissions } from '../../../db/commands/permissions.ts';
import { lockResidents } from '../../../db/commands/stop.ts';
import { transaction } from '../../../db/connect.ts';
import { permissionsOf } from '../../../db/queries/permissions.ts';
import { type Permission, toWriteDown } from '../../../surveys/fieldwork/permission.ts';
import type { Topic } from '../../../surveys/groups/interests.ts';
import type { Deps } from '../../deps.ts';

const resident = { actor: 'resident', actorName: 'The resident' } as const;

/** Keeps which ways a resident lets us use for what: only what differs from what stood before is written down as said. */
export async function allowWays(
  deps: Deps,
  residentId: string,
  allows: (one: Pick<Permission, 'purpose' | 'channel'>) => boolean,
): Promise<void> {
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    await lockResidents(tx, [residentId]);
    const changed = toWriteDown(await permissionsOf(tx, residentId), allows);
    if (changed.length === 0) return;
    await savePermissions(tx, changed, { residentId, at, by: 'The resident', how: 'web' });
    await insertAudit(tx, { at, ...resident, action: 'resident.permit', subject: residentId, detail: { changed } });
  });
}

/** Keeps what a resident would like to be asked about. */
export async function chooseTopics(deps: Deps, residentId: string, topics: readonly Topic[]): Promise<void> {
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    await lockResidents(tx, [residentId]);
    await saveInterests(tx, topics, { residentId, at, by: 'resident' });
    const entry = { action: 'resident.topics', subject: residentId, detail: { topics } };
    await insertAudit(tx, { at, ...resident, ...entry });
  });
}
