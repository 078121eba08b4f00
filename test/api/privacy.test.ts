import { expect, test } from 'vitest';
import { addressHash, addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { holdings } from '../../db/holdings/index.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { halo, putHalo, putLink } from '../support/halo.ts';
import { bringer } from '../support/importing.ts';
import { putResponses } from '../support/responses.ts';
import { putSentText, putSurvey, type SurveyFixture } from '../support/survey.ts';

const at = new Date('2026-11-21T09:00:00Z');
const id = (n: number) => `00000000-0000-4000-a900-${String(n).padStart(12, '0')}`;
const phone = '+447700900555';

const said = (value: unknown) => ({ value, mode: 'web', at: at.toISOString(), by: null });

/** Noor Khan, of whom something stands in every table; Iwona Nowak lives with her. Both answered. */
async function putNoor(db: Db): Promise<SurveyFixture> {
  const fixture = await putSurvey(db, {
    residents: [{ phone, email: 'noor@home.example', language: 'ur', name: 'Zubaida' }, { name: 'Iwona' }],
    status: 'closed',
  });
  await putHalo(db);
  await putResponses(db, fixture, [44, 71]);
  const [noor, iwona] = fixture.people as [SurveyFixture['people'][0], SurveyFixture['people'][0]];
  const { residentId, frameMemberId, invitationId } = noor;
  await db`update residents set family_name = 'Nowak' where id = ${iwona.residentId}`;
  await insertRows(db, 'properties', [
    { id: id(1), reference: 'P1', addressLines: ['7 Quince Row'], postcode: 'MB1 1AA', area: 'Elm' },
  ]);
  await insertRows(db, 'households', [
    { id: id(2), propertyId: id(1), tenancyReference: 'TEN-77', tenure: 'social_rent', fromDate: '2020-01-01' },
  ]);
  await insertRows(db, 'household_members', [
    { householdId: id(2), residentId, role: 'tenant', fromDate: '2020-01-01' },
  ]);
  await db`update frame_members set household_id = ${id(2)}, area = 'Elm' where id = ${frameMemberId}`;
  await insertRows(db, 'profiles', [
    { residentId, field: 'ethnicity', code: 'pakistani', source: 'resident', asAt: '2026-01-01' },
  ]);
  await insertRows(db, 'frame_profiles', [{ frameMemberId, field: 'ethnicity', code: 'pakistani' }]);
  await insertRows(db, 'permissions', [
    { residentId, purpose: 'marketing', channel: 'sms', allowed: true, at, by: 'Priya', how: 'said on the telephone' },
  ]);
  await insertRows(db, 'interests', [{ residentId, topic: 'repairs', at, by: 'resident' }]);
  await insertRows(db, 'suppressions', [
    { id: id(3), residentId, purpose: 'research', reason: 'unsubscribe', note: 'secret note', at, by: 'resident' },
  ]);
  await putLink(db, 'preferences', residentId, null);
  await insertRows(db, 'memberships', [{ groupId: halo.groupId, residentId, fromDate: '2026-02-01', showName: true }]);
  await putSentText(db, id(4), noor);
  await db`update deliveries set words = 'Dear Zubaida, reply 1', provider_id = 'SM555' where id = ${id(4)}`;
  await insertRows(db, 'receipts', [
    {
      id: id(5),
      provider: 'twilio',
      eventId: 'e1',
      deliveryId: id(4),
      status: 'delivered',
      reason: `to ${phone}`,
      at,
      receivedAt: at,
    },
  ]);
  await insertRows(db, 'sandbox_messages', [
    { deliveryId: id(6), channel: 'sms', toAddress: phone, language: 'en', body: 'Practice for Zubaida', at },
  ]);
  await insertRows(db, 'inbound_messages', [
    {
      id: id(7),
      provider: 'twilio',
      providerId: 'SM777',
      channel: 'sms',
      fromAddress: phone,
      toAddress: '+441134960000',
      body: `My ceiling, says Zubaida ${noor.code}`,
      fields: { From: phone },
      receivedAt: at,
      residentId,
      recipientId: invitationId,
      done: 'tray',
    },
  ]);
  await insertRows(db, 'comments', [
    {
      id: id(8),
      meetingId: halo.meetingId,
      agendaItemId: halo.items[0],
      residentId,
      mode: 'email',
      words: 'Zubaida says it is damp',
      placed: 'sure',
      receivedAt: at,
      answer: 'Dear Zubaida, we will come',
      answeredAt: at,
      answeredBy: 'Priya',
    },
  ]);
  const answers = { stairs: said('dirty'), reported: said('yes'), words: said('میرا نام Zubaida ہے <b>') };
  await db`update responses set interview = jsonb_set(interview, '{answers}', ${JSON.stringify(answers)}::text::jsonb)
    where frame_member_id = ${frameMemberId}`;
  await db`insert into answer_changes (id, response_id, question_id, was, mode, at)
    select ${id(9)}, id, 'words', '"Zubaida again"', 'web', ${at} from responses where frame_member_id = ${frameMemberId}`;
  await insertRows(db, 'imports', [
    {
      id: id(10),
      filename: 'r.csv',
      by: 'Priya',
      at,
      state: 'applied',
      rows: 1,
      counts: {},
      rejects: [{ column: 'email', count: 2 }],
      file: new TextEncoder().encode('Zubaida'),
    },
  ]);
  const [{ reference } = { reference: '' }] = await db<{ reference: string }[]>`
    select reference from residents where id = ${residentId}`;
  const fault = (value: string) => [{ column: 'email', value, reason: 'No' }];
  const unread = { importId: id(10), kind: 'rejected' };
  await insertRows(db, 'import_rows', [
    { ...unread, row: 2, reference, name: 'Zubaida Khan', faults: fault('NOOR@home.example') },
    { ...unread, row: 3, reference: 'OTHER', faults: fault('other@home.example') },
  ]);
  await insertRows(db, 'calls', [
    { id: id(11), residentId, at, outcome: 'reached', note: 'Zubaida rang', by: 'Priya' },
  ]);
  await insertRows(db, 'referrals', [
    {
      id: id(12),
      residentId,
      topics: ['repairs'],
      words: 'Zubaida would come',
      by: 'staff:1',
      byName: 'Sam',
      createdAt: at,
    },
  ]);
  await insertRows(db, 'contact_changes', [
    {
      id: id(14),
      residentId,
      field: 'email',
      address: 'noor@home.example',
      recipientId: invitationId,
      at,
      expiresAt: at,
    },
  ]);
  await insertRows(db, 'equality_offers', [{ invitationId, at }]);
  const [response] = await db<{ id: string }[]>`select id from responses where frame_member_id = ${frameMemberId}`;
  const photo = { questionId: 'damp', contentType: 'image/png', size: 4, content: new Uint8Array([137, 80, 78, 71]) };
  await insertRows(db, 'uploads', [{ id: id(17), responseId: response?.id, ...photo, at }]);
  await insertRows(db, 'call_list', [{ id: id(18), invitationId, step: 3, dueAt: at }]);
  const draw = {
    prize: 'A voucher',
    winners: 1,
    reserves: 1,
    closesOn: '2026-12-01',
    seed: 's',
    seal: 'x',
    setBy: 'Priya',
  };
  await insertRows(db, 'prize_draws', [{ waveId: fixture.waveId, ...draw, setAt: at }]);
  await insertRows(db, 'prize_entries', [
    { id: id(19), waveId: fixture.waveId, residentId, way: 'page', enteredOn: '2026-11-24' },
  ]);
  await insertRows(db, 'events', [
    {
      id: id(15),
      kind: 'focus_group',
      title: 'Lifts',
      replyBy: '2026-11-30',
      purpose: 'service',
      plan: {},
      seed: 'x',
      population: {},
      leftOut: {},
      pool: 2,
      createdAt: at,
      createdBy: 'Priya',
    },
  ]);
  await insertRows(db, 'event_people', [
    { id: id(16), eventId: id(15), residentId, role: 'first', cell: 'Elm', place: 1, reply: 'yes', repliedAt: at },
  ]);
  await insertRows(db, 'join_requests', [
    {
      id: id(13),
      name: 'Zubaida',
      channel: 'email',
      address: 'noor@home.example',
      postcode: 'MB1 1AA',
      topics: ['repairs'],
      language: 'ur',
      tokenHash: 'x',
      createdAt: at,
      expiresAt: at,
    },
  ]);
  await insertRows(db, 'audit_log', [
    {
      at,
      actor: 'staff:1',
      actorName: 'Priya',
      action: 'resident.change',
      subject: residentId,
      detail: { fields: ['email'] },
    },
  ]);
  return fixture;
}

async function office(db: Db) {
  const fixture = await putNoor(db);
  const deps = testDeps({ db });
  const noor = fixture.people[0]!;
  const call = caller(as(deps, staff('administrator')));
  return { fixture, deps, noor, call, path: `/api/v1/residents/${noor.residentId}` };
}

test(
  'a person is given everything that is held on them, each part in plain words, and nothing of others',
  withRollback(async (db) => {
    const { call, path, noor } = await office(db);
    const page = await call(`GET ${path}/everything.html`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-disposition')).toContain('everything-we-hold.html');
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    for (const words of [
      'Millbrook Homes',
      'Zubaida',
      phone,
      '7 Quince Row, MB1 1AA',
      'pakistani',
      'said on the telephone',
      'Dear Zubaida, reply 1',
      'My ceiling, says Zubaida',
      'Zubaida says it is damp',
      'How clean are the stairs?',
      'Dirty',
      'Did you tell Millbrook Homes?',
      'resident change',
      'Who looked and who changed',
    ])
      expect.soft(page.text).toContain(words);
    expect(page.text).toMatch(/<div class="own" lang="ur" dir="rtl">میرا نام Zubaida ہے &lt;b&gt;<\/div>/);
    expect(page.text).not.toMatch(/Iwona|Nowak|<b>$/);
    expect(page.text).not.toContain(noor.code);
    const json = (await call(`GET ${path}/everything.json`)).body as { held: Record<string, { rows: unknown[] }> };
    const empty = Object.entries(json.held).filter(([, { rows }]) => rows.length === 0);
    expect(empty).toEqual([]);
    expect(Object.keys(json.held).sort()).toEqual(
      holdings
        .filter((one) => one.shown)
        .map((one) => one.table)
        .sort(),
    );
    expect(await db`select detail from audit_log where action = 'resident.export' order by id`).toEqual([
      { detail: { as: 'page' } },
      { detail: { as: 'json' } },
    ]);
  }),
);

test(
  'only an administrator takes everything or erases',
  withRollback(async (db) => {
    const { deps, path } = await office(db);
    const call = caller(as(deps, staff('officer', 'analyst', 'interviewer')));
    for (const line of [
      `GET ${path}/everything.html`,
      `GET ${path}/everything.json`,
      `GET ${path}/erasure`,
      `POST ${path}/erasure`,
    ])
      expect((await call(line)).status).toBe(403);
  }),
);

/** Every text of the database but what tells of others. */
async function whereIs(db: Db, words: string): Promise<string[]> {
  const tables = await db<
    { name: string }[]
  >`select table_name as name from information_schema.tables where table_schema = 'public'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db<
      { n: number }[]
    >`select count(*) as n from ${db(name)} t where t::text ilike ${`%${words}%`}`;
    if ((row?.n ?? 0) > 0) found.push(name);
  }
  return found;
}

test(
  'erasure says first what it removes and what it keeps, then removes the person and keeps the counts',
  withRollback(async (db) => {
    const { call, path, fixture, noor } = await office(db);
    const results = () => call(`GET /api/v1/waves/${fixture.waveId}/results?by=area`);
    const counts = async () => [
      await db`select disposition, count(*) from invitations group by 1`,
      await db`select channel, status, count(*), sum(cost) from deliveries group by 1, 2`,
      await db`select agenda_item_id, count(*), count(answered_at) from comments group by 1`,
      await db`select count(*) from frame_members where sampled`,
      await db`select count(*) from recipients`,
      await db`select status, count(*) from receipts group by 1`,
    ];
    const before = { results: (await results()).body, counts: await counts() };
    expect(await db`select wave_id from result_columns`).toHaveLength(1);
    expect(await call(`GET ${path}/erasure`)).toMatchObject({
      body: {
        name: 'Zubaida Khan',
        sentence:
          'This removes Zubaida Khan and keeps 1 set of answers, 1 message and 1 comment as counts, without name or words. It cannot be undone.',
      },
    });
    expect(await call(`POST ${path}/erasure`)).toMatchObject({ status: 200, body: { erased: true } });
    for (const words of ['Zubaida', phone.slice(1), 'noor@home.example', 'TEN-77', 'secret note', 'ceiling', noor.code])
      expect.soft([words, await whereIs(db, words)]).toEqual([words, []]);
    expect({ results: (await results()).body, counts: await counts() }).toEqual(before);
    expect(await whereIs(db, noor.residentId)).toEqual(['audit_log']);
    expect(
      await db`select interview -> 'answers' -> 'stairs' ->> 'value' as stairs, device_hash from responses
      where frame_member_id = ${noor.frameMemberId}`,
    ).toEqual([{ stairs: 'dirty', deviceHash: null }]);
    expect(await db`select file, (select array_agg(reference) from import_rows) as rows from imports`).toEqual([
      { file: null, rows: ['OTHER'] },
    ]);
    expect(
      await db`select detail -> 'counts' ->> 'residents' as n, actor_name from audit_log where action = 'resident.erase'`,
    ).toEqual([{ n: '1', actorName: 'Test Person' }]);
    expect((await call(`GET ${path}`)).status).toBe(404);
    expect(await call(`POST ${path}/erasure`)).toMatchObject({ status: 200, body: { erased: false } });
    expect((await call(`POST /api/v1/residents/${id(99)}/erasure`)).status).toBe(404);
    expect(await db`select count(*)::int as n from audit_log where action = 'resident.erase'`).toEqual([{ n: 1 }]);
  }),
);

test(
  'whoever said stop stays stopped by number and address when they are erased and come again; a shared number stays open',
  withRollback(async (db) => {
    const { call, path, deps } = await office(db);
    const shared = '+447700900777';
    await db`update residents set phone = ${shared}`;
    await call(`POST ${path}/erasure`);
    const keys = await addressKeys(deps.env.secret);
    expect(await db`select address_hash, resident_id, purpose, reason, note from suppressions`).toEqual([
      {
        addressHash: await addressHash(keys, 'noor@home.example'),
        residentId: null,
        purpose: 'research',
        reason: 'unsubscribe',
        note: null,
      },
    ]);
    const csv = [
      'Person reference,TEN_REF,Forename,Surname,Email,Address 1,Post code,Area,Tenure',
      'REF-1-0,TEN-77,Zubaida,Khan,noor@home.example,7 Quince Row,OX1 1AA,Elm,General needs',
    ].join('\r\n');
    expect((await bringer(deps, call)(csv)).seen).toMatchObject({ state: 'applied', counts: { new: 1 } });
    const [again] = await db<{ id: string }[]>`select id from residents where reference = 'REF-1-0'`;
    expect(path).not.toContain(again!.id);
    expect(await call(`GET /api/v1/residents/${again!.id}`)).toMatchObject({
      body: { stops: [{ sentence: expect.stringContaining('Asked us to stop emails') }], waves: expect.any(Array) },
    });
  }),
);

test(
  'two answers of one home stay one where a survey counts homes',
  withRollback(async (db) => {
    const { call, path, fixture } = await office(db);
    await db`update campaigns set unit = 'household'`;
    await db`update frame_members set household_id = ${id(2)}`;
    const results = async () => (await call(`GET /api/v1/waves/${fixture.waveId}/results`)).body;
    const before = await results();
    await call(`POST ${path}/erasure`);
    expect(await results()).toEqual(before);
    expect(await db`select count(distinct coalesce(household_id, id))::int as n from frame_members`).toEqual([
      { n: 1 },
    ]);
  }),
);

test(
  'nobody is erased while a provider is being given a message to them; what is due is cancelled',
  withRollback(async (db) => {
    const { call, path, noor } = await office(db);
    await db`update deliveries set status = 'claimed' where id = ${id(4)}`;
    expect(await call(`POST ${path}/erasure`)).toMatchObject({ status: 409, body: { code: 'being_sent' } });
    await db`update deliveries set status = 'due' where id = ${id(4)}`;
    expect((await call(`POST ${path}/erasure`)).status).toBe(200);
    expect(await db`select status, next_action from deliveries where recipient_id = ${noor.invitationId}`).toEqual([
      { status: 'cancelled', nextAction: 'The person was erased.' },
    ]);
  }),
);
