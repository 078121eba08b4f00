import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request with its body read. */
export interface Asked {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** What to answer; `hang` never does, `reset` breaks the connection. */
export type Answer = { status: number; headers?: Record<string, string>; body: unknown } | 'hang' | 'reset';

export interface Listening {
  url: string;
  close(): Promise<void>;
}

/** An HTTP server on a free port of this machine. */
export async function listen(handle: (asked: Asked) => Answer | Promise<Answer>): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    void answerOne(request, response, handle);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => closeAll(server, sockets) };
}

async function answerOne(
  request: IncomingMessage,
  response: ServerResponse,
  handle: (asked: Asked) => Answer | Promise<Answer>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const asked = { method: request.method ?? 'GET', url, headers: request.headers, body: Buffer.concat(chunks) };
  const answer = await handle(asked);
  if (answer === 'hang') return;
  if (answer === 'reset') return void request.socket.resetAndDestroy();
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body === '' ? undefined : JSON.stringify(answer.body));
}

export function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in is not listening');
  return address.port;
}

async function closeAll(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** An address of this machine where nobody listens. */
export async function nobodyAt(): Promise<string> {
  const server = await listen(() => 'reset');
  await server.close();
  return server.url;
}

/** How often each delivery was taken: more than once is a double. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(deliveryId: string | null): void {
    if (deliveryId !== null) this.#counts.set(deliveryId, this.countOf(deliveryId) + 1);
  }

  countOf = (deliveryId: string): number => this.#counts.get(deliveryId) ?? 0;

  /** Deliveries taken more than once. */
  doubled = (): string[] => [...this.#counts].filter(([, count]) => count > 1).map(([deliveryId]) => deliveryId);
}

/** Faults waiting to happen, first come first served. */
export class Faults<Name extends string> {
  readonly #waiting: { name: Name; left: number }[] = [];

  add(name: Name, times: number): void {
    this.#waiting.push({ name, left: times });
  }

  take(): Name | null {
    const next = this.#waiting[0];
    if (!next) return null;
    next.left -= 1;
    if (next.left <= 0) this.#waiting.shift();
    return next.name;
  }
}
