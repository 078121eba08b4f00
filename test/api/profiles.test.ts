import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { type Alike, doneIn, panelId, personId, putBasis, putPanel, putStaff } from '../support/profiles.ts';

interface Shown {
  withheld: string | null;
  members: number;
  population: number;
  fields: {
    field: string;
    profile: boolean;
    index: number | null;
    unknown: { members: number; memberShare: number };
    groups: {
      code: string;
      population: number | null;
      members: number | null;
      ratio: number | null;
      signal: string;
      hidden: boolean;
    }[];
  }[];
  mend: { field: string; code: string; short: number; invite: number; query: object }[];
}

async function panel(db: Db, kinds: readonly Alike[], { grant = true, basis = true } = {}) {
  await putPanel(db, kinds);
  await putStaff(db, grant);
  if (basis) await putBasis(db);
  const deps = testDeps({ db });
  const call = caller(as(deps, staff('administrator')));
  const shown = (await call(`GET /api/v1/groups/${panelId}/representation`)).body as Shown;
  const field = (name: string) => shown.fields.find((each) => each.field === name);
  return { deps, call, shown, field };
}

test(
  'a resident is seen with source and date, "prefer not to say" apart from "not known", and each reading is recorded',
  withRollback(async (db) => {
    const { call, deps } = await panel(db, [{ living: 1, inPanel: 0, ethnicity: 'asian_pakistani' }]);
    const path = `/api/v1/residents/${personId(1)}/profile`;
    await call(`PUT ${path}/religion`, { body: { code: 'prefer_not_to_say' } });
    const { body } = await call(`GET ${path}`);
    const fields = (body as { fields: { field: string }[] }).fields;
    const one = (name: string) => fields.find(({ field }) => field === name);
    expect(one('ethnicity')).toMatchObject({
      state: 'known',
      label: 'Pakistani',
      source: 'import',
      asAt: '2026-01-01',
    });
    expect(one('religion')).toMatchObject({ state: 'declined', source: 'staff', asAt: '2026-11-23' });
    expect(one('sexual_orientation')).toMatchObject({ state: 'unknown', code: null, source: null });
    expect(await doneIn(deps)).toEqual(['profiles.compare', 'profile.change', 'profile.read']);
    const log = JSON.stringify(await db`select * from audit_log`);
    expect(log).not.toMatch(/pakistani|prefer_not_to_say/i);
    const page = (await call(`GET /api/v1/residents/${personId(1)}/timeline`)).text;
    expect(page).toContain('Test Person looked at the profile.');
    expect(page).not.toMatch(/ethnicity|religion|Pakistani/);
    expect(await call(`PUT ${path}/religion`, { body: { code: 'jedi' } })).toMatchObject({ status: 400 });
    expect((await call(`PUT ${path}/religion`, { body: { code: null } })).status).toBe(200);
    expect(await db`select 1 from profiles where field = 'religion'`).toHaveLength(0);
  }),
);

