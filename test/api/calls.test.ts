import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { tick } from '../../server/work/tick.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { putLink } from '../support/halo.ts';
import { browser } from '../support/resident.ts';
import { makeWave, makeWorld, officer, type PersonChanges, residentId, seePrinter, waveId } from '../work/world.ts';

interface Line {
  id: string;
  residentId: string;
  name: string;
  tries: number;
}

/** A wave whose one step is a telephone call, at noon of its first day. */
async function ringing(db: Db, people: readonly PersonChanges[]) {
  const deps = testDeps({ db });
  await makeWorld(db, people);
  await makeWave(db, { plan: { steps: [{ channels: ['telephone'] }] } });
  await seePrinter(db, deps.clock.now());
  await launchWave(deps, officer, waveId);
  deps.clock.set('2026-11-23T12:00:00Z');
  await tick(deps);
  const call = caller(as(deps, staff('interviewer')));
  const list = async () => ((await call('GET /api/v1/calls')).body as { items: Line[] }).items;
  const names = async () => (await list()).map((line) => line.residentId).sort();
  const record = async (n: number, outcome: string) => {
    const line = (await list()).find((each) => each.residentId === residentId(n));
    return call(`POST /api/v1/calls/${line?.id}`, { body: { outcome, note: 'rang' } });
  };
  return { deps, call, list, names, record };
}

test(
  'a telephone step puts on the list whoever may be rung, and leaves others out',
  withRollback(async (db) => {
    const { list, call } = await ringing(db, [{}, { phone: null }, { email: null }]);
    expect((await list()).map(({ residentId: id, tries }) => [id, tries])).toEqual(
      expect.arrayContaining([
        [residentId(1), 0],
        [residentId(3), 0],
      ]),
    );
    expect(await list()).toHaveLength(2);
    expect(await db`select id from deliveries`).toHaveLength(0);
    const first = await call('GET /api/v1/calls?limit=1');
    const { next } = first.body as { next: string };
    expect((await call(`GET /api/v1/calls?limit=1&cursor=${encodeURIComponent(next)}`)).body).toMatchObject({
      next: null,
    });
  }),
);

test(
  'no answer is tried again at another time of day, five times; a no ends it, and each is written down',
  withRollback(async (db) => {
    const { deps, record, names } = await ringing(db, [{}, {}]);
    expect((await record(2, 'said_no')).body).toEqual({ againAt: null });
    const [refused] =
      await db`select disposition, next_at from invitations i join recipients r on r.id = i.id where r.resident_id = ${residentId(2)}`;
    expect(refused).toEqual({ disposition: 'refused', nextAt: null });
    for (const [at, again] of [
      ['2026-11-23T12:00:00Z', '2026-11-24T17:30:00.000Z'],
      ['2026-11-24T17:40:00Z', '2026-11-25T11:00:00.000Z'],
      ['2026-11-25T12:00:00Z', '2026-11-26T17:30:00.000Z'],
      ['2026-11-26T18:00:00Z', '2026-11-27T11:00:00.000Z'],
      ['2026-11-27T12:00:00Z', null],
    ] as const) {
      deps.clock.set(at);
      expect((await record(1, 'no_answer')).body).toEqual({ againAt: again });
      expect(await names()).toEqual([]);
    }
    const lines = await db`select action from audit_log where action = 'call.try'`;
    expect(lines).toHaveLength(6);
    expect(await db`select outcome from calls where by = 'interviewer' or by <> ''`).toHaveLength(6);
  }),
);

const ends: [string, (db: Db) => Promise<unknown>][] = [
  ['an answer', (db) => db`update invitations set disposition = 'complete'`],
  ['a death', (db) => db`update residents set status = 'died' where id = ${residentId(1)}`],
  ['a pause', (db) => db`update waves set status = 'paused'`],
  ['the end of the wave', (db) => db`update waves set status = 'closed'`],
  [
    'the do-not-contact list',
    (db) => db`
      insert into suppressions (id, resident_id, reason, at, by)
      values (gen_random_uuid(), ${residentId(1)}, 'do_not_contact', now(), 'Priya')`,
  ],
  [
    'a no to calls',
    (db) => db`
      insert into permissions (resident_id, purpose, channel, allowed, at, by, how)
      values (${residentId(1)}, 'research', 'telephone', false, now(), 'Priya', 'telephone')`,
  ],
  [
    'a no to every way of writing, with never a word of calls,',
    (db) => db`
      insert into permissions (resident_id, purpose, channel, allowed, at, by, how)
      select ${residentId(1)}, 'research', channel, false, now(), 'The resident', 'web' from unnest(array['sms', 'email', 'post']) channel`,
  ],
];

test.each(ends)('%s takes them off the list at once', (_, end) =>
  withRollback(async (db) => {
    const { names } = await ringing(db, [{}]);
    expect(await names()).toEqual([residentId(1)]);
    await end(db);
    expect(await names()).toEqual([]);
  })(),
);

