import { getConnInfo } from '@hono/node-server/conninfo';
import { type Env, isLocal } from './env.ts';
import type { AppContext } from './routes/route.ts';

/**
 * Where a request came from: the other end of the socket, or, behind the proxy that a public address implies, what the
 * proxy says (the last address of X-Forwarded-For is the one it saw itself).
 */
export function addressOf(env: Env): (c: AppContext) => string {
  const proxied = !isLocal(env.publicUrl);
  return (c) => {
    const told = proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    return told || (getConnInfo(c).remote.address ?? 'unknown');
  };
}
