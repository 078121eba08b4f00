import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '../../server/actions/account/create.ts';
import { createKey } from '../../server/actions/key/create.ts';
import { browser } from '../support/browser.ts';
import { type Clone, cloneDatabase } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { appCode } from '../support/totp.ts';
import { type RunningWorker, startWorker } from '../support/worker.ts';

let clone: Clone;
let worker: RunningWorker;
const body = JSON.stringify({ email: 'priya@example.org', password: 'a long enough one' });

beforeAll(async () => {
  clone = await cloneDatabase();
  worker = await startWorker(clone.url);
});

afterAll(async () => {
  await worker?.close();
  await clone?.drop();
});

test('staff sign in on a Worker, and their session is kept as a hash there too', async () => {
  const deps = testDeps({ db: clone.db });
  await createAccount(deps, staff('administrator'), {
    name: 'Priya S',
    email: 'priya@example.org',
    roles: ['officer'],
    password: 'a long enough one',
  });
  const origin = new URL((await worker.ask('/healthz')).url).origin;
  const answer = await worker.ask('/api/auth/sign-in/email', {
    method: 'POST',
    body,
    headers: { origin, 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(await (await worker.ask('/api/v1/me', { headers: { cookie } })).json()).toMatchObject({ name: 'Priya S' });
  const token = decodeURIComponent(cookie).split('=')[1]?.split('.')[0] ?? '';
  const [row] = await clone.db<{ stored: string }[]>`select session::text as stored from session`;
  expect(row?.stored).not.toContain(token);
});

test('the second step is set up and asked for on a Worker too', async () => {
  const origin = new URL((await worker.ask('/healthz')).url).origin;
  const { ask } = browser(async (line, { body: given, headers = {} } = {}) => {
    const [method = 'GET', path = '/'] = line.split(' ');
    const init = { method, headers: { origin, 'content-type': 'application/json', ...headers } };
    const answer = await worker.ask(path, given === undefined ? init : { ...init, body: JSON.stringify(given) });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) };
  });
  const { password } = JSON.parse(body) as { password: string };
  await ask('POST /api/auth/sign-in/email', { body: JSON.parse(body) });
  const made = (await ask('POST /api/auth/two-step/set-up', { body: { password } })).body as { uri: string };
  expect(await ask('POST /api/auth/two-step/confirm', { body: { code: appCode(made.uri) } })).toMatchObject({
    status: 200,
  });
  await ask('POST /api/auth/sign-out');
  expect(await ask('POST /api/auth/sign-in/email', { body: JSON.parse(body) })).toMatchObject({
    body: { needs: 'code' },
  });
  expect(await ask('POST /api/auth/sign-in/code', { body: { code: appCode(made.uri, 1) } })).toMatchObject({
    status: 200,
  });
  expect(await ask('GET /api/v1/me')).toMatchObject({ body: { name: 'Priya S' } });
});

test('a key is known on a Worker', async () => {
  const { secret } = await createKey(
    testDeps({ db: clone.db, newId: () => crypto.randomUUID() }),
    staff('administrator'),
    { name: 'X', scopes: ['settings:read'] },
  );
  const answer = await worker.ask('/api/v1/landlord', { headers: { authorization: `Bearer ${secret}` } });
  expect(answer.status).toBe(200);
});
