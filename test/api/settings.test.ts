import { expect, test } from 'vitest';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';

const landlord = {
  name: 'Millbrook Homes',
  shortName: 'Millbrook',
  phone: '01632 960123',
  address: ['1 High Street', 'Millbrook'],
  freepost: 'Freepost MILLBROOK',
  privacyContact: 'privacy@example.org',
};

test(
  'the landlord is asked for item by item until it is complete',
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff('administrator')));
    expect(await call('GET /api/v1/landlord')).toMatchObject({ status: 200, body: { missing: { length: 6 } } });
    expect(await call('PUT /api/v1/landlord', { body: landlord })).toMatchObject({ status: 200 });
    expect(await call('GET /api/v1/landlord')).toMatchObject({ body: { ...landlord, missing: [] } });
    expect(await call('GET /api/v1/me')).toMatchObject({
      body: { landlord: { name: 'Millbrook Homes', complete: true } },
    });
    expect(await call('GET /api/v1/audit')).toMatchObject({
      body: { items: [{ action: 'landlord.change', actorName: 'Test Person' }] },
    });
  }),
);

test.each([
  ['a time zone there is none of', { timeZone: 'Mars/Olympus' }, 'body.timeZone'],
  ['a language we do not speak', { languages: ['en', 'tlh'] }, 'body.languages'],
  ['a name for texts that makes them dear', { shortName: 'Mïllbrook' }, 'body.shortName'],
  ['a name for texts that is too long', { shortName: 'Millbrook Homes Ltd' }, 'body.shortName'],
  ['a 31st of February', { reportingYearStart: '02-31' }, 'body.reportingYearStart'],
])('%s is refused by name', (_name, body, path) =>
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff('administrator')));
    expect(await call('PUT /api/v1/landlord', { body })).toMatchObject({
      status: 400,
      body: { code: 'bad_input', faults: [{ path }] },
    });
  })(),
);

test(
  'an officer reads the landlord and does not change it',
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff('officer')));
    expect((await call('GET /api/v1/landlord')).status).toBe(200);
    expect(await call('PUT /api/v1/landlord', { body: landlord })).toMatchObject({
      status: 403,
      body: { code: 'not_allowed' },
    });
  }),
);

test(
  'a key does what its scopes say, until it is revoked',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    const admin = caller(as(deps, staff('administrator')));
    const made = (await admin('POST /api/v1/keys', { body: { name: 'Repairs system', scopes: ['settings:read'] } }))
      .body as { id: string; secret: string };
    const call = caller(deps);
    const headers = { authorization: `Bearer ${made.secret}`, origin: '' };
    expect((await call('GET /api/v1/landlord', { headers })).status).toBe(200);
    expect(await call('PUT /api/v1/landlord', { headers, body: landlord })).toMatchObject({
      status: 403,
      body: { detail: 'This key needs the scope settings:write.' },
    });
    expect(await call('GET /api/v1/home', { headers })).toMatchObject({ status: 403 });
    expect(await admin('GET /api/v1/keys')).toMatchObject({
      body: { items: [{ name: 'Repairs system', lastUsedAt: '2026-11-23T09:00:00.000Z', revokedAt: null }] },
    });
    expect((await admin(`DELETE /api/v1/keys/${made.id}`)).status).toBe(200);
    expect(await call('GET /api/v1/landlord', { headers })).toMatchObject({ status: 401 });
  }),
);

test(
  'the table of keys holds no key',
  withRollback(async (db) => {
    const admin = caller(as(testDeps({ db }), staff('administrator')));
    const made = (await admin('POST /api/v1/keys', { body: { name: 'Exports', scopes: ['settings:read'] } })).body as {
      secret: string;
    };
    expect(made.secret).toMatch(/^ek_[\w-]{43}$/);
    const [row] = await db<{ stored: string }[]>`select api_keys::text as stored from api_keys`;
    expect(row?.stored).not.toContain(made.secret.slice(3));
  }),
);

test.each([
  ['a scope there is none of', { name: 'X', scopes: ['everything'] }],
  ['no scope', { name: 'X', scopes: [] }],
])('a key with %s is refused', (_name, body) =>
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff('administrator')));
    expect(await call('POST /api/v1/keys', { body })).toMatchObject({ status: 400, body: { code: 'bad_input' } });
  })(),
);

test(
  'an administrator makes accounts, and cannot lock the last door behind themselves',
  withRollback(async (db) => {
    const me = staff('administrator');
    const call = caller(as(testDeps({ db }), me));
    const body = { name: 'Sam O', email: 'Sam@example.org', roles: ['officer'], password: 'a long enough one' };
    const made = await call('POST /api/v1/accounts', { body });
    expect(made.status).toBe(200);
    expect(await call('POST /api/v1/accounts', { body })).toMatchObject({
      status: 409,
      body: { code: 'already_exists' },
    });
    expect(await call('GET /api/v1/accounts')).toMatchObject({
      body: { items: [{ email: 'sam@example.org', roles: ['officer'] }] },
    });
    expect(await call(`PATCH /api/v1/accounts/${me.id}`, { body: { roles: ['officer'] } })).toMatchObject({
      status: 409,
      body: { code: 'own_account' },
    });
  }),
);

test(
  'a new installation says what it needs',
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff('officer')));
    expect(await call('GET /api/v1/home')).toMatchObject({
      body: { needs: [{ kind: 'landlord' }], field: [], learned: [], next: null },
    });
    expect(await call('GET /api/v1/me')).toMatchObject({
      body: { practice: ['sms', 'email'], banner: { level: 'practice' }, trayCount: 0 },
    });
    expect(await call('GET /api/v1/providers')).toMatchObject({
      body: { channels: { length: 3 }, print: { seenAt: null } },
    });
  }),
);

test(
  'an analyst meets no people on the home page',
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff('analyst')));
    expect(await call('GET /api/v1/home')).toMatchObject({ body: { needs: [] } });
  }),
);
