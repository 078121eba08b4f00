import { isMigrated } from '../../db/queries/readiness.ts';
import { problems } from '../problem.ts';
import { anyone, limits, type RouteDef, route } from './route.ts';

const why = anyone('a load balancer asks; the answer is one word');

export const healthRoutes: readonly RouteDef[] = [
  route({
    method: 'GET',
    path: '/healthz',
    who: why,
    limit: limits.none,
    handle: (c) => c.json({ status: 'alive' }),
  }),
  route({
    method: 'GET',
    path: '/readyz',
    who: why,
    limit: limits.none,
    async handle(c, deps) {
      if (!(await isMigrated(deps.db))) throw problems.notReady('The database is not migrated yet.');
      return c.json({ status: 'ready' });
    },
  }),
];
