import type { Deps } from '../../deps.ts';

/** The first moment that anything of a wave may leave: until then its launch can be taken back. */
export const leavesFrom = ({ env }: Pick<Deps, 'env'>, launchedAt: Date): Date =>
  new Date(launchedAt.getTime() + env.launchDelayMinutes * 60_000);
