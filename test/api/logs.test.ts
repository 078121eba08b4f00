import { expect, test, vi } from 'vitest';
import { RefusedError } from '../../channels/errors.ts';
import { connect, type Db } from '../../db/connect.ts';
import { createAccount } from '../../server/actions/account/create.ts';
import { createKey } from '../../server/actions/key/create.ts';
import { as, caller } from '../support/api.ts';
import { browser as staffBrowser } from '../support/browser.ts';
import { withRollback } from '../support/database.ts';
import { staff, type TestDeps, testClock, testDeps, testEnv } from '../support/deps.ts';
import { halo, mailEnv, mailServer, putHalo, rawMail, replyTo } from '../support/halo.ts';
import { browser } from '../support/resident.ts';
import { freePort } from '../support/server.ts';
import { putSurvey, type SurveyFixture } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';
import { appCode } from '../support/totp.ts';
import { connected, provider, work } from '../work/field.ts';

/** What nobody but the people in this test is called, gave or was sent. */
const canary = {
  name: 'Zebedee Quillfeather',
  staff: 'zebedee.staff@example.org',
  email: 'zebedee.resident@example.org',
  phone: '+447700900777',
  address: '77 Canary Wharf Lane',
  answer: 'The xylophone lift is broken',
  comment: 'Our quagmire of a wall is wet',
  password: 'marmalade orbit teapot',
  wrong: 'wombat kettle gravel',
};

/** Secrets that come up on the way. */
type Secrets = string[];

async function signInRightAndWrong(deps: TestDeps, secrets: Secrets) {
  const { ask, jar } = staffBrowser(caller(deps));
  const right = { email: canary.staff, password: canary.password };
  await ask('POST /api/auth/sign-in/email', { body: { ...right, password: canary.wrong } });
  await ask('POST /api/auth/sign-in/email', { body: { email: canary.email, password: canary.wrong } });
  await ask('POST /api/auth/sign-in/email', { body: right });
  secrets.push(...[...jar.values()].map((value) => decodeURIComponent(value).split('.')[0] ?? ''));
  const made = (await ask('POST /api/auth/two-step/set-up', { body: { password: canary.password } })).body as {
    uri: string;
    codes: string[];
  };
  const code = appCode(made.uri);
  secrets.push(new URL(made.uri).searchParams.get('secret') ?? '', ...made.codes, code);
  await ask('POST /api/auth/two-step/confirm', { body: { code: '000000' } });
  expect((await ask('POST /api/auth/two-step/confirm', { body: { code } })).status).toBe(200);
  await ask('POST /api/auth/sign-out');
  await ask('POST /api/auth/sign-in/email', { body: right });
  await ask('POST /api/auth/sign-in/code', { body: { recovery: 'aaaaa-bbbbb' } });
  expect((await ask('POST /api/auth/sign-in/code', { body: { recovery: made.codes[0] } })).status).toBe(200);
  const { secret } = await createKey(deps, staff('administrator'), { name: canary.name, scopes: ['me:read'] });
  secrets.push(secret);
  await caller(deps)('GET /api/v1/home', { headers: { authorization: `Bearer ${secret}` } });
  await ask('POST /api/auth/oidc');
  await ask(`GET /api/auth/oidc/callback?state=${canary.wrong}&code=${canary.wrong}`);
}

async function importWithABadRow(deps: TestDeps) {
  const heading = 'Person reference,Forename,Surname,DOB,Mobile,Email,Address 1,Post code';
  const rows = [
    `Z1,Zebedee,Quillfeather,1980-01-31,${canary.phone},${canary.email},${canary.address},OX1 1AA`,
    `Z2,Zebedee,Quillfeather,31/31/1980,not ${canary.phone},${canary.email}@,${canary.address},`,
  ];
  const body = { csv: [heading, ...rows].join('\r\n'), apply: true, skipBroken: true };
  const call = caller(as(deps, staff('officer')));
  const answer = await call('POST /api/v1/residents/import?filename=Quillfeather.csv', { body });
  expect(answer.status).toBe(200);
}

async function answerByWebAndText(deps: TestDeps, { people }: SurveyFixture) {
  const me = browser(deps);
  const path = `/s/${people[0]?.code}`;
  await me.post(path, { question: 'stairs', answer: 'dirty', action: 'save' });
  await me.post(path, { question: 'words', answer: canary.answer, action: 'save' });
  await me.post('/s', { code: `${canary.phone} ${canary.name}` });
  const phone = telephone(deps, canary.phone);
  await phone.text(canary.answer);
  const forged = await phone.post(
    { MessageSid: 'SMx', From: canary.phone, To: '+441134960000', Body: canary.answer },
    'forged',
  );
  expect(forged.status).toBe(403);
}

