import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { createAccount } from '../../server/actions/account/create.ts';
import { resetTwoStep } from '../../server/actions/account/reset.ts';
import { as, caller } from '../support/api.ts';
import { browser } from '../support/browser.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { appCode } from '../support/totp.ts';

const account = {
  name: 'Priya S',
  email: 'priya@example.org',
  roles: ['officer'],
  password: 'a long enough one',
} as const;
const right = { email: account.email, password: account.password };
const signInLine = 'POST /api/auth/sign-in/email';
const codeLine = 'POST /api/auth/sign-in/code';

interface Made {
  uri: string;
  codes: string[];
}

async function office(db: Db) {
  const deps = testDeps({ db });
  const id = await createAccount(deps, staff('administrator'), account);
  const call = caller(deps);
  const { ask, jar } = browser(call);
  return { deps, id, call, ask, jar };
}

/** Somebody whose second step is on, and who is signed out again. */
async function withTwoStep(db: Db) {
  const world = await office(db);
  const { ask } = world;
  await ask(signInLine, { body: right });
  const made = (await ask('POST /api/auth/two-step/set-up', { body: { password: account.password } })).body as Made;
  const confirmed = await ask('POST /api/auth/two-step/confirm', { body: { code: appCode(made.uri) } });
  expect(confirmed).toMatchObject({ status: 200 });
  await ask('POST /api/auth/sign-out');
  return { ...world, ...made };
}

const actions = async (db: Db) =>
  (await db<{ action: string }[]>`select action from audit_log order by id`).map(({ action }) => action);

test(
  'a second step is set up, confirmed by a code, and asked for from then on',
  withRollback(async (db) => {
    const { ask, uri, codes } = await withTwoStep(db);
    expect(new URL(uri)).toMatchObject({ protocol: 'otpauth:', host: 'totp' });
    expect(new Set(codes).size).toBe(10);
    expect(await ask(signInLine, { body: right })).toMatchObject({ status: 200, body: { needs: 'code' } });
    expect(await ask('GET /api/v1/me')).toMatchObject({ status: 401 });
    expect(await ask(codeLine, { body: { code: appCode(uri, 1) } })).toMatchObject({ status: 200 });
    expect(await ask('GET /api/v1/me')).toMatchObject({ body: { name: 'Priya S' } });
    expect(await ask('GET /api/auth/two-step')).toMatchObject({ body: { on: true, codesLeft: 10 } });
    expect(await actions(db)).toEqual([
      'account.create',
      'account.sign_in',
      'account.start_two_step',
      'account.turn_on_two_step',
      'account.sign_in',
    ]);
  }),
);

test(
  'a secret that was not confirmed asks nothing of anybody',
  withRollback(async (db) => {
    const { ask } = await office(db);
    await ask(signInLine, { body: right });
    await ask('POST /api/auth/two-step/set-up', { body: { password: account.password } });
    expect(await ask('POST /api/auth/two-step/confirm', { body: { code: '000000' } })).toMatchObject({
      body: { code: 'wrong_code' },
    });
    expect(await ask(signInLine, { body: right })).toMatchObject({ body: { needs: null } });
  }),
);

test(
  'setting up needs the password, so that a desk left open does not lock its owner out',
  withRollback(async (db) => {
    const { ask } = await office(db);
    await ask(signInLine, { body: right });
    expect(await ask('POST /api/auth/two-step/set-up', { body: { password: 'not the one' } })).toMatchObject({
      status: 400,
      body: { code: 'wrong_password' },
    });
  }),
);

test(
  'one code is right once',
  withRollback(async (db) => {
    const { ask, uri } = await withTwoStep(db);
    const code = appCode(uri, 1);
    await ask(signInLine, { body: right });
    expect(await ask(codeLine, { body: { code } })).toMatchObject({ status: 200 });
    await ask('POST /api/auth/sign-out');
    await ask(signInLine, { body: right });
    expect(await ask(codeLine, { body: { code } })).toMatchObject({ status: 400, body: { code: 'wrong_code' } });
    expect(await ask('GET /api/v1/me')).toMatchObject({ status: 401 });
  }),
);

test(
  'a recovery code works once',
  withRollback(async (db) => {
    const { ask, codes } = await withTwoStep(db);
    const body = { recovery: codes[3] };
    await ask(signInLine, { body: right });
    expect(await ask(codeLine, { body })).toMatchObject({ status: 200 });
    expect(await ask('GET /api/auth/two-step')).toMatchObject({ body: { codesLeft: 9 } });
    await ask('POST /api/auth/sign-out');
    await ask(signInLine, { body: right });
    expect(await ask(codeLine, { body })).toMatchObject({ body: { code: 'wrong_code' } });
  }),
);

