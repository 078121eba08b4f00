import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { makeWave, makeWorld, officer, type PersonChanges, residentId, seePrinter, waveId } from '../work/world.ts';

async function field(db: Db, people: readonly PersonChanges[], launch = true) {
  const deps = testDeps({ db });
  await makeWorld(db, people);
  await makeWave(db);
  await seePrinter(db, deps.clock.now());
  if (launch) await launchWave(deps, officer, waveId);
  const call = caller(as(deps, staff('officer')));
  return {
    deps,
    call,
    see: (n: number) => call(`GET /api/v1/residents/${residentId(n)}`),
    timeline: (n: number, query = '') => call(`GET /api/v1/residents/${residentId(n)}/timeline${query}`),
  };
}

/** An attempt to reach the first resident, as it stands. */
const attempt = (db: Db, status: string, more: object = {}) => db`
  insert into deliveries ${db({
    id: '00000000-0000-4000-a000-000000000001',
    step: 0,
    attempt: 1,
    channel: 'email',
    kind: 'invitation',
    status,
    dueAt: '2026-11-23T09:00:00Z',
    claimedAt: '2026-11-23T09:01:00Z',
    language: 'ur',
    format: 'standard',
    createdAt: '2026-11-23T09:00:00Z',
    words: 'Your code is **** **** ****',
    ...more,
  })}`;

const recipientOf = async (db: Db, n: number) => {
  const [row] = await db<{ id: string }[]>`select id from recipients where resident_id = ${residentId(n)}`;
  return row?.id ?? '';
};

