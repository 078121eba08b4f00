import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { createAccount } from '../../server/actions/account/create.ts';
import { removeAccount } from '../../server/actions/account/remove.ts';
import type { Role } from '../../server/actor.ts';
import { as, caller } from '../support/api.ts';
import { browser } from '../support/browser.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { staff, testDeps, testEnv } from '../support/deps.ts';
import { freePort, startServer } from '../support/server.ts';
import { type OidcStandin, startOidc, walk } from '../support/standins/oidc.ts';

const origin = 'http://localhost:8080';
const redirectUri = `${origin}/api/auth/oidc/callback`;
const account = { name: 'Priya S', email: 'priya@example.org', password: 'a long enough one' };
const priya = { sub: 'p-priya', email: 'Priya@example.org', email_verified: true };

let oidc: OidcStandin;
beforeAll(async () => {
  oidc = await startOidc(redirectUri);
});
afterAll(() => oidc.close());

const settings = (more: Record<string, string> = {}) => ({
  OIDC_ISSUER: oidc.url,
  OIDC_CLIENT_ID: oidc.clientId,
  OIDC_CLIENT_SECRET: oidc.clientSecret,
  ...more,
});

async function office(
  db: Db,
  { roles = ['officer'] as Role[], ...more }: { roles?: Role[]; [name: string]: unknown } = {},
) {
  oidc.person = priya;
  const deps = testDeps({ db, env: testEnv(settings(more as Record<string, string>)) });
  const id = await createAccount(deps, staff('administrator'), { ...account, roles });
  return { deps, id, ...browser(caller(deps)) };
}

type Ask = ReturnType<typeof browser>['ask'];

const start = async (ask: Ask) => ((await ask('POST /api/auth/oidc')).body as { url: string }).url;
const come = (ask: Ask, { pathname, search }: URL) => ask(`GET ${pathname}${search}`);
/** The whole round: to the provider and back. */
const round = async (ask: Ask) => come(ask, await walk(await start(ask), redirectUri));
const refusedAs = (code: string) => ({ status: 303, location: `/console?refused=${code}` });
const told = ({ status, headers }: Awaited<ReturnType<Ask>>) => ({ status, location: headers.get('location') });

test(
  'who has an account comes in by a verified address, and by what the provider calls them from then on',
  withRollback(async (db) => {
    const { ask } = await office(db);
    expect(await ask('GET /api/auth/ways')).toMatchObject({ body: { provider: 'Microsoft' } });
    expect(told(await round(ask))).toEqual({ status: 303, location: '/console' });
    expect(await ask('GET /api/v1/me')).toMatchObject({ body: { name: 'Priya S', roles: ['officer'] } });
    oidc.person = { sub: priya.sub, email: 'married@example.org', email_verified: true };
    await ask('POST /api/auth/sign-out');
    expect(told(await round(ask))).toEqual({ status: 303, location: '/console' });
    const kept = await db<{ stored: string }[]>`select string_agg(a::text, ' ') as stored from account a`;
    expect(kept[0]?.stored).not.toMatch(/eyJ/);
  }),
);

test.each([
  ['an address nobody has here', { sub: 'x', email: 'sam@example.org', email_verified: true }, 'provider_unknown'],
  ['an address that is not verified', { ...priya, email_verified: false }, 'provider_unverified'],
  ['no address', { sub: 'x' }, 'provider_unknown'],
])('%s is told in its own words', (_what, person, code) =>
  withRollback(async (db) => {
    const { ask } = await office(db);
    oidc.person = person;
    expect(told(await round(ask))).toEqual(refusedAs(code));
    expect(await ask('GET /api/v1/me')).toMatchObject({ status: 401 });
    const [last] = await db`select action, subject from audit_log order by id desc limit 1`;
    expect(last).toEqual({ action: 'account.sign_in_failed', subject: null });
  })(),
);

test(
  'somebody else who was given the address of a colleague does not get their account',
  withRollback(async (db) => {
    const { ask } = await office(db);
    await round(ask);
    await ask('POST /api/auth/sign-out');
    oidc.person = { ...priya, sub: 'p-another' };
    expect(told(await round(ask))).toEqual(refusedAs('provider_other'));
  }),
);

test(
  'who was removed does not come back by the provider',
  withRollback(async (db) => {
    const { ask, deps, id } = await office(db);
    await round(ask);
    await createAccount(deps, staff('administrator'), {
      ...account,
      email: 'ada@example.org',
      roles: ['administrator'],
    });
    await removeAccount(deps, staff('administrator'), id);
    expect(await ask('GET /api/v1/me')).toMatchObject({ status: 401 });
    expect(told(await round(ask))).toEqual(refusedAs('provider_unknown'));
  }),
);