test(
  'what is over cannot be tried again, and an analyst has no list',
  withRollback(async (db) => {
    const { deps, call, list } = await ringing(db, [{}]);
    const [line] = await list();
    await call(`POST /api/v1/calls/${line?.id}`, { body: { outcome: 'spoke' } });
    const again = await call(`POST /api/v1/calls/${line?.id}`, { body: { outcome: 'spoke' } });
    expect(again.body).toMatchObject({ code: 'not_on_list' });
    expect((await caller(as(deps, staff('analyst')))('GET /api/v1/calls')).status).toBe(403);
  }),
);

interface Cell {
  purpose: string;
  channel: string;
  allowed: boolean;
}

test(
  'an officer writes down whether somebody may be rung, for each purpose, and the list and the plan keep to it',
  withRollback(async (db) => {
    const { deps, names } = await ringing(db, [{ email: null }, {}]);
    const call = caller(as(deps, officer));
    const address = `/api/v1/residents/${residentId(1)}`;
    const cells = async () =>
      ((await call(`GET ${address}`)).body as { permissions: Cell[] }).permissions.filter(
        ({ channel }) => channel === 'telephone',
      );
    expect((await cells()).map(({ purpose, allowed }) => [purpose, allowed])).toEqual([
      ['research', true],
      ['service', true],
      ['marketing', false],
    ]);
    const say = (purpose: string, allowed: boolean) =>
      call(`PUT ${address}/permissions`, { body: { purpose, channel: 'telephone', allowed, how: 'letter' } });
    expect((await say('service', false)).status).toBe(200);
    expect(await names()).toEqual([residentId(1), residentId(2)]);
    expect((await say('research', false)).status).toBe(200);
    expect(await names()).toEqual([residentId(2)]);
    expect(await cells()).toContainEqual({
      ...{ purpose: 'research', channel: 'telephone', allowed: false },
      said: { at: '2026-11-23T12:00:00.000Z', by: 'Priya', how: 'letter' },
    });
    expect((await say('research', true)).status).toBe(200);
    expect(await names()).toEqual([residentId(1), residentId(2)]);
    expect((await db`select action from audit_log where action = 'resident.permit'`).length).toBe(3);
  }),
);

test(
  'who refused every way of writing is left in peace, and is rung only where they allowed that',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    await makeWorld(db, [{}, {}, {}, {}]);
    await makeWave(db, {
      plan: { steps: [{ channels: ['sms'] }, { day: 3, kind: 'reminder', channels: ['telephone'] }] },
    });
    const call = caller(as(deps, officer));
    const writing = { sms: false, email: false, post: false };
    for (const [n, said] of [
      [1, { ...writing, telephone: true }],
      [2, { ...writing, telephone: false }],
      [3, writing],
    ] as const)
      for (const [channel, allowed] of Object.entries(said))
        await call(`PUT /api/v1/residents/${residentId(n)}/permissions`, {
          body: { purpose: 'research', channel, allowed, how: 'in_person' },
        });
    const out = async () => ((await call(`GET /api/v1/waves/${waveId}/check`)).body as { out: object[] }).out;
    expect(await out()).toMatchObject([{ code: 'stopped', count: 2 }]);
    await db`update waves set plan = jsonb_set(plan, '{steps,1,channels}', '["email"]')`;
    expect(await out()).toMatchObject([
      { code: 'stopped', count: 2 },
      { code: 'no_way', count: 1 },
    ]);
  }),
);

test(
  'a resident unticks calls on their own page, and ticks them again',
  withRollback(async (db) => {
    const { deps, names } = await ringing(db, [{}]);
    const path = `/p/${await putLink(db, 'preferences', residentId(1), null)}`;
    const me = browser(deps);
    const tick = (...research: string[]) =>
      me.post(path, [
        ['do', 'change'],
        ['row', 'ways'],
        ...research.map((way): [string, string] => ['research', way]),
        ...['sms', 'email', 'post', 'telephone'].map((way): [string, string] => ['service', way]),
      ]);
    expect((await me.get(`${path}?change=ways`)).html).toMatch(
      /name="research" value="telephone" checked><span>Telephone call/,
    );
    const saved = await tick('sms', 'email', 'post');
    expect(saved.text).toContain(
      'Surveys: Text, Email, Letter; Groups and papers: Text, Email, Letter, Telephone call',
    );
    expect(await names()).toEqual([]);
    expect(await db`select purpose, channel, allowed, by, how from permissions`).toEqual([
      { purpose: 'research', channel: 'telephone', allowed: false, by: 'The resident', how: 'web' },
    ]);
    await tick('sms', 'email', 'post', 'telephone');
    expect(await names()).toEqual([residentId(1)]);
    // The only way that they leave ticked is one they said yes to.
    await db`delete from permissions`;
    await tick('telephone');
    expect(await names()).toEqual([residentId(1)]);
  }),
);
