import { readSheet } from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { bringer, look, rowsOf, workOff } from '../support/importing.ts';
import { type BookCell, workbook, zip } from '../support/workbook.ts';

const bytes = (text: string, ...more: number[]) => new Uint8Array([...new TextEncoder().encode(text), ...more]);

function office(db: Db) {
  const deps = testDeps({ db });
  const call = caller(as(deps, staff('officer')));
  return { deps, call, bring: bringer(deps, call) };
}

const heading = ['Person reference', 'TEN_REF', 'Surname', 'DOB', 'MOB1', 'Address 1', 'Postcode', 'Area'];
const people: BookCell[][] = [
  ['R1', 'T1', 'Khan & Daughters', { day: 29252 }, 7_700_900_123, '12 Elm Court', 'OX1 1AA', 'Elm'],
  ['R2', 'T2', { inline: 'Ó Briain' }, '', '07700 900124', '13 Elm Court', 'OX1 1AA', 'Elm'],
];
const csv = `${heading.join(',')}\nR1,T1,Khan & Daughters,01/02/1980,7700900123,12 Elm Court,OX1 1AA,Elm\n\nR2,T2,Ó Briain,,07700 900124,13 Elm Court,OX1 1AA,Elm\n`;

test(
  'a workbook brings what the same CSV does',
  withRollback(async (db) => {
    const { bring } = office(db);
    const [first, ...rest] = people;
    const book = workbook([heading, first ?? [], null, ...rest]);
    expect(await bring(book, { filename: 'april.xlsx' })).toMatchObject({
      seen: { state: 'applied', sheet: 'Tenants', rows: 2 },
      counts: { new: 2, rejected: 0 },
    });
    expect(await db`select family_name, date_of_birth, phone from residents order by reference`).toEqual([
      { familyName: 'Khan & Daughters', dateOfBirth: '1980-02-01', phone: '+447700900123' },
      { familyName: 'Ó Briain', dateOfBirth: null, phone: '+447700900124' },
    ]);
    expect(await bring(csv)).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 2 } });
  }),
);

test('our reader of workbooks and a library read the same cells', async () => {
  const { bytesInMemory } = await import('../../server/actions/import/file/bytes.ts');
  const { rowsOf: rows, shapeOf } = await import('../../server/actions/import/file/shape.ts');
  const book = workbook([heading, ...people, ['_x0041_', '<&>', 1.5, { day: 100 }, ' two  words ', '', 'é']]);
  const file = bytesInMemory(book);
  const ours: string[][] = [];
  for await (const some of rows(file, await shapeOf(file))) ours.push(...some.map(({ cells }) => cells));
  const said = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''));
  const theirs = (await readSheet(new Blob([book]), 'Tenants')).map((row) => row.map((cell) => said(cell).trim()));
  const padded = ours.map((cells) => Array.from({ length: heading.length }, (_, at) => (cells[at] ?? '').trim()));
  expect(padded).toEqual(theirs);
});

test(
  'a file of an old spreadsheet on Windows keeps its accents, one in UTF-16 too, and semicolons part cells as well',
  withRollback(async (db) => {
    const { bring } = office(db);
    const windows = bytes('Person reference;Surname;Address 1;Postcode\nR1;Siob', 0xe1);
    const text = bytes('n;1 Oak;OX1 1AA');
    expect((await bring(new Uint8Array([...windows, ...text]))).counts).toMatchObject({ new: 1 });
    const wide = 'Person reference\tSurname\tAddress 1\tPostcode\nR2\tŻak\t1 Oak\tOX1 1AA';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(wide, (c) => c.charCodeAt(0)).buffer),
    ]);
    expect((await bring(utf16)).counts).toMatchObject({ new: 1 });
    expect(await db`select family_name from residents order by reference`).toEqual([
      { familyName: 'Siobán' },
      { familyName: 'Żak' },
    ]);
  }),
);

const oldOffice = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
const locked = new Uint8Array([...oldOffice, ...[...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0])]);
const unfit: [string, string | Uint8Array<ArrayBuffer>, RegExp][] = [
  ['nothing but spaces', ' \n ', /is empty/],
  ['a heading alone', 'Person reference,Surname\n', /no rows under it/],
  ['a web page renamed .xls', '<html><table><tr><td>Person reference</td></tr></table></html>', /web page/],
  ['an old Excel file', oldOffice, /old kind \(\.xls\)/],
  ['a workbook with a password', locked, /locked with a password/],
  ['a zip that is no workbook', zip({ 'word/document.xml': '<w/>' }), /not an Excel workbook/],
  ['a workbook cut short', workbook([heading, ...people]).slice(0, 700), /damaged/],
  ['a PDF', '%PDF-1.7\n', /not a spreadsheet/],
  ['no column of references', 'Name,Phone\nA,07700900123', /no column we can use as Person reference/],
  ['more rows than we take', `Person reference\n${'R\n'.repeat(100_002)}`, /more than 100,000 rows/],
];

