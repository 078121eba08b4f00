import { expect, test } from 'vitest';
import { claimImport } from '../../db/commands/imports.ts';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { type Bringing, bringer, look, rowsOf, workOff } from '../support/importing.ts';

const heading =
  'Person reference,Tenancy ref,Prop ref,Surname,Mobile,Address 1,Postcode,Area,Tenancy start,Role,Left on,Reason left,Correspondence address,Corr postcode,Ethnic group,needstype';

/** A row of the file by its columns; what is not named is blank. */
function line(of: Record<string, string>): string {
  return heading
    .split(',')
    .map((name) => of[name] ?? '')
    .join(',');
}
const nadia = {
  'Person reference': 'R1',
  'Tenancy ref': 'T1',
  'Prop ref': 'H1',
  Surname: 'Khan',
  Mobile: '07700900123',
  'Address 1': '12 Elm Court',
  Postcode: 'OX1 1AA',
  Area: 'Elm',
};
const sam = { ...nadia, 'Person reference': 'R2', Mobile: '', Role: 'Joint tenant' };

function office(db: Db) {
  const deps = testDeps({ db });
  const call = caller(as(deps, staff('officer')));
  const bringFile = bringer(deps, call);
  const bring = (rows: Record<string, string>[], how: Bringing = {}) =>
    bringFile([heading, ...rows.map(line)].join('\n'), how);
  return { deps, call, bring };
}

const lives = (db: Db) => db`
  select r.reference as who, h.tenancy_reference as tenancy, p.reference as home, m.role, m.from_date as "from", m.to_date as "to", h.to_date as ended
  from household_members m join residents r on r.id = m.resident_id join households h on h.id = m.household_id
  join properties p on p.id = h.property_id order by 1, 5, 6`;

test(
  'joint tenants are people of one household, and a split leaves one behind',
  withRollback(async (db) => {
    const { bring } = office(db);
    await bring([nadia, sam]);
    expect(await db`select count(*) from households`).toEqual([{ count: 1 }]);
    const moved = {
      ...sam,
      'Tenancy ref': 'T2',
      'Prop ref': 'H2',
      'Address 1': '3 Oak Road',
      'Tenancy start': '01/11/2027',
    };
    expect(await bring([nadia, moved])).toMatchObject({ counts: { changed: 1, unchanged: 1 } });
    expect(await lives(db)).toEqual([
      { who: 'R1', tenancy: 'T1', home: 'H1', role: 'tenant', from: '2026-11-23', to: null, ended: null },
      { who: 'R2', tenancy: 'T1', home: 'H1', role: 'joint_tenant', from: '2026-11-23', to: '2027-11-01', ended: null },
      { who: 'R2', tenancy: 'T2', home: 'H2', role: 'joint_tenant', from: '2027-11-01', to: null, ended: null },
    ]);
  }),
);

test(
  'a household that moves is a new dated household, with everybody in it',
  withRollback(async (db) => {
    const { bring, deps } = office(db);
    await bring([nadia, sam]);
    deps.clock.advance({ days: 7 });
    const home = { 'Prop ref': 'H9', 'Address 1': '3 Oak Road' };
    expect(await bring([{ ...nadia, ...home }])).toMatchObject({ counts: { changed: 1 } });
    expect(await lives(db)).toMatchObject([
      { who: 'R1', home: 'H1', to: '2026-11-30', ended: '2026-11-30' },
      { who: 'R1', home: 'H9', from: '2026-11-30', to: null, ended: null },
      { who: 'R2', home: 'H1', to: '2026-11-30' },
      { who: 'R2', home: 'H9', from: '2026-11-30', to: null },
    ]);
    expect(
      await bring([
        { ...nadia, ...home },
        { ...sam, ...home },
      ]),
    ).toMatchObject({ counts: { unchanged: 2 } });
  }),
);

test(
  'who left is marked with the day and kept; one who died is never brought back',
  withRollback(async (db) => {
    const { bring } = office(db);
    await bring([nadia, sam]);
    const left = [
      { ...nadia, 'Left on': '01/12/2025', 'Reason left': 'Transfer' },
      { ...sam, 'Reason left': 'Deceased' },
    ];
    const { changed } = await bring(left);
    expect(changed.map((row) => row.changes.map(({ field, after }) => `${field}: ${after}`))).toEqual([
      ['status: moved'],
      ['status: died'],
    ]);
    const people = () => db`select reference, status from residents order by 1`;
    expect(await people()).toEqual([
      { reference: 'R1', status: 'moved' },
      { reference: 'R2', status: 'died' },
    ]);
    expect((await lives(db)).every(({ to }) => to !== null)).toBe(true);
    expect(await bring(left)).toMatchObject({ counts: { unchanged: 2 } });
    await bring([nadia, sam]);
    expect(await people()).toEqual([
      { reference: 'R1', status: 'current' },
      { reference: 'R2', status: 'died' },
    ]);
  }),
);

