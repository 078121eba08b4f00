import { type Hold, importProgress } from '../../../db/commands/imports.ts';
import type { Deps } from '../../deps.ts';

/** A step of the work (a batch of rows, one statement) takes seconds; after this long without one another process takes over. */
const leaseMs = 2 * 60_000;

/** The import was stopped, or another process took it over: what was begun is left. */
export class NotOursError extends Error {}

export const leaseUntil = ({ clock }: Pick<Deps, 'clock'>): Date => new Date(clock.now().getTime() + leaseMs);

/** Tells how far it is and keeps the lease. Throws `NotOursError`. */
export async function tellProgress(deps: Deps, hold: Hold, done: number): Promise<void> {
  if (!(await importProgress(deps.db, hold, done, leaseUntil(deps)))) throw new NotOursError();
}

/** Throws unless a state was left by the one who held it. */
export function mustBeOurs(left: boolean): void {
  if (!left) throw new NotOursError();
}
