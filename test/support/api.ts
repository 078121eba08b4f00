import type { Actor } from '../../server/actor.ts';
import { createApp } from '../../server/app.ts';
import { signedInAs, type TestDeps } from './deps.ts';

/** What came back: JSON parsed where it is JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
  text: string;
}

export interface CallOptions {
  body?: unknown;
  /** A file as the body, as it is. */
  file?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

const origin = 'http://localhost:8080';

const parsed = (text: string, type: string | null) => (type?.includes('json') ? JSON.parse(text) : text);

/** Calls the whole application as a browser of the console would: `call('GET /api/v1/me')`. */
export function caller(deps: TestDeps) {
  const app = createApp(deps, { assets: async () => null, addressOf: (c) => c.req.header('x-from') ?? '192.0.2.1' });
  return async (line: string, { body, file, headers = {} }: CallOptions = {}): Promise<Answer> => {
    const [method = 'GET', path = '/'] = line.split(' ');
    const response = await app.request(origin + path, {
      method,
      headers: { origin, 'content-type': 'application/json', ...headers },
      body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: parsed(text, response.headers.get('content-type')),
    };
  };
}

/** Dependencies in which every request is from one actor. */
export const as = (deps: TestDeps, actor: Actor | null): TestDeps => ({ ...deps, auth: signedInAs(deps.auth, actor) });
