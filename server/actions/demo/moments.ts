import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';

export const dayMs = 86_400_000;
export const demoActor: Actor = { kind: 'staff', id: 'demo', name: 'Demo', roles: ['administrator'] };

/** The moment so many days ago, at ten in the morning UTC. */
export function daysAgo(now: Date, days: number): Date {
  const day = new Date(now.getTime() - days * dayMs);
  day.setUTCHours(10, 0, 0, 0);
  return day;
}

/** The same dependencies at another moment: the demo's past is made by the code that makes the present. */
export const at = (deps: Deps, moment: Date): Deps => ({ ...deps, clock: { now: () => moment }, wake: () => {} });
