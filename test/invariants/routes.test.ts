import { describe, expect, test } from 'vitest';
import { allRoutes, createApp } from '../../server/app.ts';
import { library } from '../../server/auth/library.ts';
import { contract } from '../../server/routes/contract/index.ts';
import type { RouteDef } from '../../server/routes/route.ts';
import { signedInAs, staff, testDeps } from '../support/deps.ts';

const assets = async () => null;
const address = () => '192.0.2.1';
const routes = allRoutes(assets);
const lineOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const forStaff = routes.filter(({ who }) => Array.isArray(who));
const appOf = (deps = testDeps()) => createApp(deps, { assets, addressOf: address });

/** An address that a path pattern matches. */
const example = (path: string) =>
  path.replaceAll(/:\w+(\{[^}]*\})?/g, '00000000-0000-4000-8000-000000000001').replace('*', 'x');

const call = (def: RouteDef, deps = testDeps(), headers: Record<string, string> = {}) =>
  appOf(deps).request(`http://localhost:8080${example(def.path)}`, { method: def.method, headers });

test('every route of the application is declared, with who may call it', () => {
  const declared = new Set(routes.map(lineOf));
  const registered = appOf()
    .routes.filter(({ method }) => method !== 'ALL')
    .map(lineOf);
  expect(registered.filter((line) => !declared.has(line))).toEqual([]);
  expect(registered.length).toBeGreaterThan(routes.length);
});

test('no route is declared twice', () => {
  const lines = routes.map(lineOf);
  expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
});

test('a route for anyone says why that is right, and one for staff names a role', () => {
  const unsaid = routes.filter(({ who }) =>
    Array.isArray(who) ? who.length === 0 : typeof who === 'object' && 'anyone' in who && who.anyone.length < 10,
  );
  expect(unsaid.map(lineOf)).toEqual([]);
});

test('a route that reads takes no body, and one that changes has a limit', () => {
  expect(routes.filter(({ method, limit }) => method === 'GET' && limit > 0).map(lineOf)).toEqual([]);
  expect(routes.filter(({ limit }) => !Number.isInteger(limit) || limit > 32 * 1024 * 1024).map(lineOf)).toEqual([]);
});

test('every endpoint of the contract is served, and nothing else is under /api/v1', () => {
  const promised = Object.keys(contract).map((key) => key.replaceAll(/\{(\w+)\}/g, ':$1'));
  const served = routes.filter(({ path }) => path.startsWith('/api/v1/')).map(lineOf);
  expect(served.sort()).toEqual(promised.sort());
});

/** Paths that the sign-in library and its plugins have of their own; none is served but those we declare. */
function libraryPaths(): { method: string; path: string }[] {
  const { db, env, log } = testDeps();
  const endpoints: { path?: string; options: { method?: string | string[] } }[] = Object.values(
    library({ db, env, log }).api,
  );
  return endpoints.flatMap(({ path, options }) =>
    path === undefined ? [] : [options.method ?? 'GET'].flat().map((method) => ({ method, path: `/api/auth${path}` })),
  );
}

test('no path of the sign-in library is reachable but those that are declared', async () => {
  const declared = new Set(routes.map(lineOf));
  const undeclared = libraryPaths().filter((one) => !declared.has(lineOf(one)));
  expect(undeclared.length).toBeGreaterThan(30);
  const open: string[] = [];
  for (const { method, path } of undeclared) {
    const asked = { method, headers: { origin: 'http://localhost:8080' } };
    const { status } = await appOf().request(`http://localhost:8080${example(path)}`, asked);
    if (status !== 404) open.push(`${method} ${path}`);
  }
  expect(open).toEqual([]);
});

test('every route under /api/auth that needs a session works while its owner is held back, and takes no key', () => {
  const own = forStaff.filter(({ path }) => path.startsWith('/api/auth/'));
  expect(own.filter(({ evenHeld, scope }) => !evenHeld || scope !== undefined).map(lineOf)).toEqual([]);
});

describe.skipIf(forStaff.length === 0)('routes for staff', () => {
  test('nobody unknown passes', async () => {
    const open: string[] = [];
    for (const def of forStaff) if ((await call(def)).status !== 401) open.push(lineOf(def));
    expect(open).toEqual([]);
  });

  test('who must first choose a password or set up a second step passes nowhere else', async () => {
    const deps = testDeps();
    const everything = staff('officer', 'analyst', 'interviewer', 'administrator');
    const open: string[] = [];
    for (const held of ['password', 'two_step'] as const) {
      const auth = signedInAs(deps.auth, { ...everything, held } as typeof everything);
      const headers = { origin: 'http://localhost:8080' };
      for (const def of forStaff.filter(({ evenHeld }) => !evenHeld))
        if ((await call(def, { ...deps, auth }, headers)).status !== 403) open.push(lineOf(def));
    }
    expect(open).toEqual([]);
    const allowed = forStaff.filter(({ evenHeld, path }) => evenHeld && !path.startsWith('/api/auth/'));
    expect(allowed.map(lineOf)).toEqual(['GET /api/v1/me']);
  });

  test('a key without the scope passes nowhere', async () => {
    const deps = testDeps();
    const auth = signedInAs(deps.auth, { kind: 'key', id: deps.newId(), name: 'A program', scopes: [] });
    const open: string[] = [];
    for (const def of forStaff) if ((await call(def, { ...deps, auth })).status !== 403) open.push(lineOf(def));
    expect(open).toEqual([]);
  });

  test('a change that another site sends for somebody signed in is refused', async () => {
    const deps = testDeps();
    const auth = signedInAs(deps.auth, staff('officer', 'analyst', 'interviewer', 'administrator'));
    const changing = forStaff.filter(({ method }) => method !== 'GET');
    const open: string[] = [];
    for (const headers of [{ origin: 'https://elsewhere.example' }, {}] as Record<string, string>[]) {
      for (const def of changing)
        if ((await call(def, { ...deps, auth }, headers)).status !== 403) open.push(lineOf(def));
    }
    expect(open).toEqual([]);
  });
});