test(
  'an answer works once, in the browser that asked, and with the code that belongs to it',
  withRollback(async (db) => {
    const { ask, deps } = await office(db);
    const first = await walk(await start(ask), redirectUri);
    expect(told(await come(browser(caller(deps)).ask, first))).toEqual(refusedAs('provider_late'));
    expect(told(await come(ask, first))).toEqual({ status: 303, location: '/console' });
    expect(told(await come(ask, first))).toEqual(refusedAs('provider_late'));
    const second = await walk(await start(ask), redirectUri);
    second.searchParams.set('code', first.searchParams.get('code') ?? '');
    expect(told(await come(ask, second))).toEqual(refusedAs('provider_late'));
  }),
);

test(
  'a state that is not ours, a nonce that is not, and another issuer are refused',
  withRollback(async (db) => {
    const { ask } = await office(db);
    const back = await walk(await start(ask), redirectUri);
    back.searchParams.set('state', 'another');
    expect(told(await come(ask, back))).toEqual(refusedAs('provider_late'));
    const tampered = new URL(await start(ask));
    tampered.searchParams.set('nonce', 'another');
    expect(told(await come(ask, await walk(tampered.href, redirectUri)))).toEqual(refusedAs('provider_refused'));
    const mixed = await walk(await start(ask), redirectUri);
    expect(mixed.searchParams.get('iss')).toBe(oidc.url);
    mixed.searchParams.set('iss', 'https://elsewhere.example');
    expect(told(await come(ask, mixed))).toEqual(refusedAs('provider_refused'));
  }),
);

test(
  'a provider that calls itself otherwise than configured, or is not there, is told plainly',
  withRollback(async (db) => {
    const other = testEnv(settings({ OIDC_ISSUER: oidc.url.replace('127.0.0.1', 'localhost') }));
    expect(await caller(testDeps({ db, env: other }))('POST /api/auth/oidc')).toMatchObject({
      status: 403,
      body: { code: 'provider_refused' },
    });
    const nobody = testEnv(settings({ OIDC_ISSUER: `http://127.0.0.1:${await freePort()}` }));
    expect(await caller(testDeps({ db, env: nobody }))('POST /api/auth/oidc')).toMatchObject({
      status: 503,
      body: { code: 'provider_away' },
    });
    expect(await caller(testDeps({ db }))('POST /api/auth/oidc')).toMatchObject({ status: 404 });
  }),
);

test(
  'where passwords are off, who is linked uses the provider, and the only administrator still has a password',
  withRollback(async (db) => {
    const { ask, deps } = await office(db, { OIDC_NAME: 'Millbrook' });
    const body = { email: account.email, password: account.password };
    const administrator = caller(as(deps, staff('administrator')));
    await administrator('PUT /api/v1/landlord', { body: { name: 'Millbrook Homes', passwordSignIn: false } });
    expect(await ask('POST /api/auth/sign-in/email', { body })).toMatchObject({ status: 200 });
    await round(ask);
    expect(await ask('POST /api/auth/sign-in/email', { body })).toMatchObject({
      status: 403,
      body: { code: 'password_off', detail: 'Use the button “Sign in with Millbrook”.' },
    });
    await db`update "user" set role = 'administrator'`;
    expect(await ask('POST /api/auth/sign-in/email', { body })).toMatchObject({ status: 200 });
  }),
);

test('the whole round works over real sockets, with the server as it is run', async () => {
  const clone = await cloneDatabase();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const real = await startOidc(`${url}/api/auth/oidc/callback`);
  try {
    real.person = priya;
    await createAccount(testDeps({ db: clone.db }), staff('administrator'), { ...account, roles: ['analyst'] });
    const server = await startServer({
      DATABASE_URL: clone.url,
      SECRET: 'test-'.repeat(8),
      PORT: String(port),
      ...settings({ OIDC_ISSUER: real.url }),
    });
    try {
      const started = await fetch(`${url}/api/auth/oidc`, { method: 'POST', headers: { origin: url } });
      const { url: there } = (await started.json()) as { url: string };
      const cookie = started.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const back = await walk(there, `${url}/api/auth/oidc/callback`);
      const home = await fetch(back, { redirect: 'manual', headers: { cookie } });
      expect(home.headers.get('location')).toBe('/console');
      const session = home.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const me = await fetch(`${url}/api/v1/me`, { headers: { cookie: session } });
      expect(await me.json()).toMatchObject({ name: 'Priya S', roles: ['analyst'] });
    } finally {
      await server.remove();
    }
  } finally {
    await real.close();
    await clone.drop();
  }
});
