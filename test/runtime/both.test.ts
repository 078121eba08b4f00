import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxChannel } from '../../channels/sandbox/sandbox.ts';
import { createApp } from '../../server/app.ts';
import { keepIn } from '../../server/keep.ts';
import { system } from '../../server/system.ts';
import { drain } from '../../server/work/drain.ts';
import { tick } from '../../server/work/tick.ts';
import { type Clone, cloneDatabase } from '../support/database.ts';
import { testClock, testDeps } from '../support/deps.ts';
import { putSurvey } from '../support/survey.ts';
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

/** One minute's work: on Node as the loop runs it, on a Worker by its cron trigger. */
const minute: Record<'Node' | 'workerd', () => Promise<unknown>> = {
  async Node() {
    const deps = testDeps({ db: clone.db, clock: { ...testClock(), ...system.clock } });
    const keep = keepIn(deps);
    const channels = { sms: sandboxChannel('sms', keep), email: sandboxChannel('email', keep), print: null };
    await tick({ ...deps, channels });
    await drain({ ...deps, channels }, { limit: 10, until: new Date(Date.now() + 10_000) });
  },
  workerd: () => worker.tick(),
};

test.each(['Node', 'workerd'] as const)('a minute on %s writes to whom a step is due, once', async (name) => {
  const phone = name === 'Node' ? '+447700900201' : '+447700900202';
  const today = new Date().toISOString().slice(0, 10);
  const seed = name === 'Node' ? 1 : 2;
  const { people } = await putSurvey(clone.db, {
    residents: [{ phone }],
    opensOn: today,
    closesOn: '2099-12-31',
    seed,
  });
  const invitation = people[0]?.invitationId ?? '';
  await clone.db`update invitations set next_step = 0, disposition = 'not_sent', next_at = now() where id = ${invitation}`;
  await minute[name]();
  await minute[name]();
  const kept = await clone.db`select channel, body from sandbox_messages where to_address = ${phone}`;
  expect(kept).toMatchObject([{ channel: 'sms', body: expect.stringContaining('Reply 1 to start') }]);
  const sent = await clone.db`select status, kind from deliveries where recipient_id = ${invitation}`;
  expect(sent).toMatchObject([{ status: 'delivered', kind: 'invitation' }]);
});
