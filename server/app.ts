import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import type { Deps } from './deps.ts';
import { isDatabaseAway, type Problem, problemBody, problemFrom, problems } from './problem.ts';
import { apiRoutes } from './routes/api/index.ts';
import { openApiRoutes } from './routes/api/openapi.ts';
import { type Assets, assetRoutes } from './routes/assets.ts';
import { authRoutes } from './routes/auth/index.ts';
import { authorise } from './routes/guard.ts';
import { healthRoutes } from './routes/health.ts';
import { residentRoutes } from './routes/resident/index.ts';
import { tellKindly } from './routes/resident/tell.ts';
import type { AppContext, AppEnv, RouteDef } from './routes/route.ts';
import { webhookRoutes } from './routes/webhooks/index.ts';

/** Every route of the product. A test walks the app and fails on one that is not here. */
export const allRoutes = (assets: Assets): readonly RouteDef[] => [
  ...healthRoutes,
  ...residentRoutes,
  ...webhookRoutes,
  ...authRoutes,
  ...apiRoutes,
  ...openApiRoutes,
  ...assetRoutes(assets),
];

/** Problem details, as RFC 9457 has them. */
export function tellProblem(problem: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (problem.retryAfter !== null) headers.set('retry-after', String(problem.retryAfter));
  return new Response(JSON.stringify(problemBody(problem)), { status: problem.status, headers });
}

function logProblem(error: unknown, problem: Problem, def: RouteDef, deps: Deps) {
  const fields = { route: `${def.method} ${def.path}`, status: problem.status };
  if (problem.status < 500) return;
  if (isDatabaseAway(error)) deps.log.warn('database_away', fields);
  else deps.log.error('request_failed', error, fields);
}

/** Runs one route: its caller checked, then its handler; whatever is thrown is told in the route's own way. */
function runner(def: RouteDef, deps: Deps) {
  const tell = def.tell ?? tellProblem;
  return async (c: AppContext): Promise<Response> => {
    try {
      if (Array.isArray(def.who)) {
        c.set('actor', await authorise(c.req.raw, { who: def.who, scope: def.scope, evenHeld: def.evenHeld }, deps));
      }
      return await def.handle(c, deps);
    } catch (error) {
      const problem = problemFrom(error);
      logProblem(error, problem, def, deps);
      return tell(problem, c, deps);
    }
  };
}

/** Holds a body to the limit of its route: by the length it comes with, or while it comes. A look at the body itself would cost a stream for each request, half the time of a webhook. */
function limiter(def: RouteDef, deps: Deps): MiddlewareHandler {
  const tell = def.tell ?? tellProblem;
  const tooLarge = (c: Context) => tell(problems.tooLarge(def.limit), c as AppContext, deps) as Response;
  const counting = bodyLimit({ maxSize: def.limit, onError: tooLarge });
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next);
    return Number.parseInt(length, 10) > def.limit ? tooLarge(c) : next();
  };
}

/** Nothing from anywhere else. A route that needs less, or a sandbox for what was uploaded, sets its own. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * What brings no policy of its own, the console among it, also keeps other windows out. Resident pages, which bring theirs and open nothing, go without: for it the browser
 * makes a process anew, and on a slow phone the first question comes half a second later.
 */
const contentPolicy: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.headers.has('content-security-policy')) return;
  c.res.headers.set('content-security-policy', policy);
  c.res.headers.set('cross-origin-opener-policy', 'same-origin');
};

/** A person at a browser, who mistyped an address; a program that calls the API or a webhook is told in its own way. */
const asksForPage = ({ headers, url }: Request): boolean =>
  (headers.get('accept') ?? '').includes('text/html') && !/^\/(?:api|webhooks)\//.test(new URL(url).pathname);

/** What a runtime knows and the app does not. */
export interface Host {
  /** Reads built files. */
  assets: Assets;
  /** The address a request came from, for limits on guessing. */
  addressOf(c: AppContext): string;
}

/** The whole web application over its dependencies; the same on every runtime. */
export function createApp(deps: Deps, { assets, addressOf }: Host): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('address', addressOf(c));
    await next();
  });
  const strictTransportSecurity = deps.env.publicUrl.startsWith('https:');
  app.use(secureHeaders({ strictTransportSecurity, crossOriginOpenerPolicy: false }));
  app.use(contentPolicy);
  for (const def of allRoutes(assets)) app.on(def.method, def.path, limiter(def, deps), runner(def, deps));
  app.notFound((c) => (asksForPage(c.req.raw) ? tellKindly : tellProblem)(problems.notFound('page'), c, deps));
  app.onError((error) => tellProblem(problemFrom(error)));
  return app;
}
