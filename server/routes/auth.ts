import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { problems } from '../problem.ts';
import { ownOrigin } from './guard.ts';
import { type AppContext, anyone, limits, type RouteDef, route } from './route.ts';

const credentials = z.object({ email: z.email().max(200), password: z.string().min(1).max(128) });
const passwords = z.object({ current: z.string().min(1).max(128), next: z.string().min(12).max(128) });

/** The body as JSON of one shape; only from our own pages, so that another site cannot sign somebody in or out. */
async function bodyOf<T extends z.ZodType>(c: AppContext, { env }: Deps, schema: T): Promise<z.output<T>> {
  if (!ownOrigin(c.req.raw, env.publicUrl)) throw problems.foreignOrigin();
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw problems.badInput(
    parsed.error.issues.map(({ path, message }) => ({ path: path.join('.') || 'body', message })),
  );
}

/** Only the cookies of the library's answer: its body holds the token, which no script should see. */
function done(c: AppContext, headers: Headers) {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  c.header('cache-control', 'no-store');
  return c.json({ ok: true });
}

/** Signing in and out: the three paths of the sign-in library that staff need, and none of its others. */
export const authRoutes: readonly RouteDef[] = [
  route({
    method: 'POST',
    path: '/api/auth/sign-in/email',
    who: anyone('this is how staff become known; tries are counted by address and by account'),
    limit: limits.small,
    async handle(c, deps) {
      return done(c, await deps.auth.signIn(await bodyOf(c, deps, credentials), c.req.raw, c.get('address')));
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/sign-out',
    who: anyone('it ends the session of its own cookie and nothing else'),
    limit: limits.small,
    async handle(c, deps) {
      if (!ownOrigin(c.req.raw, deps.env.publicUrl)) throw problems.foreignOrigin();
      return done(c, await deps.auth.signOut(c.req.raw));
    },
  }),
  route({
    method: 'POST',
    path: '/api/auth/change-password',
    who: ['officer', 'analyst', 'interviewer', 'administrator'],
    limit: limits.small,
    async handle(c, deps) {
      const change = await bodyOf(c, deps, passwords);
      return done(c, await deps.auth.changePassword(c.req.raw, change));
    },
  }),
];
