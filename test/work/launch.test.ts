import { expect, test } from 'vitest';
import { addressHash, addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { closeWave } from '../../server/actions/wave/close.ts';
import { extendWave } from '../../server/actions/wave/extend.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { pauseWave } from '../../server/actions/wave/pause.ts';
import { resumeWave } from '../../server/actions/wave/resume.ts';
import { Problem } from '../../server/problem.ts';
import { isCode } from '../../surveys/fieldwork/code.ts';
import { withRollback } from '../support/database.ts';
import { type TestDeps, testDeps } from '../support/deps.ts';
import {
  insertWave,
  makeWave,
  makeWorld,
  officer,
  type PersonChanges,
  residentId,
  seePrinter,
  uid,
  type WaveChanges,
  waveId,
} from './world.ts';

const people = (count: number, change: PersonChanges = {}) => Array.from({ length: count }, () => change);

async function ready(db: Db, who: readonly PersonChanges[], wave: WaveChanges = {}, set: Partial<TestDeps> = {}) {
  const deps = testDeps({ db, ...set });
  await makeWorld(db, who);
  await makeWave(db, wave);
  await seePrinter(db, deps.clock.now());
  return deps;
}

const outs = async (db: Db) => {
  const rows = await db<{ reference: string; outReason: string | null }[]>`
    select r.reference, f.out_reason from frame_members f join residents r on r.id = f.resident_id where f.wave_id = ${waveId}`;
  return Object.fromEntries(rows.map(({ reference, outReason }) => [reference, outReason]));
};

const suppress = (db: Db, row: Record<string, unknown>) =>
  insertRows(db, 'suppressions', [
    {
      id: crypto.randomUUID(),
      residentId: null,
      addressHash: null,
      purpose: null,
      note: null,
      at: new Date('2026-10-01'),
      by: 'Priya',
      ...row,
    },
  ]);

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'launched',
    (error: unknown) => (error instanceof Problem ? error.detail : String(error)),
  );