test.each(unfit)('a file with %s is refused whole, in words', (_name, file, fault) =>
  withRollback(async (db) => {
    const { seen } = await office(db).bring(file);
    expect(seen).toMatchObject({ state: 'failed', fault: expect.stringMatching(fault) });
    expect((await db`select id from residents`).length).toBe(0);
  })(),
);

test(
  'columns are guessed under a title line, chosen by a person, and remembered whatever their order',
  withRollback(async (db) => {
    const { call, bring, deps } = office(db);
    const file =
      'Tenants on 1 April,,,\n,,,\nPARTYNO,FAMILY,TELNO_MOBILE,LINE1,PC\nR1,Khan,07700 900123,1 Oak,OX1 1AA\n';
    const { id, seen } = await bring(file, { goes: 'match' });
    expect(seen.columns.map(({ heading: name, field, how }) => [name, field, how])).toEqual([
      ['PARTYNO', 'reference', 'likely'],
      ['FAMILY', null, 'none'],
      ['TELNO_MOBILE', 'phone', 'likely'],
      ['LINE1', 'address1', 'sure'],
      ['PC', 'postcode', 'likely'],
    ]);
    const put = (fields: (string | null)[]) => call(`PUT /api/v1/residents/import/${id}/columns`, { body: { fields } });
    expect(await put([null, 'familyName', 'phone', 'address1', 'postcode'])).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('no column we can use as Person reference') },
    });
    expect(await put(['reference', 'phone', 'phone', 'address1', 'postcode'])).toMatchObject({
      body: { detail: expect.stringContaining('Two columns go to Mobile: FAMILY and TELNO_MOBILE. Choose one.') },
    });
    expect((await put(['reference', 'familyName', 'phone', 'address1', 'postcode'])).status).toBe(200);
    await workOff(deps);
    expect(await look(call, id)).toMatchObject({ seen: { state: 'checked', rows: 1 }, counts: { new: 1 } });
    const next = await bring('FAMILY,PARTYNO,PC,LINE1,TELNO_MOBILE\nKhan,R1,OX1 1AA,1 Oak,07700 900123', {
      goes: 'match',
    });
    expect(next.seen.remembered).toBe('2026-11-23T09:00:00.000Z');
    expect(next.seen.columns.map(({ field, how }) => [field, how])).toContainEqual(['reference', 'remembered']);
    expect(await rowsOf(call, id, 'new')).toMatchObject([{ row: 4, reference: 'R1', name: 'Khan' }]);
  }),
);

test(
  'two columns alike: a second phone is tried when the first is no good, a second email is left out',
  withRollback(async (db) => {
    const { bring } = office(db);
    const { seen } = await bring(
      'Person reference,Mobile,Telephone,Email,E-mail,Address 1,Postcode\nR1,0770 900,07700 900125,a@example.org,b@example.org,1 Oak,OX1 1AA',
    );
    expect(seen.columns.map(({ field }) => field)).toEqual([
      'reference',
      'phone',
      'phone2',
      'email',
      null,
      'address1',
      'postcode',
    ]);
    expect(await db`select phone, email from residents`).toEqual([{ phone: '+447700900125', email: 'a@example.org' }]);
  }),
);

test(
  'rows that cannot be used come as a file that can be mended and brought again',
  withRollback(async (db) => {
    const { bring, call } = office(db);
    const file = `${heading.join(',')}\nR1,T1,Khan,,07700 900123,1 Oak,OX1 1AA,Elm\nR2,T2,"=Bad, name",,0770,2 Oak,OX1 1AA,Elm\n`;
    const { id } = await bring(file, { skipBroken: true });
    const answer = await call(`GET /api/v1/residents/import/${id}/rejects`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.text.split('\r\n')).toEqual([
      [...heading, 'What to fix'].map((name) => `"${name}"`).join(','),
      `"R2","T2","'=Bad, name","","0770","2 Oak","OX1 1AA","Elm","Family name: ""=Bad, name"" starts like a formula. Take the first sign away. Mobile: 0770 is too short. A mobile has 11 numbers."`,
      '',
    ]);
    const mended = answer.text.replace(`'=Bad, name`, 'Good').replace('"0770"', '"07700 900124"');
    expect(await bring(mended)).toMatchObject({ seen: { state: 'applied' }, counts: { new: 1, rejected: 0 } });
  }),
);
