import { problems } from '../problem.ts';
import { type AppContext, anyone, limits, type RouteDef, route } from './route.ts';

/** Reads one built file by its path under `dist/`; null when there is none. */
export type Assets = (path: string, request: Request) => Promise<Response | null>;

const why = anyone('built files hold nothing of anybody; what the console shows comes from the API');

const withPolicy = (found: Response, policy: string) => {
  const answer = new Response(found.body, found);
  answer.headers.set('cache-control', policy);
  // Public files: the preview of a resident page has no origin, and loads its fonts all the same.
  answer.headers.set('access-control-allow-origin', '*');
  return answer;
};

/** The console's page and every built file. Files under `assets/` carry a hash of their content in their name. */
export function assetRoutes(assets: Assets): RouteDef[] {
  const file = async (c: AppContext) => {
    const found = await assets(c.req.path, c.req.raw);
    if (!found) throw problems.notFound('file');
    return withPolicy(found, 'public, max-age=31536000, immutable');
  };
  const page = async (c: AppContext) => {
    const found = await assets('/console/index.html', c.req.raw);
    if (!found) throw problems.notReady('The console is not built: npm start builds it.');
    return withPolicy(found, 'no-cache');
  };
  return [
    route({ method: 'GET', path: '/console/assets/*', who: why, limit: limits.none, handle: file }),
    route({ method: 'GET', path: '/assets/*', who: why, limit: limits.none, handle: file }),
    route({ method: 'GET', path: '/console', who: why, limit: limits.none, handle: page }),
    route({ method: 'GET', path: '/console/*', who: why, limit: limits.none, handle: page }),
  ];
}