async function bringMail(deps: TestDeps) {
  const bring = mailServer(deps);
  const from = `${canary.name} <${canary.email}>`;
  const answer = await bring(rawMail({ From: from, To: await replyTo(deps), Subject: canary.name }, canary.comment));
  expect(answer.status).toBe(204);
  await bring(rawMail({ From: from, To: 'nobody@reply.example.org', Subject: canary.address }, canary.comment));
}

/** Every other way in which something goes wrong, each with personal words in what is thrown. */
async function goWrong(deps: TestDeps, code: string) {
  const words = `${canary.name}, ${canary.address}, ${canary.phone} said: ${canary.answer}`;
  const thrown = Object.assign(new TypeError(words), { code: canary.phone, detail: words, query: canary.password });
  const broken = { ...deps, auth: { ...deps.auth, actor: () => Promise.reject(thrown) } };
  expect((await caller(broken)('GET /api/v1/home')).status).toBe(500);
  const away = connect(`postgres://nobody@127.0.0.1:${await freePort()}/none`, { max: 1 });
  const { log, logged, clock, env } = deps;
  const without = testDeps({ db: away, log, logged, clock, env });
  const body = { email: canary.staff, password: canary.password };
  expect((await caller(without)('POST /api/auth/sign-in/email', { body })).status).toBe(503);
  await browser(without).post(`/s/${code}`, { question: 'words', answer: canary.answer, action: 'save' });
  await away.end({ timeout: 1 });
}

async function failAtTheProvider(db: Db, deps: TestDeps) {
  const refused = () => new RefusedError(`${canary.email} of ${canary.name} refused`, `550 ${canary.email}`, 'hard');
  const email = provider('email', refused);
  const world = await connected(db, [{}], { email });
  await db`update residents set given_name = ${canary.name}, email = ${canary.email} where phone is distinct from ${canary.phone}`;
  await work({ ...world, log: deps.log });
}

test(
  'a day of the product, right and wrong, leaves no name, number, address, answer, code or secret in a log line',
  withRollback(async (db) => {
    const said: string[] = [];
    for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, way).mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' ')));
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const { oidc } = testEnv({ OIDC_ISSUER: nobody, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: canary.wrong });
    const env = { ...twilioEnv(), inboundEmailSecret: mailEnv().inboundEmailSecret, oidc };
    const survey = await putSurvey(db, {
      residents: [{ name: canary.name, phone: canary.phone, email: canary.email }],
    });
    const deps = testDeps({ db, env, clock: testClock('2026-11-23T10:00:00Z'), newId: () => crypto.randomUUID() });
    await createAccount(deps, staff('administrator'), {
      name: canary.name,
      email: canary.staff,
      roles: ['officer'],
      password: canary.password,
    });
    const code = survey.people[0]?.code ?? '';
    const secrets: Secrets = [code];
    await signInRightAndWrong(deps, secrets);
    await importWithABadRow(deps);
    await answerByWebAndText(deps, survey);
    await putHalo(db);
    await db`update residents set given_name = ${canary.name} where id = ${halo.residentId}`;
    await bringMail(deps);
    await goWrong(deps, code);
    const lines = deps.logged.map((line) => JSON.stringify(line));
    expect(lines.join()).toContain('request_failed');
    expect(lines.join()).toContain('database_away');
    const words = [
      'Zebedee',
      'Quillfeather',
      'Canary Wharf',
      'xylophone',
      'quagmire',
      '7700900777',
      ...Object.values(canary),
    ];
    const leaks = [...words, ...secrets].filter((secret) => [...lines, ...said].some((line) => line.includes(secret)));
    expect(secrets.length).toBeGreaterThan(12);
    expect(leaks).toEqual([]);
  }),
);

test(
  'a provider that quotes an address in what it says leaves it out of the log',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    await failAtTheProvider(db, deps);
    expect(deps.logged.map((line) => JSON.stringify(line)).join()).not.toMatch(/Zebedee|Quillfeather|@example/);
    expect(deps.logged.length).toBeGreaterThan(0);
  }),
);
