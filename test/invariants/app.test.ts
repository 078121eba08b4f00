import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { problemFrom, problems } from '../../server/problem.ts';
import { openApi } from '../../server/routes/api/openapi.ts';
import { contract } from '../../server/routes/contract/index.ts';
import { testDeps, testEnv } from '../support/deps.ts';

const appOf = (deps = testDeps()) => createApp(deps, { assets: async () => null, addressOf: () => '192.0.2.1' });

test('a database that is away is a 503 that says when to try again, and a line in the log', async () => {
  const deps = testDeps();
  const answer = await appOf(deps).request('/readyz');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ code: 'database_away', type: 'urn:earshot:problem:database_away' });
  expect(deps.logged).toMatchObject([{ level: 'warn', event: 'database_away', route: 'GET /readyz', status: 503 }]);
});

test('being alive needs no database', async () => {
  expect((await appOf().request('/healthz')).status).toBe(200);
});

test('a body where none is taken is refused, whether or not its length is told', async () => {
  const told = await appOf().request('/healthz', { method: 'POST', body: 'x' });
  expect(told.status).toBe(404);
  const policy = (await appOf().request('/nowhere')).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'self'");
});

test('a browser is told to insist on https only where the public address is https', async () => {
  const at = (url: string) => appOf(testDeps({ env: testEnv({ PUBLIC_URL: url }) })).request('/healthz');
  const [plain, secure] = await Promise.all([at('http://localhost:8080'), at('https://survey.example.org')]);
  expect(plain.headers.has('strict-transport-security')).toBe(false);
  expect(secure.headers.has('strict-transport-security')).toBe(true);
});

test('constraint violations and strangers become problems in one place', () => {
  const failed = (code: string) => problemFrom(Object.assign(new Error('secret words'), { code }));
  expect(failed('23505').code).toBe('already_exists');
  expect(failed('23503').code).toBe('still_used');
  expect(failed('57P01').code).toBe('database_away');
  expect(failed('XX000')).toMatchObject({ status: 500, code: 'unexpected' });
  expect(JSON.stringify(failed('XX000'))).not.toContain('secret words');
});

test('every problem has a code of its own form', () => {
  const made = [
    problems.notFound('wave'),
    problems.tooMany(30),
    problems.badInput([{ path: 'body.name', message: 'Required' }]),
  ];
  expect(made.map(({ code }) => code)).toEqual(['not_found', 'too_many', 'bad_input']);
  expect(problems.badInput([{ path: 'a', message: 'b' }]).faults).toEqual([{ path: 'a', message: 'b' }]);
});

test('the OpenAPI document describes every endpoint of the contract', async () => {
  const document = openApi(contract, 'http://localhost:8080');
  const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((m) => `${m.toUpperCase()} ${path}`),
  );
  expect(listed.sort()).toEqual(Object.keys(contract).sort());
  expect(document.openapi).toBe('3.1.0');
});

test.each([
  ['http://localhost:8080', 'earshot.session_token'],
  ['https://ask.example.org', '__Secure-earshot.session_token'],
])('at %s the OpenAPI document calls the session cookie %s', (publicUrl, name) => {
  expect(openApi(contract, publicUrl).components.securitySchemes.session).toMatchObject({ in: 'cookie', name });
});