test(
  'who is not in a file that is everybody is listed, and marked only when that is confirmed',
  withRollback(async (db) => {
    const { bring, call, deps } = office(db);
    await bring([nadia, sam]);
    expect(await bring([nadia])).toMatchObject({ counts: { left: 0 } });
    const { id, counts } = await bring([nadia], { goes: 'check', everybody: true });
    expect(counts).toMatchObject({ left: 1, unchanged: 1 });
    expect(await rowsOf(call, id, 'left')).toMatchObject([{ reference: 'R2', kind: 'left' }]);
    await call(`POST /api/v1/residents/import/${id}/apply`, { body: { leavers: true } });
    await workOff(deps);
    expect(await db`select reference, status from residents order by 1`).toEqual([
      { reference: 'R1', status: 'current' },
      { reference: 'R2', status: 'moved' },
    ]);
    await bring([nadia, sam]);
    expect(await db`select status from residents where reference = 'R2'`).toEqual([{ status: 'current' }]);
  }),
);

test(
  'a leaseholder is written to elsewhere, and an address that is the home itself is none',
  withRollback(async (db) => {
    const { bring } = office(db);
    const away = { ...nadia, 'Correspondence address': '1 High St; Leeds', 'Corr postcode': 'LS1 1AA' };
    await bring([away, { ...sam, 'Correspondence address': '12 Elm Court', 'Corr postcode': 'OX1 1AA' }]);
    expect(await db`select correspondence_address as to from residents order by reference`).toEqual([
      { to: ['1 High St; Leeds', 'LS1 1AA'] },
      { to: null },
    ]);
    expect(await bring([away])).toMatchObject({ counts: { unchanged: 1 } });
  }),
);

test(
  'CORE codes say who people are and what they rent; what they said themselves stays',
  withRollback(async (db) => {
    const { bring, call } = office(db);
    const said = { ...nadia, 'Ethnic group': '9', needstype: '2' };
    await bring([said]);
    expect(await db`select field, code, source, as_at from profiles`).toEqual([
      { field: 'ethnicity', code: 'asian_pakistani', source: 'import', asAt: '2026-11-23' },
    ]);
    expect(await db`select tenure from households`).toEqual([{ tenure: 'supported' }]);
    const again = await bring([{ ...said, 'Ethnic group': 'Indian' }]);
    expect(again.changed[0]?.changes).toEqual([
      { field: 'profile', name: 'Who they are', before: '', after: 'Ethnic group' },
    ]);
    await db`update profiles set source = 'resident', code = 'white_roma'`;
    const { id, counts } = await bring([said]);
    expect(counts).toMatchObject({ unchanged: 1, kept: 1 });
    expect(await rowsOf(call, id, 'kept')).toMatchObject([{ reference: 'R1', kept: ['Who they are'] }]);
    expect(await db`select code from profiles`).toEqual([{ code: 'white_roma' }]);
    expect(await db`select row from import_rows where profile is not null`).toEqual([]);
  }),
);

test(
  'changed rows show old and new, how a number was read, and what a person in the same home says otherwise',
  withRollback(async (db) => {
    const { bring } = office(db);
    await bring([nadia]);
    const { changed } = await bring([
      { ...nadia, Mobile: 'mob 7700900999' },
      { ...sam, Area: 'Oak' },
    ]);
    expect(changed).toMatchObject([
      {
        row: 2,
        changes: [{ name: 'Mobile', before: '+447700900123', after: '+447700900999' }],
        notes: [{ column: 'Mobile', words: 'read as +447700900999, words left out' }],
      },
    ]);
    expect(await db`select area from properties`).toEqual([{ area: 'Elm' }]);
  }),
);

const broken: [string, Record<string, string>[], string][] = [
  [
    'one tenancy in two homes',
    [nadia, { ...sam, 'Prop ref': 'H7' }],
    'also in row 2 with another home. A tenancy is of one home.',
  ],
  [
    'a CORE code there is none of',
    [{ ...nadia, needstype: '7' }],
    '"7" is not one we know. Use general needs, supported.',
  ],
];
test.each(broken)('%s cannot be used', (_name, rows, reason) =>
  withRollback(async (db) => {
    const { rejects } = await office(db).bring(rows);
    expect(rejects).toMatchObject([{ reason }]);
  })(),
);

