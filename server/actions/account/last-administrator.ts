import type { Db } from '../../../db/connect.ts';
import { isLastAdministrator } from '../../../db/queries/staff.ts';
import type { Actor } from '../../actor.ts';
import { problems } from '../../problem.ts';

/** Throws where an account would stop being an administrator that must not: the only one there is, or one's own. */
export async function keepAnAdministrator(tx: Db, actor: Actor, id: string): Promise<void> {
  if (await isLastAdministrator(tx, id)) {
    throw problems.conflict('last_administrator', 'This is the only administrator. Make somebody else one first.');
  }
  if (actor.id === id) {
    throw problems.conflict(
      'own_account',
      'You cannot stop being an administrator yourself. Ask another administrator.',
    );
  }
}
