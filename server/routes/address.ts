import type { AppContext } from './route.ts';

/** What Node's adapter puts on the environment of a request. */
interface NodeEnvironment {
  incoming?: { socket?: { remoteAddress?: string } };
}

const ownNetwork = /^(::1|(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|f[cd])/i;

/** The last address of a forwarding header: the one our own proxy wrote. What stands before it anybody can write. */
const lastOf = (header: string | undefined) => header?.split(',').at(-1)?.trim();

/**
 * The network address a request came from, for counting tries. On Node it is the socket's; when that is a proxy of our own network,
 * what the proxy says. On Workers the edge says it. "unknown" where nobody does.
 */
export function addressOf(c: AppContext): string {
  const { incoming } = (c.env ?? {}) as NodeEnvironment;
  if (!incoming) return c.req.header('cf-connecting-ip') ?? 'unknown';
  const socket = incoming.socket?.remoteAddress ?? 'unknown';
  return ownNetwork.test(socket) ? (lastOf(c.req.header('x-forwarded-for')) ?? socket) : socket;
}
