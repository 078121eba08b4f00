import { insertAudit } from '../../../db/commands/audit.ts';
import { confirmJoin } from '../../../db/commands/join-requests.ts';
import { transaction } from '../../../db/connect.ts';
import type { Deps } from '../../deps.ts';

/** Confirms that somebody put themselves forward: it now stands before a person. A second press changes nothing. */
export async function confirmRequest(deps: Deps, id: string): Promise<void> {
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    if (!(await confirmJoin(tx, id, at))) return;
    const who = { actor: 'resident', actorName: 'Somebody on the page to join' };
    await insertAudit(tx, { at, ...who, action: 'join_request.confirm', subject: id });
  });
}