test(
  'what a file did to somebody stands in their timeline',
  withRollback(async (db) => {
    const { bring, call } = office(db);
    await bring([nadia]);
    await bring([{ ...nadia, Mobile: '07700900999' }]);
    await bring([{ ...nadia, Mobile: '07700900999' }]);
    const [{ id } = { id: '' }] = await db<{ id: string }[]>`select id from residents`;
    const { body } = await call(`GET /api/v1/residents/${id}/timeline?kind=change`);
    expect((body as { items: { sentence: string }[] }).items.map(({ sentence }) => sentence)).toEqual([
      'Test Person changed mobile, by the file april.csv.',
      'Test Person brought them in, by the file april.csv.',
    ]);
  }),
);

test(
  'a file of which another was applied after its check is checked again before it is applied',
  withRollback(async (db) => {
    const { bring, call, deps } = office(db);
    const { id } = await bring([nadia], { goes: 'check' });
    deps.clock.advance({ minutes: 1 });
    await bring([{ ...nadia, Surname: 'Kahn' }]);
    await call(`POST /api/v1/residents/import/${id}/apply`, { body: {} });
    await workOff(deps);
    expect(await look(call, id)).toMatchObject({
      seen: { state: 'checked', fault: expect.stringContaining('checked again') },
      counts: { new: 0, changed: 1 },
    });
    expect(await db`select family_name from residents`).toEqual([{ familyName: 'Kahn' }]);
  }),
);

test(
  'an import that is stopped changes nothing and can be started again',
  withRollback(async (db) => {
    const { bring, call, deps } = office(db);
    const { id } = await bring([nadia], { goes: 'check' });
    const post = async (act: string) => (await call(`POST /api/v1/residents/import/${id}/${act}`, { body: {} })).status;
    expect([await post('stop'), await post('stop'), await post('apply')]).toEqual([200, 409, 409]);
    expect([await post('again'), await post('again')]).toEqual([200, 409]);
    await workOff(deps);
    expect([await post('apply'), (await look(call, id)).seen.state]).toEqual([200, 'applying']);
    await workOff(deps);
    expect((await look(call, id)).seen.state).toBe('applied');
  }),
);

test('a process that ends over an import leaves nothing half done, and another goes on', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const { bring, call, deps } = office(db);
    const { id } = await bring([nadia, sam], { goes: 'check' });
    await call(`POST /api/v1/residents/import/${id}/apply`, { body: {} });
    await db`alter table household_members add constraint unlucky check (from_date < '2000-01-01')`;
    await workOff(deps);
    expect((await db`select id from residents`).length).toBe(0);
    expect((await look(call, id)).seen).toMatchObject({ state: 'failed', fault: null });
    await db`alter table household_members drop constraint unlucky`;
    expect((await call(`POST /api/v1/residents/import/${id}/again`)).status).toBe(200);
    await workOff(deps);
    await call(`POST /api/v1/residents/import/${id}/apply`, { body: {} });
    // Claimed by a process that never comes back: nobody takes it until its lease is over.
    await claimImport(db, deps.clock.now(), new Date(deps.clock.now().getTime() + 60_000));
    await workOff(deps);
    expect((await look(call, id)).seen.state).toBe('applying');
    deps.clock.advance({ minutes: 2 });
    await workOff(deps);
    expect((await look(call, id)).seen.state).toBe('applied');
    expect((await db`select id from residents`).length).toBe(2);
  } finally {
    await drop();
  }
});

test('two imports at once do not see half of each other', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const { bring, call, deps } = office(db);
    const { id: one } = await bring([nadia, sam], { goes: 'check' });
    const { id: other } = await bring([nadia, { ...sam, Surname: 'Kahn' }], { goes: 'check' });
    for (const id of [one, other]) await call(`POST /api/v1/residents/import/${id}/apply`, { body: {} });
    await Promise.all([workOff(deps), workOff(deps)]);
    const states = await db<{ state: string }[]>`select state from imports order by at, id`;
    expect(states.map(({ state }) => state)).toContain('applied');
    expect((await db`select id from residents`).length).toBe(2);
    expect((await db`select household_id from household_members where to_date is null`).length).toBe(2);
  } finally {
    await drop();
  }
});

test(
  'who may not see residents sees no import',
  withRollback(async (db) => {
    const { bring } = office(db);
    const { id } = await bring([nadia]);
    const analyst = caller(as(testDeps({ db }), staff('analyst')));
    const calls = ['', '/rows', '/rejects'].map((tail) => analyst(`GET /api/v1/residents/import/${id}${tail}`));
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([403, 403, 403]);
  }),
);
