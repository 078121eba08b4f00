import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { type Clone, cloneDatabase } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { type RunningWorker, startWorker } from '../support/worker.ts';

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

let clone: Clone;
let worker: RunningWorker;
const runtimes: Record<'Node' | 'workerd', Ask> = {
  Node: async (path, init) => nodeApp().request(path, init),
  workerd: (path, init) => worker.ask(path, init),
};

const nodeApp = () => createApp(testDeps({ db: clone.db }), { assets: async () => null, addressOf: () => '127.0.0.1' });

beforeAll(async () => {
  mkdirSync('dist', { recursive: true });
  clone = await cloneDatabase();
  worker = await startWorker(clone.url);
});

afterAll(async () => {
  await worker?.close();
  await clone?.drop();
});

describe.each(['Node', 'workerd'] as const)('%s', (name) => {
  const ask = runtimes[name];

  test('is alive', async () => {
    const answer = await ask('/healthz');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'alive' }]);
  });

  test('reads the database to say that it is ready', async () => {
    const answer = await ask('/readyz');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('tells what it does not know as problem details', async () => {
    const answer = await ask('/nowhere');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('lets nobody unknown read the API', async () => {
    const answer = await ask('/api/v1/me');
    expect(await answer.json()).toMatchObject({ status: 401, code: 'not_signed_in' });
  });
});

test('the cron trigger of a Worker looks for what is due and works it off', async () => {
  await worker.tick();
  expect(await clone.db`select work from heartbeats`).toMatchObject([{ work: 'dispatch' }]);
});
