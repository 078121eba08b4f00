import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { createAccount } from '../../server/actions/account/create.ts';
import { caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps, testEnv } from '../support/deps.ts';

const account = {
  name: 'Priya S',
  email: 'priya@example.org',
  roles: ['officer', 'analyst'],
  password: 'a long enough one',
} as const;
const right = { email: account.email, password: account.password };

async function office(db: Db, { demo = false, publicUrl = 'http://localhost:8080' } = {}) {
  const deps = testDeps({ db, env: testEnv({ PUBLIC_URL: publicUrl }) });
  await createAccount(deps, staff('administrator'), { ...account, demo });
  const call = caller(deps);
  const signIn = (body: unknown = right, headers = {}) => call('POST /api/auth/sign-in/email', { body, headers });
  return { deps, call, signIn };
}

const cookieOf = (headers: Headers) => (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

test(
  'the right password gives a cookie that says who is asking',
  withRollback(async (db) => {
    const { call, signIn } = await office(db);
    const answer = await signIn();
    expect(answer).toMatchObject({ status: 200, body: { ok: true } });
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/);
    const me = await call('GET /api/v1/me', { headers: { cookie: cookieOf(answer.headers) } });
    expect(me).toMatchObject({ status: 200, body: { name: 'Priya S', roles: ['officer', 'analyst'] } });
  }),
);

test(
  'whoever reads the table of sessions cannot sign in with it',
  withRollback(async (db) => {
    const { signIn } = await office(db);
    const cookie = decodeURIComponent(cookieOf((await signIn()).headers));
    const token = cookie.slice(cookie.indexOf('=') + 1).split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(20);
    const [found] = await db<{ stored: string }[]>`select string_agg(session::text, ' ') as stored from session`;
    expect(found?.stored).toMatch(/[0-9a-f]{64}/);
    expect(found?.stored).not.toContain(token);
  }),
);

test(
  'a cookie made of what the table holds is refused',
  withRollback(async (db) => {
    const { call, signIn } = await office(db);
    const cookie = decodeURIComponent(cookieOf((await signIn()).headers));
    const [name, value = ''] = [cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1)];
    const [row] = await db<{ token: string }[]>`select token from session`;
    const forged = encodeURIComponent(`${row?.token}.${value.split('.').slice(1).join('.')}`);
    expect(await call('GET /api/v1/me', { headers: { cookie: `${name}=${forged}` } })).toMatchObject({ status: 401 });
  }),
);

test(
  'signing out ends the session itself, not only the cookie',
  withRollback(async (db) => {
    const { call, signIn } = await office(db);
    const cookie = cookieOf((await signIn()).headers);
    expect(await call('POST /api/auth/sign-out', { headers: { cookie } })).toMatchObject({ status: 200 });
    expect(await call('GET /api/v1/me', { headers: { cookie } })).toMatchObject({ status: 401 });
  }),
);

test(
  'over https the cookie is Secure',
  withRollback(async (db) => {
    const { signIn } = await office(db, { publicUrl: 'https://survey.example.org' });
    expect((await signIn()).headers.getSetCookie()[0]).toMatch(/^__Secure-.*; Secure/);
  }),
);

test.each([
  ['a wrong password', { email: account.email, password: 'another one, quite' }],
  ['an address nobody has', { email: 'sam@example.org', password: account.password }],
])('%s gets the same answer', (_name, body) =>
  withRollback(async (db) => {
    const { signIn } = await office(db);
    const answer = await signIn(body);
    expect(answer).toMatchObject({ status: 401, body: { code: 'wrong_sign_in' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
  })(),
);

test(
  'another site cannot sign anybody in',
  withRollback(async (db) => {
    const { signIn } = await office(db);
    expect(await signIn(right, { origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      body: { code: 'foreign_origin' },
    });
  }),
);

test(
  'after ten wrong passwords the account waits, even for the right one, and tells how long',
  withRollback(async (db) => {
    const { deps, signIn } = await office(db);
    for (let i = 0; i < 10; i += 1) {
      expect((await signIn({ ...right, password: 'wrong' }, { 'x-from': `192.0.2.${i}` })).status).toBe(401);
    }
    const refused = await signIn();
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    deps.clock.advance({ minutes: 16 });
    expect((await signIn()).status).toBe(200);
  }),
);

test(
  'one address cannot try one password on many accounts',
  withRollback(async (db) => {
    const { signIn } = await office(db);
    const from = { 'x-from': '192.0.2.9' };
    for (let i = 0; i < 30; i += 1) {
      expect((await signIn({ email: `p${i}@example.org`, password: 'Password1' }, from)).status).toBe(401);
    }
    expect((await signIn({ email: 'p31@example.org', password: 'Password1' }, from)).status).toBe(429);
    expect((await signIn(right, { 'x-from': '192.0.2.10' })).status).toBe(200);
  }),
);

test(
  'a demo account works on this machine only',
  withRollback(async (db) => {
    expect((await (await office(db, { demo: true })).signIn()).status).toBe(200);
    await db`delete from "user"`;
    const abroad = await office(db, { demo: true, publicUrl: 'https://survey.example.org' });
    expect(await abroad.signIn()).toMatchObject({ status: 403, body: { code: 'demo_account' } });
  }),
);

test(
  'nobody makes an account from outside',
  withRollback(async (db) => {
    const { call } = await office(db);
    const body = { ...right, email: 'new@example.org', name: 'New' };
    expect((await call('POST /api/auth/sign-up/email', { body })).status).toBe(404);
  }),
);