test(
  'without the grant nothing is read and nothing recorded as read, whatever the role; an administrator gives it',
  withRollback(async (db) => {
    const { call, deps, shown } = await panel(db, [{ living: 12, inPanel: 12, ethnicity: 'white_irish' }], {
      grant: false,
    });
    const path = `/api/v1/residents/${personId(1)}/profile`;
    expect(await call(`GET ${path}`)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect(await call(`PUT ${path}/sex`, { body: { code: 'male' } })).toMatchObject({ status: 403 });
    expect(shown).toMatchObject({ withheld: 'not_allowed' });
    expect(shown.fields.filter(({ profile }) => profile)).toEqual([]);
    expect(await doneIn(deps)).toEqual([]);
    const mine = staff('administrator').id;
    expect((await call(`PUT /api/v1/accounts/${mine}/grants`, { body: { seesProfiles: true } })).status).toBe(200);
    expect((await call(`GET ${path}`)).status).toBe(200);
    expect(await doneIn(deps)).toEqual(['account.set_grants', 'profile.read']);
    const granted = { id: mine, seesProfiles: true, readsFreeText: false };
    expect(await call('GET /api/v1/accounts')).toMatchObject({ body: { items: [granted] } });
    expect((await call(`PUT /api/v1/accounts/${mine}/grants`, { body: {} })).status).toBe(400);
    const officer = caller(as(deps, staff('officer')));
    expect(await officer(`PUT /api/v1/accounts/${mine}/grants`, { body: { seesProfiles: true } })).toMatchObject({
      status: 403,
    });
  }),
);

test(
  'a key reads profiles by a scope of its own alone',
  withRollback(async (db) => {
    const { call, deps } = await panel(db, [{ living: 1, inPanel: 0, ethnicity: 'white_irish' }]);
    const keyed = async (scopes: string[]) => {
      const made = (await call('POST /api/v1/keys', { body: { name: scopes.join(), scopes } })).body as {
        secret: string;
      };
      const headers = { authorization: `Bearer ${made.secret}`, origin: '' };
      return (await caller(deps)(`GET /api/v1/residents/${personId(1)}/profile`, { headers })).status;
    };
    expect(await keyed(['residents:read', 'groups:read'])).toBe(403);
    expect(await keyed(['profiles:read'])).toBe(200);
  }),
);

const kinds: readonly Alike[] = [
  { living: 60, inPanel: 30, area: 'Elm', age: 40, ethnicity: 'white_british' },
  { living: 40, inPanel: 12, area: 'Elm', age: 70, ethnicity: 'asian_indian' },
  { living: 40, inPanel: 4, area: 'Oak', age: 20, ethnicity: 'black_african' },
  { living: 60, inPanel: 0, area: 'Oak', age: 20 },
];

test(
  'who is in it: shares, ratios, marks and whom to invite, by what may be balanced by',
  withRollback(async (db) => {
    const { shown, field } = await panel(db, kinds);
    expect(shown).toMatchObject({ withheld: null, population: 200, members: 46 });
    const [elm, oak] = field('area')?.groups ?? [];
    expect(elm).toMatchObject({ code: 'Elm', population: 100, members: 42, signal: 'amber' });
    expect(oak).toMatchObject({ code: 'Oak', population: 100, members: 4, signal: 'red' });
    expect(oak?.ratio).toBeCloseTo(4 / 46 / 0.5, 6);
    expect(field('area')?.index).toBeCloseTo(0.5 - 4 / 46, 6);
    expect(shown.mend).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'area', code: 'Oak', short: 19, invite: 95, query: { area: 'Oak' } }),
        expect.objectContaining({ field: 'age', query: { ageFrom: 16, ageTo: 34 }, short: 19 }),
      ]),
    );
    expect(shown.mend.filter(({ field: name }) => !['age', 'area', 'tenure', 'property_type'].includes(name))).toEqual(
      [],
    );
  }),
);

test(
  'fewer than ten are never told, nor what would give them away, and the index tells nothing more',
  withRollback(async (db) => {
    const { field } = await panel(db, kinds);
    const groups = field('ethnicity')?.groups ?? [];
    const told = Object.fromEntries(groups.map(({ code, members, ratio }) => [code, [members, ratio === null]]));
    expect(told.black).toEqual([null, true]);
    expect(groups.filter(({ hidden }) => hidden).map(({ code }) => code).length).toBeGreaterThan(1);
    expect(told.white?.[0] === null || told.asian?.[0] === null).toBe(true);
    expect(field('ethnicity')?.unknown).toMatchObject({ members: 0 });
    const open = groups.filter(({ hidden }) => !hidden);
    const [population, members] = [140, 46];
    const gap = open.reduce(
      (sum, each) => sum + Math.abs((each.members ?? 0) / members - (each.population ?? 0) / population),
      0,
    );
    const rest = open.reduce(
      (sum, each) => sum + (each.members ?? 0) / members - (each.population ?? 0) / population,
      0,
    );
    const index = field('ethnicity')?.index ?? null;
    expect(index === null ? open.length === 0 : Math.abs(index - (gap + Math.abs(rest)) / 2) < 1e-9).toBe(true);
  }),
);

