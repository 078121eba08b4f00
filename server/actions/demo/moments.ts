import { sandboxChannel } from '../../../channels/sandbox/sandbox.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { keepIn } from '../../keep.ts';

export const dayMs = 86_400_000;
export const demoActor: Actor = { kind: 'staff', id: 'demo', name: 'Demo', roles: ['administrator'] };

/** The moment so many days ago, at ten in the morning UTC. */
export function daysAgo(now: Date, days: number): Date {
  const day = new Date(now.getTime() - days * dayMs);
  day.setUTCHours(10, 0, 0, 0);
  return day;
}

/** The same dependencies at another moment, writing to nobody: the demo's past is made by the code that makes the present. */
export function at(deps: Deps, moment: Date): Deps {
  const clock = { now: () => moment };
  const keep = keepIn({ db: deps.db, clock });
  const channels = { ...deps.channels, sms: sandboxChannel('sms', keep), email: sandboxChannel('email', keep) };
  return { ...deps, clock, channels, wake: () => {} };
}
