import type { Db } from '../../../db/connect.ts';
import { seesProfiles } from '../../../db/queries/profiles.ts';
import type { Actor } from '../../actor.ts';
import { problems } from '../../problem.ts';

/** Whether somebody may see what residents say of themselves: staff by a grant of their own, whatever their role; a key by its scope. */
export const maySeeProfiles = async (db: Db, actor: Actor): Promise<boolean> =>
  actor.kind === 'key' ? actor.scopes.includes('profiles:read') : seesProfiles(db, actor.id);

/** Throws `not_allowed` for staff without the grant; the scopes of a key were looked at with its route. */
export async function mustSeeProfiles(db: Db, actor: Actor): Promise<void> {
  if (actor.kind === 'staff' && !(await maySeeProfiles(db, actor)))
    throw problems.notAllowed(
      'You may not see what residents say of themselves. An administrator can allow it, under Settings, People.',
    );
}