test(
  'a group whose members are all alike tells nothing of them',
  withRollback(async (db) => {
    const { field } = await panel(db, [
      { living: 30, inPanel: 15, ethnicity: 'white_irish' },
      { living: 30, inPanel: 0, ethnicity: 'asian_indian' },
    ]);
    expect(field('ethnicity')?.groups.every(({ members, hidden }) => members === null && hidden)).toBe(true);
  }),
);

test(
  'without a recorded lawful basis special categories are not shown; sex, which is none, is',
  withRollback(async (db) => {
    const { shown, call } = await panel(db, kinds, { basis: false });
    expect(shown.withheld).toBe('no_basis');
    const names = shown.fields.filter(({ profile }) => profile).map(({ field }) => field);
    expect(names).toContain('sex');
    expect(names).not.toContain('ethnicity');
    expect(await call('PUT /api/v1/landlord/equality', { body: { questions: true } })).toMatchObject({
      status: 409,
      body: { code: 'no_basis' },
    });
    await call('PUT /api/v1/landlord/equality', { body: { basis: 'Public task', questions: true } });
    expect(await call('GET /api/v1/landlord/equality')).toMatchObject({
      body: { basis: 'Public task', basisBy: 'Test Person', questions: true },
    });
    await call('PUT /api/v1/landlord/equality', { body: { basis: '' } });
    expect(await call('GET /api/v1/landlord/equality')).toMatchObject({ body: { questions: false } });
  }),
);

test(
  'own bands: overlaps, gaps and days that have passed are refused in words; good ones are used from their day on',
  withRollback(async (db) => {
    const { call, field } = await panel(db, kinds);
    expect(field('age')?.groups.map(({ code }) => code)).toEqual(['16-34', '35-64', '65+']);
    const bands = (...ends: [number, number | null][]) => ends.map(([from, to]) => ({ label: '', from, to }));
    const put = (content: object[], more = {}) => call('PUT /api/v1/bands/age', { body: { content, ...more } });
    expect(await put(bands([11, 16], [17, 25], [25, null]))).toMatchObject({
      status: 400,
      body: { faults: [{ message: '25 is in two bands: 17 to 25 and 25 and over.' }] },
    });
    expect(await put(bands([16, 24], [30, null]))).toMatchObject({
      body: { faults: [{ message: '25 to 29 are in no band.' }] },
    });
    expect(await put(bands([16, null]), { fromDate: '2026-11-22' })).toMatchObject({ status: 400 });
    expect((await put(bands([16, 29], [30, null]))).status).toBe(200);
    const again = (await call(`GET /api/v1/groups/${panelId}/representation`)).body as Shown;
    expect(again.fields.find((each) => each.field === 'age')?.groups.map(({ code }) => code)).toEqual(['16-29', '30+']);
    expect((await put([])).status).toBe(200);
    const usual = (await call('GET /api/v1/bands')).body as { age: { own: unknown; bands: unknown[] } };
    expect([usual.age.own, usual.age.bands.length]).toEqual([null, 8]);
  }),
);

test(
  'own groups of a field: a code in two, or in none, is refused in words',
  withRollback(async (db) => {
    const { call } = await panel(db, kinds);
    const put = (content: object[]) => call('PUT /api/v1/bands/sex', { body: { content } });
    expect(
      await put([
        { label: 'Women', codes: ['female'] },
        { label: 'All', codes: ['female'] },
      ]),
    ).toMatchObject({
      status: 400,
      body: { faults: [{ message: 'Female is in two groups: Women and All.' }, { message: 'Male is in no group.' }] },
    });
    expect(
      (
        await put([
          { label: 'Women', codes: ['female'] },
          { label: 'Men', codes: ['male'] },
        ])
      ).status,
    ).toBe(200);
    expect(await call('PUT /api/v1/bands/height', { body: { content: [] } })).toMatchObject({ status: 400 });
  }),
);
