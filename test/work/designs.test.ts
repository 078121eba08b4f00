import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { tick } from '../../server/work/tick.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import {
  insertWave,
  makeWave,
  makeWorld,
  officer,
  type PersonChanges,
  seePrinter,
  uid,
  versionId,
  type WaveChanges,
  waveId,
} from './world.ts';

/** So many people in each area, by turns old and young. */
const inAreas = (counts: Record<string, number>): PersonChanges[] =>
  Object.entries(counts).flatMap(([area, count]) =>
    Array.from({ length: count }, (_, n) => ({ area, dateOfBirth: n % 2 ? '1950-01-01' : '1990-01-01' })),
  );

async function ready(db: Db, who: readonly PersonChanges[], wave: WaveChanges) {
  const deps = testDeps({ db });
  await makeWorld(db, who);
  await makeWave(db, wave);
  await seePrinter(db, deps.clock.now());
  return deps;
}

const drawn = async (db: Db, id = waveId) => {
  const rows = await db<{ stratum: string | null; count: number }[]>`
    select stratum, count(*)::int as count from frame_members where wave_id = ${id} and sampled group by 1 order by 1`;
  return Object.fromEntries(rows.map(({ stratum, count }) => [stratum ?? 'none', count]));
};

test(
  'by group in proportion, crossed by age: the frame keeps each group, and the seed',
  withRollback(async (db) => {
    const sampling = { method: 'stratified', size: 30, by: ['area', 'age'], numbers: null } as const;
    const deps = await ready(db, inAreas({ Elm: 60, Oak: 40 }), { sampling: { ...sampling, by: [...sampling.by] } });
    expect(await launchWave(deps, officer, waveId)).toEqual({ asked: 30 });
    expect(await drawn(db)).toEqual({
      'Elm × 35 to 64': 9,
      'Elm × 65 and over': 9,
      'Oak × 35 to 64': 6,
      'Oak × 65 and over': 6,
    });
    const groups = await db`select distinct stratum from frame_members where not sampled`;
    expect(groups).toHaveLength(4);
  }),
);

test(
  'chosen numbers, and a share',
  withRollback(async (db) => {
    const numbers = { Elm: 3, Oak: 500 };
    const deps = await ready(db, inAreas({ Elm: 20, Oak: 10 }), {
      sampling: { method: 'stratified', size: 1, by: ['area'], numbers },
      audience: { restDays: 0 },
    });
    expect(await launchWave(deps, officer, waveId)).toEqual({ asked: 13 });
    expect(await drawn(db)).toEqual({ Elm: 3, Oak: 10 });
    await insertWave(db, uid('bbbb', 2), { sampling: { method: 'share', percent: 10 }, audience: { restDays: 0 } });
    expect(await launchWave(deps, officer, uid('bbbb', 2))).toEqual({ asked: 3 });
  }),
);

async function answer(db: Db, area: string, count: number): Promise<void> {
  await db`
    insert into responses (id, wave_id, frame_member_id, version_id, language, state, started_mode, started_at, updated_at, completed_at, interview)
    select gen_random_uuid(), f.wave_id, f.id, ${versionId}, 'en', 'complete', 'web', now(), now(), now(), '{}'
    from frame_members f where f.wave_id = ${waveId} and f.area = ${area} order by f.id limit ${count}`;
}