test.each([
  ['a part of a name', 'khan2', ['Mrs Nadia Khan2']],
  ['a name and an address', 'nadia elm', ['Mrs Nadia Khan1', 'Mrs Nadia Khan2', 'Mrs Nadia Khan3']],
  ['a postcode without its space', 'ox11aa 3', ['Mrs Nadia Khan3']],
  ['a number as people write it', '07700900002', ['Mrs Nadia Khan2']],
  ['a reference', 'R3', ['Mrs Nadia Khan3']],
  ['a number from abroad', '+44 (0)7700 900 002', ['Mrs Nadia Khan2']],
  ['an email address', 'Resident2@example', ['Mrs Nadia Khan2']],
  ['a tenancy reference', 't2', ['Mrs Nadia Khan2']],
  ['a whole address', '2 Elm Court, OX1 1AA', ['Mrs Nadia Khan2']],
  ['a start of each name, in any order', 'kha nad', ['Mrs Nadia Khan1', 'Mrs Nadia Khan2', 'Mrs Nadia Khan3']],
  ['a family name and a house', 'khan2 2 elm', ['Mrs Nadia Khan2']],
  ['signs that mean something to the database', '%_\\', []],
])('residents are found by %s', (_name, q, names) =>
  withRollback(async (db) => {
    const { call } = await field(db, [{}, { phone: '+447700900002' }, {}], false);
    const { body } = await call(`GET /api/v1/residents?q=${encodeURIComponent(q)}`);
    expect((body as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual(names);
    expect(body).toMatchObject({ total: names.length });
  })(),
);

test(
  'names are found without accents, capitals and signs, and stand in the order of their letters',
  withRollback(async (db) => {
    const { call } = await field(db, [{}, {}, {}], false);
    await db`update residents set family_name = 'Łukasiewicz-Nowak', given_name = 'Élodie' where id = ${residentId(2)}`;
    await db`update residents set family_name = 'O''Brien' where id = ${residentId(3)}`;
    const found = async (q: string) => {
      const { body } = await call(`GET /api/v1/residents?q=${encodeURIComponent(q)}`);
      return (body as { items: { reference: string }[] }).items.map(({ reference }) => reference);
    };
    expect(await found('lukasiewicz')).toEqual(['R2']);
    expect(await found('ELODIE nowak')).toEqual(['R2']);
    expect(await found('Łukasiewicz-Nowak')).toEqual(['R2']);
    expect(await found("o'brien")).toEqual(['R3']);
    expect(await found('obrien')).toEqual(['R3']);
    expect(await found('nobody at all')).toEqual([]);
    expect(await found('')).toEqual(['R1', 'R2', 'R3']);
  }),
);

test(
  'more than a page of people of one name is told as such, and goes on to the end',
  withRollback(async (db) => {
    const { call } = await field(db, [{}, {}, {}], false);
    const first = await call('GET /api/v1/residents?q=khan&limit=2');
    expect(first).toMatchObject({ body: { total: null, items: [{ reference: 'R1' }, { reference: 'R2' }] } });
    const { next } = first.body as { next: string };
    const second = await call(`GET /api/v1/residents?q=khan&limit=2&cursor=${encodeURIComponent(next)}`);
    expect(second).toMatchObject({ body: { items: [{ reference: 'R3' }], next: null } });
  }),
);

test(
  'a list goes on from its cursor to its end, each once',
  withRollback(async (db) => {
    const { call } = await field(
      db,
      Array.from({ length: 5 }, () => ({})),
      false,
    );
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await call(
        `GET /api/v1/residents?limit=2${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`,
      );
      const page = body as { items: { reference: string }[]; next: string | null };
      seen.push(...page.items.map(({ reference }) => reference));
      next = page.next;
    }
    expect(seen).toEqual(['R1', 'R2', 'R3', 'R4', 'R5']);
    expect(await call('GET /api/v1/residents?cursor=nonsense')).toMatchObject({
      status: 400,
      body: { code: 'bad_input' },
    });
  }),
);

test(
  'the sentence says that it waits, then that it may have gone, then that she was reached',
  withRollback(async (db) => {
    const { see } = await field(db, [{}]);
    expect(await see(1)).toMatchObject({
      body: { why: { waveId, sentence: expect.stringContaining('She got nothing yet') } },
    });
    await attempt(db, 'unknown', { recipientId: await recipientOf(db, 1) });
    expect(await see(1)).toMatchObject({
      body: {
        why: {
          sentence: expect.stringContaining('We do not know if she got it'),
          action: { kind: 'resend_or_leave', id: '00000000-0000-4000-a000-000000000001' },
        },
      },
    });
    await db`update deliveries set status = 'delivered', delivered_at = '2026-11-23T09:02:00Z'`;
    expect(await see(1)).toMatchObject({
      body: { why: { sentence: expect.stringContaining('She was reached: email delivered') } },
    });
  }),
);

test(
  'the timeline tells what happened, newest first, with the words in their own direction',
  withRollback(async (db) => {
    const { timeline } = await field(db, [{}]);
    await attempt(db, 'failed', {
      recipientId: await recipientOf(db, 1),
      failedAt: '2026-11-23T09:05:00Z',
      failReason: 'mailbox full',
      nextAction: 'next channel, post',
    });
    expect(await timeline(1)).toMatchObject({
      body: {
        items: [
          {
            kind: 'delivery',
            sentence: expect.stringMatching(/^Email \(the invitation, .*\), Urdu was not delivered: mailbox full\.$/),
            next: 'next channel, post',
            dir: 'rtl',
            words: 'Your code is **** **** ****',
          },
          { kind: 'frame', sentence: expect.stringContaining('(1 of 1)') },
          { kind: 'group' },
        ],
      },
    });
  }),
);

test(
  'whoever is left out is told why, by the list as it was frozen',
  withRollback(async (db) => {
    const { deps, call, see } = await field(db, [{}, {}], false);
    await call(`POST /api/v1/residents/${residentId(1)}/do-not-contact`, { body: { reason: 'Her daughter asked us' } });
    await launchWave(deps, officer, waveId);
    expect(await see(1)).toMatchObject({
      body: {
        why: {
          sentence: expect.stringContaining(
            'She got nothing because she is on the do-not-contact list. Test Person added her',
          ),
        },
      },
    });
  }),
);

test(
  'who is put on the do-not-contact list while a wave is open has said no, and what is due to them is cancelled',
  withRollback(async (db) => {
    const { call } = await field(db, [{}, {}]);
    const id = await recipientOf(db, 1);
    await attempt(db, 'due', { recipientId: id, claimedAt: null });
    await db`update invitations set next_at = null, disposition = 'reached' where id = ${id}`;
    await call(`POST /api/v1/residents/${residentId(1)}/do-not-contact`, { body: { reason: 'Her daughter asked us' } });
    expect(await db`select disposition, next_at from invitations where id = ${id}`).toEqual([
      { disposition: 'refused', nextAt: null },
    ]);
    expect(await db`select status, next_action from deliveries where recipient_id = ${id}`).toEqual([
      { status: 'cancelled', nextAction: 'put on the do-not-contact list, so cancelled' },
    ]);
    expect((await call(`GET /api/v1/waves/${waveId}/fieldwork`)).body).toMatchObject({
      dispositions: expect.arrayContaining([
        expect.objectContaining({ code: 'refused', count: 1 }),
        expect.objectContaining({ code: 'no_answer', count: 1 }),
      ]),
    });
  }),
);

test.each([
  ['a body', () => ['POST', `residents/${residentId(1)}/do-not-contact`, { reason: 'Her\0 daughter' }] as const],
  [
    'JSON that is kept',
    () => ['POST', 'questionnaires', { name: 'Panel\0', from: { instrument: 'tsm-2023' } }] as const,
  ],
  ['a query', () => ['GET', 'residents?q=Kh%00an', undefined] as const],
])('a zero byte in %s is refused in words', (_name, sent) =>
  withRollback(async (db) => {
    const { call } = await field(db, [{}], false);
    const [method, path, body] = sent();
    expect(await call(`${method} /api/v1/${path}`, { body })).toMatchObject({
      status: 400,
      body: { code: 'bad_input', detail: expect.stringContaining('(NUL) cannot be kept') },
    });
  })(),
);

test(
  'a number that two people use is shown',
  withRollback(async (db) => {
    const { see } = await field(db, [{ phone: '+447700900001' }, { phone: '+447700900001' }], false);
    expect(await see(1)).toMatchObject({
      body: { age: 46, sharesPhoneWith: [{ id: residentId(2), name: 'Mrs Nadia Khan2' }] },
    });
  }),
);

test(
  'a change is kept as people write it and told in the timeline',
  withRollback(async (db) => {
    const { call, see, timeline } = await field(db, [{}], false);
    const change = (body: object) => call(`PATCH /api/v1/residents/${residentId(1)}`, { body });
    expect((await change({ phone: '07700 900 555', format: 'large' })).status).toBe(200);
    expect(await see(1)).toMatchObject({
      body: {
        phone: '+447700900555',
        format: 'large',
      },
    });
    expect(await timeline(1, '?kind=change')).toMatchObject({
      body: { items: [{ sentence: 'Test Person changed print size, mobile.' }], next: null },
    });
    expect(await change({ phone: '0770' })).toMatchObject({ status: 400, body: { faults: [{ path: 'body.phone' }] } });
    expect(await change({ language: 'tlh' })).toMatchObject({ status: 400 });
    expect(
      await call('PATCH /api/v1/residents/00000000-0000-4000-8000-00000000ffff', { body: { format: 'large' } }),
    ).toMatchObject({ status: 404 });
  }),
);

test(
  'home tells what needs a person and how the field goes',
  withRollback(async (db) => {
    const { call } = await field(db, [{}, {}]);
    await attempt(db, 'unknown', { recipientId: await recipientOf(db, 1) });
    await db`insert into channel_states (channel, stopped_at, reason, tries) values ('sms', '2026-11-23T08:14:00Z', 'Twilio is not answering', 5)`;
    expect(await call('GET /api/v1/home')).toMatchObject({
      body: {
        needs: [
          { kind: 'unknown', sentence: '1 email may or may not have gone.', action: 'Look at 1 email' },
          { kind: 'channel', sentence: 'Texts have stopped: Twilio is not answering.' },
        ],
        field: [{ waveId, asked: 2, answered: 0 }],
      },
    });
    expect(await call('GET /api/v1/me')).toMatchObject({ body: { banner: { level: 'fault' } } });
  }),
);

test(
  'people are not for analysts',
  withRollback(async (db) => {
    const { deps } = await field(db, [{}], false);
    const call = caller(as(deps, staff('analyst')));
    expect((await call('GET /api/v1/residents')).status).toBe(403);
    expect((await call(`GET /api/v1/residents/${residentId(1)}`)).status).toBe(403);
  }),
);

test(
  'what was an answer to a survey is not shown, and what was not is',
  withRollback(async (db) => {
    const { timeline } = await field(db, [{}]);
    const came = (n: number, done: string, body: string) => db`
    insert into inbound_messages (id, provider, provider_id, channel, from_address, to_address, body, received_at, resident_id, done)
    values (gen_random_uuid(), 'sandbox', ${String(n)}, 'sms', '+447700900001', '+447700900000', ${body},
      ${new Date(Date.UTC(2026, 10, 23, 10, n))}, ${residentId(1)}, ${done})`;
    await came(1, 'answered', '5');
    await came(2, 'tray', 'Please ring me');
    expect(await timeline(1)).toMatchObject({
      body: {
        items: [
          { words: 'Please ring me' },
          { words: null, sentence: 'Text from them: taken as an answer.' },
          { kind: 'frame' },
          { kind: 'group', sentence: "In People's Panel from this day." },
        ],
      },
    });
  }),
);
