import type { Auth } from './auth.ts';
import { bearerOf, keyActor } from './keys.ts';
import type { StaffAuthDeps } from './library.ts';
import { providerOf } from './oidc/provider.ts';
import { sessionsOf } from './sessions.ts';
import { staffAuth } from './staff.ts';
import { twoStepOf } from './two-step.ts';

/** Sign-in and keys over the rest of the dependencies. One a process (Node) or one a request (Worker). */
export function createAuth(deps: StaffAuthDeps): Auth {
  const staff = staffAuth(deps);
  return {
    actor(request) {
      const key = bearerOf(request);
      return key === null ? staff.actor(request.headers) : keyActor(deps.db, key, deps.clock.now());
    },
    signIn: (credentials, request, address) => staff.signIn(credentials, request.headers, address),
    signOut: (request) => staff.signOut(request.headers),
    changePassword: (request, change) => staff.changePassword(request.headers, change),
    twoStep: twoStepOf(deps, staff),
    sessions: sessionsOf(deps, staff),
    provider: providerOf(deps),
  };
}
