import type { Actor, Role } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../problem.ts';

/** What a route asks of whoever calls it. */
export interface Demand {
  who: readonly Role[];
  scope: string | undefined;
  /** Also of staff who must do something else first. */
  evenHeld?: boolean | undefined;
}

const changes = (method: string) => method !== 'GET' && method !== 'HEAD';

/** True when a browser sent this from our own pages: the Origin is the public address, or the very host asked. */
export function ownOrigin(request: Request, publicUrl: string): boolean {
  const origin = request.headers.get('origin');
  if (!origin) return false;
  return origin === new URL(publicUrl).origin || origin === new URL(request.url).origin;
}

const heldBy = { password: problems.mustChangePassword, two_step: problems.mustSetTwoStep } as const;

function staffMay(actor: Actor & { kind: 'staff' }, { who, evenHeld }: Demand, request: Request, deps: Deps) {
  if (changes(request.method) && !ownOrigin(request, deps.env.publicUrl)) throw problems.foreignOrigin();
  if (actor.held && !evenHeld) throw heldBy[actor.held]();
  if (actor.roles.some((role) => who.includes(role))) return;
  throw problems.notAllowed(`This needs one of the roles: ${who.join(', ')}.`);
}

function keyMay(actor: Actor & { kind: 'key' }, { scope }: Demand) {
  if (scope === undefined) throw problems.notAllowed('API keys are not taken here.');
  if (!actor.scopes.includes(scope)) throw problems.notAllowed(`This key needs the scope ${scope}.`);
}

/** Gives the actor of a request, or throws the problem that says why not (401 or 403). */
export async function authorise(request: Request, demand: Demand, deps: Deps): Promise<Actor> {
  const actor = await deps.auth.actor(request);
  if (!actor) throw problems.notSignedIn();
  if (actor.kind === 'staff') staffMay(actor, demand, request, deps);
  else keyMay(actor, demand);
  return actor;
}