test(
  'five wrong codes end the try, and ten in a row close the door to right ones too',
  withRollback(async (db) => {
    const { ask, uri } = await withTwoStep(db);
    const wrong = async (from: number) =>
      (await ask(codeLine, { body: { code: '000000' }, headers: { 'x-from': `192.0.2.${from}` } })).body;
    for (const round of [0, 5]) {
      await ask(signInLine, { body: right });
      for (let i = 1; i <= 5; i += 1) expect(await wrong(round + i)).toMatchObject({ code: 'wrong_code' });
      expect(await wrong(round + 6)).toMatchObject({ code: round === 0 ? 'sign_in_again' : 'too_many' });
    }
    await ask(signInLine, { body: right });
    const refused = await ask(codeLine, { body: { code: appCode(uri, 1) } });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many' } });
    expect(await actions(db)).toContain('account.sign_in_failed');
  }),
);

test(
  'a code without a first step is nothing',
  withRollback(async (db) => {
    const { call, uri } = await withTwoStep(db);
    expect(await call(codeLine, { body: { code: appCode(uri) } })).toMatchObject({ body: { code: 'sign_in_again' } });
  }),
);

test(
  'whoever reads the tables has neither the secret nor a recovery code',
  withRollback(async (db) => {
    const { codes, uri } = await withTwoStep(db);
    const [row] = await db<{ stored: string }[]>`select string_agg(t::text, ' ') as stored from two_factor t`;
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    for (const plain of [...codes, secret]) expect(row?.stored).not.toContain(plain);
    const [kept] = await db<{ all: string }[]>`select string_agg(detail::text, ' ') as all from audit_log`;
    for (const plain of [...codes, secret, account.email]) expect(kept?.all).not.toContain(plain);
  }),
);

test(
  'it is turned off with the password, and new recovery codes spend the old ones',
  withRollback(async (db) => {
    const { ask, uri, codes } = await withTwoStep(db);
    await ask(signInLine, { body: right });
    await ask(codeLine, { body: { code: appCode(uri, 1) } });
    const { password } = account;
    const fresh = (await ask('POST /api/auth/two-step/codes', { body: { password } })).body as Made;
    expect(fresh.codes).toHaveLength(10);
    expect(fresh.codes).not.toContain(codes[0]);
    expect(await ask('POST /api/auth/two-step/turn-off', { body: { password: 'no' } })).toMatchObject({
      body: { code: 'wrong_password' },
    });
    expect(await ask('POST /api/auth/two-step/turn-off', { body: { password } })).toMatchObject({ status: 200 });
    expect(await ask(signInLine, { body: right })).toMatchObject({ body: { needs: null } });
  }),
);

test(
  'an administrator takes the second step of a lost phone away, which ends every session',
  withRollback(async (db) => {
    const { ask, deps, id, uri } = await withTwoStep(db);
    await ask(signInLine, { body: right });
    await ask(codeLine, { body: { code: appCode(uri, 1) } });
    await resetTwoStep(deps, staff('administrator'), id);
    expect(await ask('GET /api/v1/me')).toMatchObject({ status: 401 });
    expect(await ask(signInLine, { body: right })).toMatchObject({ body: { needs: null } });
    expect(await actions(db)).toContain('account.reset_two_step');
  }),
);

test(
  'where everybody needs one, who has none sets it up and can do nothing else before',
  withRollback(async (db) => {
    const { ask, deps } = await office(db);
    const administrator = caller(as(deps, staff('administrator')));
    await administrator('PUT /api/v1/landlord', { body: { name: 'Millbrook Homes', requireTwoStep: true } });
    await ask(signInLine, { body: right });
    expect(await ask('GET /api/v1/me')).toMatchObject({ body: { held: 'two_step' } });
    expect(await ask('GET /api/v1/home')).toMatchObject({ status: 403, body: { code: 'must_set_two_step' } });
    const { password } = account;
    const { uri } = (await ask('POST /api/auth/two-step/set-up', { body: { password } })).body as Made;
    await ask('POST /api/auth/two-step/confirm', { body: { code: appCode(uri) } });
    expect(await ask('GET /api/v1/home')).toMatchObject({ status: 200 });
    expect(await ask('POST /api/auth/two-step/turn-off', { body: { password } })).toMatchObject({
      status: 409,
      body: { code: 'two_step_required' },
    });
  }),
);
