import { z } from 'zod';
import { roles } from '../../actor.ts';
import type { Sent } from '../../auth/auth.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { ownOrigin } from '../guard.ts';
import { type AppContext, limits, type RouteDef } from '../route.ts';

export const password = z.string().min(1).max(128);
/** What is typed of an app: six numbers, with spaces as some write them. */
export const code = z.string().min(6).max(20);

/** Everybody who works here, each for themself: no key is taken, and it works while something must be done first. */
export const forOneself: Pick<RouteDef, 'who' | 'evenHeld' | 'limit'> = {
  who: roles,
  evenHeld: true,
  limit: limits.small,
};
/** The same for what is only read. */
export const readByOneself = { ...forOneself, limit: limits.none };

/** Only from our own pages, so that another site cannot sign somebody in or out. */
export function mustBeOwn(c: AppContext, { env }: Deps): void {
  if (!ownOrigin(c.req.raw, env.publicUrl)) throw problems.foreignOrigin();
}

/** The body as JSON of one shape, from our own pages. */
export async function bodyOf<T extends z.ZodType>(c: AppContext, deps: Deps, schema: T): Promise<z.output<T>> {
  mustBeOwn(c, deps);
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw problems.badInput(
    parsed.error.issues.map(({ path, message }) => ({ path: path.join('.') || 'body', message })),
  );
}

export const sentBy = (c: AppContext): Sent => ({ request: c.req.raw, address: c.get('address') });

/** An answer with the cookies of the library: its own body may hold a token, which no script should see. */
export function done(c: AppContext, headers: Headers | null, body: Record<string, unknown> = {}) {
  for (const cookie of headers?.getSetCookie() ?? []) c.header('set-cookie', cookie, { append: true });
  c.header('cache-control', 'no-store');
  return c.json({ ok: true, ...body });
}