test(
  'a launch freezes the frame, draws the sample and gives each a code',
  withRollback(async (db) => {
    const deps = await ready(db, people(40), { sampleSize: 10 });
    expect(await launchWave(deps, officer, waveId)).toEqual({ asked: 10 });
    const frame = await db<
      { sampled: boolean; age: number; tenure: string; area: string }[]
    >`select * from frame_members`;
    expect(frame).toHaveLength(40);
    expect(frame.filter(({ sampled }) => sampled)).toHaveLength(10);
    expect(frame[0]).toMatchObject({ age: 46, tenure: 'general_needs', area: 'Elm' });
    const invitations = await db<{ code: string; nextAt: Date; nextStep: number }[]>`select * from invitations`;
    expect(new Set(invitations.map(({ code }) => code)).size).toBe(10);
    expect(invitations.every(({ code }) => isCode(code))).toBe(true);
    expect(invitations[0]).toMatchObject({ nextStep: 0, nextAt: new Date('2026-11-23T09:00:00Z') });
    const [wave] = await db`select status, seed, launched_by, version_id, mailing_id from waves`;
    expect(wave).toMatchObject({ status: 'open', launchedBy: 'Priya', seed: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const [line] = await db`select action, subject, detail from audit_log`;
    expect(line).toMatchObject({ action: 'wave.launch', subject: waveId, detail: { asked: 10, inFrame: 40 } });
    expect(deps.woken()).toBe(1);
  }),
);

test(
  'who is left out, and why',
  withRollback(async (db) => {
    const who: PersonChanges[] = [
      {},
      { inPanel: false },
      { area: 'Oak' },
      { tenure: 'leasehold' },
      {},
      {},
      {},
      { status: 'moved' },
      {},
      { phone: null, email: null },
      {},
    ];
    const deps = await ready(db, who, { audience: { areas: ['Elm'], tenures: ['general_needs'] } });
    const keys = await addressKeys(deps.env.secret);
    await suppress(db, { residentId: residentId(5), reason: 'do_not_contact', note: 'asked us to' });
    await suppress(db, { residentId: residentId(6), reason: 'stop', purpose: 'research' });
    await suppress(db, { residentId: residentId(7), reason: 'stop', purpose: 'service' });
    await suppress(db, {
      residentId: residentId(9),
      reason: 'paused',
      purpose: 'research',
      until: new Date('2027-01-01'),
    });
    for (const address of ['+447700900111', 'resident11@example.org']) {
      await suppress(db, { addressHash: await addressHash(keys, address.toUpperCase()), reason: 'bounce' });
    }
    await insertRows(
      db,
      'permissions',
      ['sms', 'email', 'post'].map((channel) => ({
        residentId: residentId(1),
        purpose: 'marketing',
        channel,
        allowed: false,
        at: new Date(),
        by: 'x',
        how: 'web',
      })),
    );
    await insertRows(db, 'permissions', [
      {
        residentId: residentId(10),
        purpose: 'research',
        channel: 'post',
        allowed: false,
        at: new Date(),
        by: 'x',
        how: 'web',
      },
    ]);
    await insertRows(db, 'permissions', [
      {
        residentId: residentId(11),
        purpose: 'research',
        channel: 'post',
        allowed: false,
        at: new Date(),
        by: 'x',
        how: 'web',
      },
    ]);
    expect(await launchWave(deps, officer, waveId)).toEqual({ asked: 2 });
    expect(await outs(db)).toEqual({
      R1: null,
      R2: 'not_in_panel',
      R3: 'outside_areas',
      R4: 'outside_tenures',
      R5: 'do_not_contact',
      R6: 'stopped',
      R7: null,
      R8: 'left',
      R9: 'on_break',
      R10: 'no_way',
      R11: 'no_way',
    });
    const [detail] = await db<
      { outDetail: string }[]
    >`select out_detail from frame_members where out_reason = 'do_not_contact'`;
    expect(JSON.parse(detail?.outDetail ?? '')).toEqual({ on: '2026-10-01', by: 'Priya', note: 'asked us to' });
  }),
);

test(
  'a household survey asks one person a home, and no home twice in a reporting year',
  withRollback(async (db) => {
    const deps = await ready(db, [{ household: 1 }, { household: 1 }, { household: 2 }, { household: 3 }], {
      unit: 'household',
      period: 'reporting_year',
      audience: { restDays: 0 },
    });
    await insertWave(db, uid('bbbb', 2), {});
    await insertRows(db, 'frame_members', [
      {
        id: uid('fade', 1),
        waveId: uid('bbbb', 2),
        residentId: residentId(3),
        householdId: uid('ab12', 2),
        sampled: true,
      },
    ]);
    await insertRows(db, 'responses', [
      {
        id: uid('5e55', 1),
        waveId: uid('bbbb', 2),
        frameMemberId: uid('fade', 1),
        versionId: uid('eeee', 2),
        language: 'en',
        state: 'complete',
        startedMode: 'web',
        startedAt: new Date('2026-05-01'),
        updatedAt: new Date('2026-05-01'),
        completedAt: new Date('2026-05-01'),
        interview: {},
      },
    ]);
    await launchWave(deps, officer, waveId);
    const reasons = await outs(db);
    expect(reasons).toMatchObject({ R3: 'household_counted', R4: null });
    expect([reasons.R1, reasons.R2].sort()).toEqual(['another_in_home', null]);
  }),
);

test(
  'whoever was asked within the rest days is left alone',
  withRollback(async (db) => {
    const deps = await ready(db, people(2));
    await launchWave(deps, officer, waveId);
    deps.clock.advance({ days: 5 });
    await db`insert into heartbeats (work, at) values ('print', ${deps.clock.now()}) on conflict (work) do update set at = excluded.at`;
    await insertWave(db, uid('bbbb', 2), { opensOn: '2026-11-28' });
    expect(await refusal(launchWave(deps, officer, uid('bbbb', 2)))).toContain('Nobody would be asked');
    deps.clock.advance({ days: 10 });
    await db`update heartbeats set at = ${deps.clock.now()}`;
    expect(await launchWave(deps, officer, uid('bbbb', 2))).toEqual({ asked: 2 });
  }),
);

test(
  'the same person never has two codes in one wave, and a wave is launched once',
  withRollback(async (db) => {
    const deps = await ready(db, people(3));
    await launchWave(deps, officer, waveId);
    expect(await refusal(launchWave(deps, officer, waveId))).toContain('This wave has been launched already.');
    expect(await db`select id from invitations`).toHaveLength(3);
  }),
);

test(
  'a launch is refused with every reason, and writes nothing',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    await makeWorld(db, [
      { demo: false, language: 'ur' },
      { demo: false, phone: null, email: null },
    ]);
    await makeWave(db, { quorum: 1 });
    await db`update landlord set freepost = '', demo = false`;
    const said = await refusal(launchWave(deps, officer, waveId));
    expect(said).toContain("The landlord's Freepost address is missing.");
    expect(said).toContain('Email is a sandbox and 1 real resident would get email.');
    expect(said).toContain('no process that can print has been seen yet.');
    expect(said).toContain('Sam planned this wave, so a second person must approve it.');
    expect(await db`select id from frame_members`).toHaveLength(0);
    expect(await db`select status from waves where status <> 'draft'`).toHaveLength(0);
  }),
);

test(
  'demo residents are never sent to a real provider',
  withRollback(async (db) => {
    const deps = await ready(db, people(2));
    const channels = { ...deps.channels, email: { ...deps.channels.email, sandbox: false } };
    expect(await refusal(launchWave({ ...deps, channels }, officer, waveId))).toContain(
      'Email is not a sandbox and 2 demo residents would get email.',
    );
  }),
);

test(
  'pause, go on, extend, close: each from where it may, each audited',
  withRollback(async (db) => {
    const deps = await ready(db, people(2));
    expect(await refusal(pauseWave(deps, officer, waveId))).toContain('in the field');
    await launchWave(deps, officer, waveId);
    await pauseWave(deps, officer, waveId);
    expect(await refusal(pauseWave(deps, officer, waveId))).toContain('in the field');
    await resumeWave(deps, officer, waveId);
    expect(await refusal(extendWave(deps, officer, waveId, '2026-12-01'))).toContain('open until 2026-12-20 already');
    await extendWave(deps, officer, waveId, '2026-12-31');
    expect(await db`select status, closes_on::text from waves`).toEqual([{ status: 'open', closesOn: '2026-12-31' }]);
    await closeWave(deps, officer, waveId);
    const [wave] = await db`select status, closes_on::text, closed_at from waves`;
    expect(wave).toMatchObject({ status: 'closed', closesOn: '2026-11-23', closedAt: deps.clock.now() });
    const lines = await db<{ action: string }[]>`select action from audit_log order by id`;
    expect(lines.map(({ action }) => action)).toEqual([
      'wave.launch',
      'wave.pause',
      'wave.resume',
      'wave.extend',
      'wave.close',
    ]);
  }),
);
