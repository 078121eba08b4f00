import { endSession, endSessions } from '../../db/commands/access.ts';
import { transaction } from '../../db/connect.ts';
import { liveSessions } from '../../db/queries/access.ts';
import { problems } from '../problem.ts';
import type { Sessions } from './auth.ts';
import type { StaffAuthDeps } from './library.ts';
import { noteAccess } from './note.ts';
import type { Here, Staff } from './staff.ts';

/** Whoever is signed in here; throws `not_signed_in`. */
export async function mustBeHere(staff: Staff, request: Request): Promise<Here> {
  const found = await staff.here(request.headers);
  if (!found) throw problems.notSignedIn();
  return found;
}

/** The devices on which one person is signed in. No network address is kept: the device in words is enough to know it by. */
export function sessionsOf({ db, clock }: StaffAuthDeps, staff: Staff): Sessions {
  return {
    async list(request) {
      const { user, session } = await mustBeHere(staff, request);
      return liveSessions(db, user.id, session.id, clock.now());
    },
    async end(request, id) {
      const { user } = await mustBeHere(staff, request);
      await transaction(db, async (tx) => {
        if (!(await endSession(tx, user.id, id))) throw problems.notFound('session');
        await noteAccess(tx, clock.now(), user, 'end_session');
      });
    },
    async endAll(request) {
      const { user } = await mustBeHere(staff, request);
      await transaction(db, async (tx) => {
        const count = await endSessions(tx, user.id);
        await noteAccess(tx, clock.now(), user, 'sign_out_everywhere', { count });
      });
    },
  };
}
