import { expect, test } from 'vitest';
import { createKey } from '../../server/actions/key/create.ts';
import type { EndpointDef } from '../../server/routes/contract/define.ts';
import { contract } from '../../server/routes/contract/index.ts';
import { allScopes, mayGive, rolesOfScope } from '../../server/routes/contract/scopes.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}`, origin: '' });
const endpoints = Object.entries<EndpointDef>(contract);
const example = (path: string) => path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000001');

test(
  'each scope opens its own endpoints and no other: every key against every endpoint',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    const call = caller(deps);
    const wrong: string[] = [];
    for (const scope of allScopes()) {
      const { secret } = await createKey(deps, staff('administrator'), { name: scope, scopes: [scope] });
      for (const [line, def] of endpoints.filter(([, { scope: needed }]) => needed !== scope)) {
        const answer = await call(example(line), { headers: bearer(secret) });
        if (answer.status !== 403 || !answer.text.includes(def.scope)) wrong.push(`${scope} at ${line}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(allScopes().length).toBeGreaterThan(10);
  }),
);

test('a scope is the work of those who may call all that asks for it, and there is none for nobody', () => {
  expect(allScopes().filter((scope) => rolesOfScope(scope).length === 0)).toEqual([]);
  expect(rolesOfScope('keys:write')).toEqual(['administrator']);
  expect(mayGive(['interviewer'], 'me:read')).toBe(true);
  expect(mayGive(['officer', 'analyst'], 'staff:write')).toBe(false);
});

test(
  'nobody gives a key more than they may do themselves: not a person, and not a key that makes keys',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    const { secret } = await createKey(deps, staff('administrator'), {
      name: 'Maker',
      scopes: ['keys:write', 'settings:read'],
    });
    const made = (scopes: string[]) =>
      caller(deps)('POST /api/v1/keys', { headers: bearer(secret), body: { name: 'Made', scopes } });
    expect(await made(['settings:read'])).toMatchObject({ status: 200 });
    expect(await made(['settings:read', 'staff:write'])).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  }),
);

test(
  'a key works to the end of its last day',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    const admin = caller(as(deps, staff('administrator')));
    const body = { name: 'Exports', scopes: ['settings:read'], expiresOn: '2026-11-24' };
    const { secret } = (await admin('POST /api/v1/keys', { body })).body as { secret: string };
    const asked = () => caller(deps)('GET /api/v1/landlord', { headers: bearer(secret) });
    deps.clock.set('2026-11-24T23:59:00Z');
    expect((await asked()).status).toBe(200);
    deps.clock.set('2026-11-25T00:00:00Z');
    expect((await asked()).status).toBe(401);
    expect(await admin('GET /api/v1/keys')).toMatchObject({
      body: { items: [{ expiresAt: '2026-11-25T00:00:00.000Z', lastUsedAt: '2026-11-24T23:59:00.000Z' }] },
    });
    expect(await admin('POST /api/v1/keys', { body })).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'body.expiresOn' }] },
    });
  }),
);
