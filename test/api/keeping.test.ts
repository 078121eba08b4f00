import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { keepingRules } from '../../db/holdings/keeping.ts';
import { cutOf } from '../../server/actions/retention/see.ts';
import { keepTidy } from '../../server/work/keep-tidy.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { putResponses } from '../support/responses.ts';
import { putSentText, putSurvey } from '../support/survey.ts';

const id = (n: number) => `00000000-0000-4000-a800-${String(n).padStart(12, '0')}`;
const at = new Date('2026-11-20T09:00:00Z');

/** A survey that is over, with something of each kind. Its results were due on 15 January 2027. */
async function office(db: Db, now: string) {
  const fixture = await putSurvey(db, { residents: [{ phone: '+447700900555' }, {}], status: 'closed' });
  await putResponses(db, fixture, [44, 71]);
  const [noor] = fixture.people;
  const { residentId, invitationId, frameMemberId } = noor!;
  await putSentText(db, id(1), noor!);
  await insertRows(db, 'receipts', [
    {
      id: id(2),
      provider: 'twilio',
      eventId: 'e',
      deliveryId: id(1),
      status: 'sent',
      reason: 'to a number',
      at,
      receivedAt: at,
    },
  ]);
  await insertRows(db, 'inbound_messages', [
    {
      id: id(3),
      provider: 'twilio',
      providerId: 'S1',
      channel: 'sms',
      fromAddress: '+447700900555',
      toAddress: '',
      body: 'My words',
      fields: { a: 'b' },
      receivedAt: at,
      residentId,
      recipientId: invitationId,
      done: 'commented',
      trayReason: null,
    },
    {
      id: id(4),
      provider: 'twilio',
      providerId: 'S2',
      channel: 'sms',
      fromAddress: '+447700900556',
      toAddress: '',
      body: 'Waiting',
      receivedAt: at,
      done: 'tray',
      trayReason: 'unknown_number',
    },
  ]);
  await insertRows(db, 'frame_profiles', [{ frameMemberId, field: 'ethnicity', code: 'irish' }]);
  await insertRows(db, 'imports', [
    {
      id: id(5),
      filename: 'a',
      by: 'b',
      at,
      state: 'applied',
      rows: 1,
      counts: {},
      rejects: [{ column: 'a', count: 1 }],
      file: new TextEncoder().encode('secret'),
    },
  ]);
  await insertRows(db, 'import_rows', [{ importId: id(5), row: 2, reference: 'R1', kind: 'rejected', name: 'Secret' }]);
  await insertRows(db, 'sandbox_messages', [
    { deliveryId: id(6), channel: 'sms', toAddress: '+447700900555', language: 'en', body: 'x', at },
  ]);
  await insertRows(db, 'audit_log', [{ at, actor: 'system', actorName: 'Earshot', action: 'old.line' }]);
  const clock = testClock(now);
  const deps = testDeps({ db, clock });
  return { fixture, deps, clock, noor: noor!, call: caller(as(deps, staff('administrator'))) };
}

type Seen = {
  on: boolean;
  ranAt: string | null;
  rules: { kind: string; count: number; oldest: string | null; months: number }[];
};

test(
  'a dry run tells how much of each kind would go and since when the oldest stands, and changes nothing',
  withRollback(async (db) => {
    const { call, clock } = await office(db, '2026-11-23T09:00:00Z');
    const waiting = async () => {
      const { rules } = (await call('GET /api/v1/retention')).body as Seen;
      return Object.fromEntries(rules.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]));
    };
    expect(await waiting()).toEqual({});
    clock.set('2028-12-01T09:00:00Z');
    expect(await waiting()).toEqual({
      message_words: 1,
      inbound_raw: 1,
      inbound_words: 1,
      identifiable_answers: 2,
      import_rows: 1,
      practice: 1,
    });
    const { on, ranAt, rules } = (await call('GET /api/v1/retention')).body as Seen;
    expect([on, ranAt]).toEqual([false, null]);
    expect(rules.find(({ kind }) => kind === 'message_words')?.oldest).toBe(at.toISOString());
    clock.set('2033-12-01T09:00:00Z');
    expect(await waiting()).toMatchObject({ answers: 2, audit: 1 });
    expect(await db`select words from deliveries`).toEqual([{ words: 'Reply 1 to start' }]);
  }),
);

