import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { putLink } from '../support/halo.ts';
import { type Bringing, bringer } from '../support/importing.ts';
import { browser } from '../support/resident.ts';
import { putLandlord } from '../support/survey.ts';

const heading =
  'Person reference,TEN_REF,Title,Forename,Surname,DOB,Mobile,Email,Address 1,Address 2,Post code,Area,Tenure,Language,Print size,Contact preference,Panel';
const khan =
  'R1,T1,Mrs,Nadia,Khan,31/01/1980,07700 900123,N.Khan@Example.org,12 Elm Court,Millbrook,ox11aa,Elm,General needs,Urdu,large print,text,';
const sam = 'R2,T1,Mr,Sam,Khan,1979-03-02,,,12 Elm Court,Millbrook,OX1 1AA,Elm,General needs,,,,';

function office(db: Db) {
  const deps = testDeps({ db });
  const call = caller(as(deps, staff('officer')));
  const bringFile = bringer(deps, call);
  const bring = (rows: string[], how: Bringing = {}) => bringFile([heading, ...rows].join('\r\n'), how);
  return { deps, call, bring, bringFile };
}

test(
  'a file makes residents, homes and tenancies, read as people write them',
  withRollback(async (db) => {
    const { bring } = office(db);
    expect(await bring([khan, sam])).toMatchObject({
      seen: { state: 'applied', rows: 2 },
      counts: { new: 2, rejected: 0 },
    });
    const [row] = await db`select * from residents where reference = 'R1'`;
    expect(row).toMatchObject({
      givenName: 'Nadia',
      dateOfBirth: '1980-01-31',
      phone: '+447700900123',
      email: 'n.khan@example.org',
      language: 'ur',
      format: 'large',
      preferredChannel: 'sms',
    });
    const homes =
      await db`select p.address_lines, p.postcode, h.tenure, count(*) from properties p join households h on h.property_id = p.id
    join household_members m on m.household_id = h.id group by 1, 2, 3`;
    expect(homes).toMatchObject([
      { addressLines: ['12 Elm Court', 'Millbrook'], postcode: 'OX1 1AA', tenure: 'general_needs', count: 2 },
    ]);
  }),
);

test(
  'the same file again changes nothing',
  withRollback(async (db) => {
    const { bring } = office(db);
    await bring([khan, sam]);
    const before = await db`select * from residents order by reference`;
    expect(await bring([khan, sam])).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 2, rejected: 0 } });
    expect(await db`select * from residents order by reference`).toEqual(before);
  }),
);

test(
  'a check changes nothing',
  withRollback(async (db) => {
    const { bring } = office(db);
    expect(await bring([khan], { goes: 'check' })).toMatchObject({ seen: { state: 'checked' }, counts: { new: 1 } });
    expect((await db`select id from residents`).length).toBe(0);
  }),
);

const broken: [string, string, object][] = [
  [
    'a short number',
    'R3,T3,,A,B,,0770 900,,1 Oak,,OX1 1AA,Oak,x,,,,',
    { column: 'Mobile', reason: '0770 900 is too short. A mobile has 11 numbers.' },
  ],
  ['a number the spreadsheet cut', 'R3,T3,,A,B,,7.7009E+09,,1 Oak,,OX1 1AA,Oak,x,,,,', { column: 'Mobile' }],
  [
    'a date that never was',
    'R3,T3,,A,B,31/02/1980,,,1 Oak,,OX1 1AA,Oak,x,,,,',
    { column: 'Date of birth', reason: '31/02/1980 is not a real date.' },
  ],
  [
    'no reference',
    ',T3,,A,B,,,,1 Oak,,OX1 1AA,Oak,x,,,,',
    { column: 'Person reference', reason: 'empty. We need it to know who this is.' },
  ],
  ['half a postcode', 'R3,T3,,A,B,,,,1 Oak,,OX1,Oak,x,,,,', { column: 'Postcode', reason: 'OX1 is not whole.' }],
  [
    'a reference from above',
    'R1,T3,,A,B,,,,1 Oak,,OX1 1AA,Oak,x,,,,',
    { column: 'Person reference', reason: 'also in row 2 with another name.' },
  ],
  ['a language we do not write in', 'R3,T3,,A,B,,,,1 Oak,,OX1 1AA,Oak,x,Klingon,,,', { column: 'Language' }],
  ['a panel there is none of', 'R3,T3,,A,B,,,,1 Oak,,OX1 1AA,Oak,x,,,,Moon panel', { column: 'Panel' }],
  ['a formula', 'R3,T3,,"=HYPERLINK(""http://evil"")",B,,,,1 Oak,,OX1 1AA,Oak,x,,,,', { column: 'Given name' }],
  ['another formula', 'R3,T3,,@SUM(A1),B,,,,1 Oak,,OX1 1AA,Oak,x,,,,', { column: 'Given name' }],
  ['a comma too many', 'R3,T3,,A,B,,,,1 Oak, the end,,OX1 1AA,Oak,x,,,,,more', { column: '' }],
  ['somebody new without an address', 'R3,T3,,A,B,,,,,,,,,,,,', { column: 'Address line 1' }],
];

