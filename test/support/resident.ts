import { createApp } from '../../server/app.ts';
import type { TestDeps } from './deps.ts';

const origin = 'http://localhost:8080';

/** One page as a resident's browser got it. */
export interface Page {
  status: number;
  headers: Headers;
  html: string;
  /** Words of the page without its style and tags. */
  text: string;
}

const wordsOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** A browser without scripts: keeps cookies, follows redirects, posts forms. */
export function browser(deps: TestDeps, { from = '192.0.2.1' } = {}) {
  const app = createApp(deps, { assets: async () => null, addressOf: (c) => c.req.header('x-from') ?? '192.0.2.1' });
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(origin + path, {
      ...init,
      headers: { 'x-from': from, cookie, ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return response;
  };
  const follow = async (response: Response): Promise<Page> => {
    const location = response.headers.get('location');
    if (response.status === 303 && location) return follow(await send(location, {}));
    const html = await response.text();
    return { status: response.status, headers: response.headers, html, text: wordsOf(html) };
  };
  return {
    cookies,
    get: async (path: string) => follow(await send(path, {})),
    post: async (path: string, fields: Record<string, string> | [string, string][]) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return follow(await send(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers }));
    },
    /** Posts a form with a file in it. */
    send: async (path: string, fields: Record<string, string | File>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return follow(await send(path, { method: 'POST', body }));
    },
  };
}
