import { expect, test } from 'vitest';
import { listen, nobodyAt } from '../test/support/standins/server.ts';
import { RetryError, UnknownError } from './errors.ts';
import { undiciHttp } from './http.node.ts';
import { brokenRequest, fetchHttp, retryAfterOf } from './http.ts';

const after = (headers: Record<string, string>) => retryAfterOf({ status: 429, headers, body: '' });

test.each([
  [{ 'retry-after': '7' }, 7],
  [{ 'retry-after': 'Fri, 01 May 2026 10:01:00 GMT', date: 'Fri, 01 May 2026 10:00:00 GMT' }, 60],
  [{ 'retry-after': 'Fri, 01 May 2026 09:00:00 GMT', date: 'Fri, 01 May 2026 10:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, null],
  [{}, null],
])('%o asks to wait %s seconds', (headers, seconds) => {
  expect(after(headers)).toBe(seconds);
});

test.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])('%s never left', (code) => {
  const wrapped = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });
  expect(brokenRequest(wrapped)).toMatchObject({ code, channelDown: true });
});

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'EPIPE'])('%s may have arrived', (code) => {
  expect(brokenRequest(Object.assign(new Error('x'), { code }))).toBeInstanceOf(UnknownError);
});

test.each([
  ['undici', undiciHttp()],
  ['fetch', fetchHttp],
])('%s gives every answer and tells a fault apart', async (_, http) => {
  const server = await listen(({ method, body }) => ({
    status: 503,
    headers: { 'retry-after': '3' },
    body: `${method} ${body}`,
  }));
  const ask = (url: string) => http({ method: 'POST', url, headers: {}, body: 'hé', timeoutMs: 400 });
  const answer = await ask(server.url);
  expect(answer).toMatchObject({ status: 503, body: '"POST hé"' });
  expect(retryAfterOf(answer)).toBe(3);
  await expect(ask(await nobodyAt())).rejects.toBeInstanceOf(RetryError);
  await server.close();
  await http.close?.();
});

test('a request that waits for a free connection is not given up as lost', async () => {
  const released: (() => void)[] = [];
  const server = await listen(
    () => new Promise((resolve) => released.push(() => resolve({ status: 200, body: 'ok' }))),
  );
  const http = undiciHttp();
  const asked = Array.from({ length: 40 }, () =>
    http({ method: 'POST', url: server.url, headers: {}, body: 'x', timeoutMs: 400 }),
  );
  const outcomes = await Promise.allSettled(asked.slice(0, 32));
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  while (released.length < 40) await new Promise(setImmediate);
  for (const release of released) release();
  const waited = await Promise.all(asked.slice(32));
  expect(waited.map(({ status }) => status)).toEqual(Array(8).fill(200));
  await http.close?.();
  await server.close();
});