test.each(broken)('%s is told by the row of the spreadsheet, and nothing is half done', (_name, line, fault) =>
  withRollback(async (db) => {
    const { bring } = office(db);
    const answer = await bring([khan, '', line]);
    expect(answer).toMatchObject({
      seen: { state: 'checked' },
      counts: { new: 1, rejected: 1 },
      rejects: [{ row: 4, ...fault }],
    });
    expect((await db`select id from residents`).length).toBe(0);
  })(),
);

test(
  'rows that can be used come in without the broken ones when asked',
  withRollback(async (db) => {
    const { bring } = office(db);
    expect(await bring([khan, ',T9'], { skipBroken: true })).toMatchObject({
      seen: { state: 'applied' },
      counts: { new: 1, rejected: 1 },
    });
    expect((await db`select id from residents`).length).toBe(1);
  }),
);

test.each([
  ['nothing in it', '\n \n', /is empty/],
  ['no column of references', 'Name,Phone\nA,07700900123', /no column we can use as Person reference/],
  ['a quotation mark left open', `${heading}\nR1,T1,"Mrs,Nadia`, /quotation mark that is not closed/],
])('a file with %s is refused whole', (_name, csv, detail) =>
  withRollback(async (db) => {
    const { seen } = await office(db).bringFile(csv);
    expect(seen).toMatchObject({ state: 'failed', fault: expect.stringMatching(detail) });
  })(),
);

test(
  'a stop stays, and what a resident set themselves stays',
  withRollback(async (db) => {
    const { call, bring } = office(db);
    await bring([khan]);
    const [resident] = await db<{ id: string }[]>`select id from residents`;
    const id = resident?.id ?? '';
    expect(
      (await call(`POST /api/v1/residents/${id}/do-not-contact`, { body: { reason: 'Asked us by letter' } })).status,
    ).toBe(200);
    expect(
      (await call(`PATCH /api/v1/residents/${id}`, { body: { language: 'pl', preferredChannel: 'post' } })).status,
    ).toBe(200);
    expect(await bring([khan.replace('Khan', 'Kahn')])).toMatchObject({ counts: { changed: 1, kept: 2 } });
    const [after] = await db`select family_name, language, preferred_channel from residents`;
    expect(after).toEqual({ familyName: 'Kahn', language: 'pl', preferredChannel: 'post' });
    expect((await db`select id from suppressions where lifted_at is null`).length).toBe(1);
    expect(await call(`GET /api/v1/residents/${id}`)).toMatchObject({
      body: { stops: [{ sentence: 'On the do-not-contact list, added by Test Person: Asked us by letter.' }] },
    });
  }),
);

test(
  'what a resident chose in their preferences stays when their file comes again',
  withRollback(async (db) => {
    const { bring } = office(db);
    await putLandlord(db);
    await bring([khan]);
    const [before] = await db<{ id: string }[]>`select id from residents`;
    const path = `/p/${await putLink(db, 'preferences', before?.id ?? '', null)}`;
    const me = browser(testDeps({ db }));
    for (const [row, value] of Object.entries({ language: 'pl', format: 'standard', channel: 'post' }))
      await me.post(path, { do: 'change', row, value });
    const chosen = { language: 'pl', format: 'standard', preferredChannel: 'post' };
    expect(await db`select language, format, preferred_channel from residents`).toEqual([chosen]);
    const notes = await db`select subject, detail from audit_log where actor = 'resident' order by id`;
    expect(notes).toEqual(Object.keys(chosen).map((field) => ({ subject: before?.id, detail: { fields: [field] } })));
    expect(await bring([khan])).toMatchObject({ counts: { unchanged: 1, kept: 3 } });
    expect(await bring([khan.replace('Khan', 'Kahn')])).toMatchObject({ counts: { changed: 1 } });
    expect(await db`select language, format, preferred_channel from residents`).toEqual([chosen]);
  }),
);

test(
  'a blank cell empties nothing',
  withRollback(async (db) => {
    const { bring } = office(db);
    await bring([khan]);
    expect(await bring(['R1,T1,,,,,,,,,,,,,,,'])).toMatchObject({ counts: { unchanged: 1 } });
    expect(await db`select phone, given_name from residents`).toMatchObject([
      { phone: '+447700900123', givenName: 'Nadia' },
    ]);
  }),
);

test(
  'somebody who moves leaves the old tenancy and joins the new one',
  withRollback(async (db) => {
    const { bring } = office(db);
    await bring([khan]);
    await bring([khan.replace('T1', 'T2').replace('12 Elm Court', '3 Oak Road').replace(',Elm,', ',Oak,')]);
    const rows =
      await db`select h.tenancy_reference, m.to_date from household_members m join households h on h.id = m.household_id order by 1`;
    expect(rows).toMatchObject([
      { tenancyReference: 'T1', toDate: '2026-11-23' },
      { tenancyReference: 'T2', toDate: null },
    ]);
  }),
);

test(
  'an analyst brings nobody in',
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff('analyst')));
    expect((await call('POST /api/v1/residents/import', { file: heading })).status).toBe(403);
  }),
);
