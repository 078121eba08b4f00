import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { createAccount } from '../../server/actions/account/create.ts';
import type { Role } from '../../server/actor.ts';
import { as, caller } from '../support/api.ts';
import { browser } from '../support/browser.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';

const password = 'a long enough one';
const signInLine = 'POST /api/auth/sign-in/email';
const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36';

/** An office with one administrator, who acts through `admin`. */
async function office(db: Db) {
  const deps = testDeps({ db });
  const add = (name: string, roles: Role[]) =>
    createAccount(deps, staff('administrator'), { name, email: `${name.toLowerCase()}@example.org`, roles, password });
  const id = await add('Ada', ['administrator']);
  const admin = caller(as(deps, { kind: 'staff', id, name: 'Ada', roles: ['administrator'] }));
  const call = caller(deps);
  return { deps, add, id, admin, call };
}

test(
  'a new person signs in with a first password, chooses their own, and can do nothing else before',
  withRollback(async (db) => {
    const { admin, call } = await office(db);
    const body = { name: 'Sam O', email: 'sam@example.org', roles: ['officer'] };
    const made = (await admin('POST /api/v1/accounts', { body })).body as { password: string };
    expect(made.password).toMatch(/^[a-z2-9]{20}$/);
    const { ask } = browser(call);
    await ask(signInLine, { body: { email: body.email, password: made.password } });
    expect(await ask('GET /api/v1/me')).toMatchObject({ body: { held: 'password' } });
    expect(await ask('GET /api/v1/home')).toMatchObject({ status: 403, body: { code: 'must_change_password' } });
    const change = (next: string) => ask('POST /api/auth/change-password', { body: { current: made.password, next } });
    for (const weak of ['Sam-O-sam-2026!', 'password12345', made.password]) {
      expect(await change(weak)).toMatchObject({ status: 400, body: { code: 'weak_password' } });
    }
    expect(await change('teapot gravel orbit')).toMatchObject({ status: 200 });
    expect(await ask('GET /api/v1/home')).toMatchObject({ status: 200 });
  }),
);

test(
  'a session list tells devices apart, and one or all of them end',
  withRollback(async (db) => {
    const { add, call } = await office(db);
    await add('Priya', ['officer']);
    const body = { email: 'priya@example.org', password };
    const [here, there] = [browser(call).ask, browser(call).ask];
    await there(signInLine, { body, headers: { 'user-agent': 'odd' } });
    await here(signInLine, { body, headers: { 'user-agent': chrome } });
    const { items } = (await here('GET /api/auth/sessions')).body as { items: { id: string }[] };
    expect(items).toMatchObject([
      { here: true, device: { browser: 'Chrome', system: 'Windows' } },
      { here: false, device: { browser: null, system: null } },
    ]);
    expect(await there('POST /api/auth/sessions/end', { body: { id: 'another' } })).toMatchObject({ status: 404 });
    await here('POST /api/auth/sessions/end', { body: { id: items[1]?.id } });
    expect(await there('GET /api/v1/me')).toMatchObject({ status: 401 });
    expect(await here('GET /api/v1/me')).toMatchObject({ status: 200 });
    await here('POST /api/auth/sessions/end-all');
    expect(await here('GET /api/v1/me')).toMatchObject({ status: 401 });
    const [kept] = await db<{ all: string }[]>`select coalesce(string_agg(ip_address, ''), '') as all from session`;
    expect(kept?.all).toBe('');
  }),
);

test(
  'an administrator signs somebody out everywhere, and gives them a new first password',
  withRollback(async (db) => {
    const { add, admin, call } = await office(db);
    const id = await add('Priya', ['officer']);
    const { ask } = browser(call);
    const body = { email: 'priya@example.org', password };
    await ask(signInLine, { body });
    expect(await admin(`POST /api/v1/accounts/${id}/sign-out`)).toMatchObject({ body: { count: 1 } });
    expect(await ask('GET /api/v1/me')).toMatchObject({ status: 401 });
    const fresh = (await admin(`POST /api/v1/accounts/${id}/password`)).body as { password: string };
    expect(await ask(signInLine, { body })).toMatchObject({ status: 401 });
    await ask(signInLine, { body: { ...body, password: fresh.password } });
    expect(await ask('GET /api/v1/me')).toMatchObject({ body: { held: 'password' } });
  }),
);

test(
  'removing somebody says what passes to whom, ends their sessions at once, and keeps them out',
  withRollback(async (db) => {
    const { add, admin, deps, call } = await office(db);
    const id = await add('Priya', ['administrator']);
    const { ask } = browser(call);
    const body = { email: 'priya@example.org', password };
    await ask(signInLine, { body });
    const hers = caller(as(deps, { kind: 'staff', id, name: 'Priya', roles: ['administrator'] }));
    await hers('POST /api/v1/keys', { body: { name: 'Repairs system', scopes: ['settings:read'] } });
    expect(await admin(`GET /api/v1/accounts/${id}/leaving`)).toMatchObject({
      body: { sessions: 1, keys: ['Repairs system'], administrators: ['Ada'] },
    });
    expect(await admin(`DELETE /api/v1/accounts/${id}`)).toMatchObject({ status: 200 });
    expect(await ask('GET /api/v1/me')).toMatchObject({ status: 401 });
    expect(await ask(signInLine, { body })).toMatchObject({ status: 401, body: { code: 'wrong_sign_in' } });
    expect(await admin('GET /api/v1/accounts')).toMatchObject({
      body: { items: [{ name: 'Ada' }, { name: 'Priya', roles: [] }] },
    });
  }),
);

test(
  'the last administrator stays one, whoever asks otherwise',
  withRollback(async (db) => {
    const { add, admin, id, deps } = await office(db);
    await add('Priya', ['officer']);
    const another = caller(as(deps, staff('administrator')));
    for (const ask of [admin, another]) {
      expect(await ask(`DELETE /api/v1/accounts/${id}`)).toMatchObject({ body: { code: 'last_administrator' } });
      expect(await ask(`PATCH /api/v1/accounts/${id}`, { body: { roles: ['officer'] } })).toMatchObject({
        status: 409,
        body: { code: 'last_administrator' },
      });
    }
  }),
);

test(
  'signing in is audited, right or wrong, and never with what was typed',
  withRollback(async (db) => {
    const { add, call } = await office(db);
    const id = await add('Priya', ['officer']);
    const body = { email: 'priya@example.org', password };
    await call(signInLine, { body: { ...body, password: 'wrong' } });
    await call(signInLine, { body: { ...body, email: 'nobody@example.org' } });
    await call(signInLine, { body });
    expect(await db`select actor, action, subject, detail from audit_log order by id desc limit 3`).toEqual([
      { actor: `staff:${id}`, action: 'account.sign_in', subject: id, detail: { way: 'password' } },
      { actor: 'system', action: 'account.sign_in_failed', subject: null, detail: { step: 'password' } },
      { actor: 'system', action: 'account.sign_in_failed', subject: id, detail: { step: 'password' } },
    ]);
  }),
);
