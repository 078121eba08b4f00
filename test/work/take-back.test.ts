import { expect, test } from 'vitest';
import { addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import { claimDue } from '../../db/commands/claim.ts';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { takeBackLaunch } from '../../server/actions/wave/take-back.ts';
import type { Deps } from '../../server/deps.ts';
import { drain } from '../../server/work/drain.ts';
import { tick } from '../../server/work/tick.ts';
import { as, caller } from '../support/api.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { testDeps, testEnv } from '../support/deps.ts';
import {
  makeWave,
  makeWorld,
  officer,
  type PersonChanges,
  residentId,
  seePrinter,
  uid,
  versionId,
  type WaveChanges,
  waveId,
} from './world.ts';

const env = testEnv({ LAUNCH_DELAY_MINUTES: '5' });

/** A wave launched at 09:00, whose first message leaves five minutes later. */
async function launched(db: Db, who: readonly PersonChanges[] = [{}, {}, {}], wave: WaveChanges = {}) {
  const deps = testDeps({ db, env, newId: () => crypto.randomUUID() });
  await makeWorld(db, who);
  await makeWave(db, wave);
  await seePrinter(db, deps.clock.now());
  await launchWave(deps, officer, waveId);
  const call = caller(as(deps, officer));
  return { deps, call, take: () => call(`POST /api/v1/waves/${waveId}/take-back`) };
}

const send = (deps: Deps) => drain(deps, { limit: 100, until: new Date('2030-01-01') });
const seen = async (call: ReturnType<typeof caller>) =>
  (await call(`GET /api/v1/waves/${waveId}`)).body as { status: string; takeBack: { firstAt: string } | null };

const left = async (db: Db) => {
  const [row] = await db`
    select (select count(*)::int from frame_members) as frame, (select count(*)::int from frame_profiles) as profiles,
      (select count(*)::int from recipients) as recipients, (select count(*)::int from invitations) as invitations,
      (select count(*)::int from deliveries) as deliveries, (select count(*)::int from mailings) as mailings,
      (select count(*)::int from call_list) as calls`;
  return row;
};
const nothing = { frame: 0, profiles: 0, recipients: 0, invitations: 0, deliveries: 0, mailings: 0, calls: 0 };

test(
  'the first message leaves five minutes after the launch, and until then the launch can be taken back',
  withRollback(async (db) => {
    const { deps, call, take } = await launched(db);
    expect((await seen(call)).takeBack).toEqual({ firstAt: '2026-11-23T09:05:00.000Z' });
    deps.clock.set('2026-11-23T09:04:59Z');
    expect(await tick(deps)).toMatchObject({ written: 0 });
    deps.clock.set('2026-11-23T09:05:00Z');
    expect(await tick(deps)).toMatchObject({ written: 3 });
    await send(deps);
    expect(deps.channels.email.sent).toHaveLength(3);
    expect((await seen(call)).takeBack).toBeNull();
    expect(await take()).toMatchObject({
      status: 409,
      body: {
        code: 'gone_out',
        detail:
          'The first messages are on their way or have gone. So the launch stands. You can pause the wave, or close it.',
      },
    });
    expect(await left(db)).toMatchObject({ invitations: 3, deliveries: 3 });
  }),
);

test(
  'a plan that opens on a later day leaves on that day, not five minutes after the launch',
  withRollback(async (db) => {
    const { call } = await launched(db, [{}], { opensOn: '2026-11-25' });
    expect((await seen(call)).takeBack).toEqual({ firstAt: '2026-11-25T00:00:00.000Z' });
  }),
);

test(
  'taken back it is a plan again: everything of the launch is gone, the codes are spent, and it can be changed and launched anew',
  withRollback(async (db) => {
    const { deps, call, take } = await launched(db, [{}, {}, { email: null, phone: null }]);
    await insertRows(db, 'approvals', [{ waveId, by: 'Ali', at: deps.clock.now() }]);
    const before = await db<{ code: string }[]>`select code from invitations order by id`;
    const { seed } = (await db<{ seed: string }[]>`select seed from waves`)[0] ?? {};
    expect((await take()).body).toEqual({ ok: true });
    expect(await left(db)).toEqual(nothing);
    const [wave] =
      await db`select status, seed, version_id, mailing_id, launched_by, launched_at, paused_at from waves`;
    expect(wave).toEqual({
      status: 'draft',
      seed: null,
      versionId: null,
      mailingId: null,
      launchedBy: null,
      launchedAt: null,
      pausedAt: null,
    });
    expect(await db`select * from approvals`).toEqual([]);
    expect(await db`select hash from spent_codes`).toHaveLength(3);
    const [line] = await db`select action, subject, actor_name, detail from audit_log order by id desc limit 1`;
    expect(line).toMatchObject({
      action: 'wave.take_back',
      subject: waveId,
      actorName: 'Priya',
      detail: { launchedAt: '2026-11-23T09:00:00.000Z', seed, versionId },
    });
    deps.clock.set('2026-11-23T09:30:00Z');
    expect(await tick(deps)).toEqual({ closed: 0, looked: 0, written: 0 });
    expect(await take()).toMatchObject({ status: 409, body: { code: 'wave_state' } });
    await db`update waves set name = 'Another name'`;
    await db`update heartbeats set at = ${deps.clock.now()}`;
    expect((await call(`POST /api/v1/waves/${waveId}/launch`)).body).toEqual({ asked: 3 });
    const after = await db<{ code: string }[]>`select code from invitations`;
    const old = new Set(before.map(({ code }) => code));
    expect(after.filter(({ code }) => old.has(code))).toEqual([]);
    deps.clock.set('2026-11-23T09:35:00Z');
    await tick(deps);
    await send(deps);
    expect(deps.channels.email.sent).toHaveLength(2);
  }),
);

test(
  'what is due and was not claimed goes too, as long as nothing leaves: paused, and letters that nobody printed',
  withRollback(async (db) => {
    const { deps, call, take } = await launched(db, [{}, { email: null, phone: null }]);
    deps.clock.set('2026-11-23T09:06:00Z');
    await tick(deps);
    await call(`POST /api/v1/waves/${waveId}/pause`);
    await send(deps);
    expect(await seen(call)).toMatchObject({ status: 'paused', takeBack: { firstAt: '2026-11-23T09:06:00.000Z' } });
    expect((await take()).body).toEqual({ ok: true });
    expect(await left(db)).toEqual(nothing);
  }),
);

test(
  'the prize keeps its seed and its seal, so nobody can launch until they like the draw',
  withRollback(async (db) => {
    const { deps, take } = await launched(db);
    const prize = {
      waveId,
      prize: 'a voucher',
      winners: 1,
      reserves: 1,
      closesOn: '2026-12-18',
      seed: 'ab',
      seal: 'cd',
      setBy: 'Priya',
      setAt: deps.clock.now(),
    };
    await insertRows(db, 'prize_draws', [prize]);
    await take();
    expect(await db`select seed, seal from prize_draws`).toEqual([{ seed: 'ab', seal: 'cd' }]);
  }),
);

const anInvitation = `select i.id, i.frame_member_id from invitations i order by i.id limit 1`;
const response = `insert into responses (id, wave_id, frame_member_id, version_id, language, state, started_mode, started_at, updated_at, interview)
  select '${uid('5e55', 1)}', '${waveId}', x.frame_member_id, '${versionId}', 'en', 'open', 'telephone', now(), now(), '{}' from (${anInvitation}) x`;

test.each([
  ['answered in part', 'Somebody has answered already.', response],
  ['sent back blank', 'Somebody has answered already.', `update invitations set disposition = 'blank'`],
  [
    'was rung',
    'Somebody was rung already.',
    `insert into call_list (id, invitation_id, step, due_at, tries) select '${uid('ca11', 1)}', x.id, 0, now(), 1 from (${anInvitation}) x`,
  ],
  [
    'entered the draw',
    'Somebody is in the prize draw already.',
    `insert into prize_draws (wave_id, prize, winners, reserves, closes_on, seed, seal, set_by, set_at) values ('${waveId}', 'x', 1, 1, '2026-12-18', 'a', 'b', 'c', now());
     insert into prize_entries (id, wave_id, resident_id, way, entered_on) values ('${uid('9999', 1)}', '${waveId}', '${residentId(1)}', 'typed', '2026-11-23')`,
  ],
  [
    'wrote to us',
    'Somebody has written to us about it already.',
    `insert into inbound_messages (id, provider, provider_id, channel, from_address, to_address, body, received_at, recipient_id, done)
     select '${uid('1b1b', 1)}', 'x', 'y', 'sms', 'a', 'b', 'c', now(), x.id, 'tray' from (${anInvitation}) x`,
  ],
])('a launch stands when somebody %s meanwhile', (_what, why, statement) =>
  withRollback(async (db) => {
    const { call, take } = await launched(db);
    await db.unsafe(statement);
    expect((await seen(call)).takeBack).toBeNull();
    const { body } = await take();
    expect(body).toMatchObject({ code: 'gone_out', detail: expect.stringContaining(why) });
    expect(await left(db)).toMatchObject({ frame: 3, invitations: 3 });
  })(),
);

test(
  'only who may launch may take a launch back, a draft or a closed wave has none, and more cannot be asked before it stands',
  withRollback(async (db) => {
    const { deps, call, take } = await launched(db);
    for (const role of ['analyst', 'interviewer'] as const) {
      const other = caller(as(deps, { kind: 'staff', id: role, name: role, roles: [role] }));
      expect((await other(`POST /api/v1/waves/${waveId}/take-back`)).status).toBe(403);
    }
    const ask = { key: uid('abcd', 1), cells: ['area:Elm'], how: 'next_step', want: 1 };
    expect((await call(`POST /api/v1/waves/${waveId}/asks`, { body: ask })).body).toMatchObject({
      code: 'wave_state',
      detail: 'Nothing goes out before 09:05, while the launch can be taken back. Ask more people then.',
    });
    await call(`POST /api/v1/waves/${waveId}/close`);
    expect((await take()).body).toMatchObject({ code: 'wave_state' });
    expect((await call(`POST /api/v1/waves/${uid('bbbb', 9)}/take-back`)).status).toBe(404);
  }),
);

/** Work that ran into a row of ours waits for a lock. */
async function untilSomebodyWaits(db: Db): Promise<void> {
  const waits = () => db`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  while ((await waits()).length === 0);
}

const claimOf = async (db: Db, deps: Deps) =>
  claimDue(db, {
    channel: 'email',
    provider: 'sandbox',
    sandbox: true,
    bulk: true,
    now: deps.clock.now(),
    limit: 10,
    keys: await addressKeys(deps.env.secret),
  });

test('of a claim and a take-back at one moment the first wins, and the other finds nothing or says so', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const { deps, take } = await launched(db);
    deps.clock.set('2026-11-23T09:05:00Z');
    await tick(deps);
    await db
      .begin(async (claiming) => {
        expect(await claimOf(claiming, deps)).toHaveLength(3);
        expect((await take()).body).toMatchObject({
          code: 'gone_out',
          detail: expect.stringContaining('at this very moment'),
        });
        throw new Error('the process that claimed dies');
      })
      .catch(() => {});
    const taking = await db.begin(async (tx) => {
      await tx`select from frame_members for update`;
      const running = takeBackLaunch(deps, officer, waveId);
      await untilSomebodyWaits(db);
      expect(await claimOf(db, deps)).toEqual([]);
      expect(await tick(deps)).toMatchObject({ looked: 0 });
      return { running };
    });
    await taking.running;
    expect(await left(db)).toEqual(nothing);
    expect(await claimOf(db, deps)).toEqual([]);
  } finally {
    await drop();
  }
});

test('of an answer and a take-back at one moment the answer that came first is kept, and the launch stands', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const { take } = await launched(db);
    const answering = await db.begin(async (tx) => {
      await tx.unsafe(response);
      const running = take();
      await untilSomebodyWaits(db);
      return { running };
    });
    expect((await answering.running).body).toMatchObject({ code: 'gone_out' });
    expect(await db`select id from responses`).toHaveLength(1);
    expect(await left(db)).toMatchObject({ frame: 3, invitations: 3 });
  } finally {
    await drop();
  }
});