test(
  'when a group has its answers nobody in it is reminded, and answers there are still taken',
  withRollback(async (db) => {
    const sampling = { method: 'quota', size: 20, by: ['area' as const], targets: { Elm: 4, Oak: 4 } } as const;
    const deps = await ready(db, inAreas({ Elm: 10, Oak: 10 }), { sampling: { ...sampling, by: [...sampling.by] } });
    await launchWave(deps, officer, waveId);
    deps.clock.set('2026-11-23T12:00:00Z');
    await tick(deps);
    await db`update deliveries set status = 'delivered', sent_at = ${deps.clock.now()}, delivered_at = ${deps.clock.now()}`;
    await answer(db, 'Elm', 4);
    await answer(db, 'Oak', 3);
    deps.clock.set('2026-11-30T12:00:00Z');
    await tick(deps);
    const reminded = await db<{ area: string; count: number }[]>`
      select f.area, count(*)::int as count from deliveries d join invitations i on i.id = d.recipient_id
      join frame_members f on f.id = i.frame_member_id where d.step = 1 group by 1`;
    expect(reminded).toEqual([{ area: 'Oak', count: 7 }]);
    const [open] =
      await db`select count(*)::int as count from invitations where code is null or disposition = 'unreachable'`;
    expect(open).toEqual({ count: 0 });
  }),
);

const reasons = async (db: Db, id: string) => {
  const rows = await db<{ outReason: string | null; outDetail: string | null }[]>`
    select out_reason, out_detail from frame_members where wave_id = ${id} order by resident_id`;
  return rows.map(({ outReason, outDetail }) => [outReason, outDetail === null ? null : JSON.parse(outDetail)]);
};

test(
  'a fresh sample leaves out whom the last wave asked, where the campaign says so',
  withRollback(async (db) => {
    const audience = { restDays: 0 };
    const deps = await ready(db, inAreas({ Elm: 10 }), { refresh: 'last_wave', audience, sampleSize: 4 });
    await launchWave(deps, officer, waveId);
    await insertWave(db, uid('bbbb', 2), { audience });
    expect(await launchWave(deps, officer, uid('bbbb', 2))).toEqual({ asked: 6 });
    const out = (await reasons(db, uid('bbbb', 2))).filter(([reason]) => reason !== null);
    expect(out).toHaveLength(4);
    expect(out[0]).toEqual(['asked_before', { on: '2026-11-23', survey: 'Autumn panel' }]);
    await insertWave(db, uid('bbbb', 3), { audience: { ...audience, mostAsked: null }, opensOn: '2026-11-24' });
    await db`update waves set opens_on = '2026-11-24' where id = ${uid('bbbb', 2)}`;
    expect(await launchWave(deps, officer, uid('bbbb', 3))).toEqual({ asked: 4 });
  }),
);

test(
  'whoever was asked by as many waves as anybody may be is left in peace, whatever the campaign; reminders do not count',
  withRollback(async (db) => {
    const audience = { restDays: 0, mostAsked: { times: 2, days: 91 } };
    const deps = await ready(db, inAreas({ Elm: 2 }), { audience });
    const ids = [waveId, uid('bbbb', 2), uid('bbbb', 3)];
    for (const id of ids.slice(1)) await insertWave(db, id, { audience });
    await launchWave(deps, officer, waveId);
    deps.clock.set('2026-11-23T12:00:00Z');
    await tick(deps);
    await db`update deliveries set status = 'delivered', sent_at = ${deps.clock.now()}`;
    deps.clock.set('2026-11-30T12:00:00Z');
    await tick(deps);
    await db`update heartbeats set at = ${deps.clock.now()}`;
    expect(await launchWave(deps, officer, uid('bbbb', 2))).toEqual({ asked: 2 });
    await expect(launchWave(deps, officer, uid('bbbb', 3))).rejects.toMatchObject({
      detail: expect.stringContaining('Nobody would be asked'),
    });
  }),
);

test(
  'five thousand are launched by group in a moment',
  withRollback(async (db) => {
    const deps = await ready(db, inAreas({ Ash: 1500, Elm: 2500, Oak: 1000 }), {
      sampling: { method: 'stratified', size: 5000, by: ['area', 'tenure'], numbers: null },
    });
    expect(await launchWave(deps, officer, waveId)).toEqual({ asked: 5000 });
    expect(await drawn(db)).toEqual({
      'Ash × general needs': 1500,
      'Elm × general needs': 2500,
      'Oak × general needs': 1000,
    });
  }),
);