test(
  'nothing goes until an administrator turns it on; then a run takes what is old once a day and says only counts',
  withRollback(async (db) => {
    const { call, deps, clock, fixture, noor } = await office(db, '2028-12-01T09:00:00Z');
    const results = async () => (await call(`GET /api/v1/waves/${fixture.waveId}/results`)).body;
    const before = await results();
    await keepTidy(deps);
    expect(await db`select count(*)::int as n from deliveries where words is not null`).toEqual([{ n: 1 }]);
    expect((await call('PUT /api/v1/retention', { body: { on: true } })).status).toBe(200);
    await keepTidy(deps);
    expect(await db`select words, status from deliveries`).toEqual([{ words: null, status: 'sent' }]);
    expect(
      await db`select body, from_address, fields, recipient_id from inbound_messages order by provider_id`,
    ).toEqual([
      { body: '', fromAddress: '', fields: null, recipientId: null },
      { body: 'Waiting', fromAddress: '+447700900556', fields: null, recipientId: null },
    ]);
    expect(await db`select count(*)::int as n from frame_members where resident_id is not null`).toEqual([{ n: 0 }]);
    expect(await db`select code from invitations where id = ${noor.invitationId}`).toEqual([{ code: null }]);
    expect(await db`select file, rows, (select count(*)::int from import_rows) as kept from imports`).toEqual([
      { file: null, rows: 1, kept: 0 },
    ]);
    expect(await results()).toEqual(before);
    expect(await db`select detail from audit_log where action = 'retention.run'`).toEqual([
      {
        detail: {
          went: {
            practice: 1,
            import_rows: 1,
            inbound_raw: 1,
            inbound_words: 1,
            message_words: 1,
            identifiable_answers: 2,
          },
        },
      },
    ]);
    clock.advance({ hours: 2 });
    await keepTidy(deps);
    clock.advance({ hours: 22 });
    await keepTidy(deps);
    expect(await db`select detail from audit_log where action = 'retention.run' order by id`).toMatchObject([
      {},
      { detail: { went: {} } },
    ]);
    clock.set('2033-12-01T09:00:00Z');
    await keepTidy(deps);
    for (const table of ['responses', 'frame_profiles', 'result_columns'])
      expect(await db`select from ${db(table)}`).toHaveLength(0);
    expect(await db`select count(*)::int as n from residents`).toEqual([{ n: 2 }]);
  }),
);

test(
  'months are changed within bounds, by an administrator, and written down',
  withRollback(async (db) => {
    const { call, deps } = await office(db, '2028-12-01T09:00:00Z');
    const put = (body: object) => call('PUT /api/v1/retention', { body });
    expect(await put({ months: { practice: 0 } })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('from 1 to 24 months') },
    });
    expect(await put({ months: { nonsense: 3 } })).toMatchObject({ status: 400 });
    expect((await put({ months: { practice: 24 } })).status).toBe(200);
    expect((await put({ months: { message_words: 36 } })).status).toBe(200);
    const { on, rules } = (await call('GET /api/v1/retention')).body as Seen;
    expect(on).toBe(false);
    expect(
      rules.flatMap(({ kind, months }) => (['practice', 'message_words'].includes(kind) ? [[kind, months]] : [])),
    ).toEqual([
      ['message_words', 36],
      ['practice', 24],
    ]);
    expect(await db`select count(*)::int as n from audit_log where action = 'retention.change'`).toEqual([{ n: 2 }]);
    const officer = caller(as(deps, staff('officer', 'analyst')));
    expect((await officer('GET /api/v1/retention')).status).toBe(403);
    expect((await officer('PUT /api/v1/retention', { body: { on: true } })).status).toBe(403);
    expect((await officer('GET /api/v1/backups')).status).toBe(403);
  }),
);

test(
  'the words of people who left stay as they are; their sensitive facts go a year after their last tenancy',
  withRollback(async (db) => {
    const { call, fixture, clock } = await office(db, '2028-01-02T09:00:00Z');
    const [left, stays] = fixture.people.map(({ residentId }) => residentId);
    await insertRows(db, 'properties', [{ id: id(7), reference: 'P', addressLines: ['1'], postcode: 'A', area: 'E' }]);
    await insertRows(db, 'households', [
      { id: id(8), propertyId: id(7), tenancyReference: 'T', tenure: 's', fromDate: '2020-01-01' },
    ]);
    await insertRows(db, 'household_members', [
      { householdId: id(8), residentId: left, fromDate: '2020-01-01', toDate: '2027-01-01' },
    ]);
    await insertRows(db, 'household_members', [{ householdId: id(8), residentId: stays, fromDate: '2020-01-01' }]);
    for (const residentId of [left, stays])
      await insertRows(db, 'profiles', [
        { residentId, field: 'ethnicity', code: 'irish', source: 's', asAt: '2020-01-01' },
      ]);
    const waiting = async () =>
      ((await call('GET /api/v1/retention')).body as Seen).rules.find(({ kind }) => kind === 'profiles_of_leavers')
        ?.count;
    expect(await waiting()).toBe(1);
    clock.set('2027-12-30T09:00:00Z');
    expect(await waiting()).toBe(0);
  }),
);

test('every rule has its default within its bounds, and a month that is shorter ends on its last day', () => {
  for (const { kind, months, least, most, steps } of keepingRules) {
    expect([kind, months >= least && months <= most]).toEqual([kind, true]);
    expect(steps.length).toBeGreaterThan(0);
  }
  expect(cutOf(new Date('2026-03-31T10:00:00Z'), 1).toISOString()).toBe('2026-02-28T10:00:00.000Z');
  expect(cutOf(new Date('2026-11-23T10:00:00Z'), 24).toISOString()).toBe('2024-11-23T10:00:00.000Z');
});
