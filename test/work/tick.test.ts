import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { pauseWave } from '../../server/actions/wave/pause.ts';
import { tick } from '../../server/work/tick.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import {
  makeWave,
  makeWorld,
  officer,
  type PersonChanges,
  residentId,
  seePrinter,
  type WaveChanges,
  waveId,
} from './world.ts';

async function launched(db: Db, who: readonly PersonChanges[], wave: WaveChanges = {}) {
  const deps = testDeps({ db });
  await makeWorld(db, who);
  await makeWave(db, wave);
  await seePrinter(db, deps.clock.now());
  await launchWave(deps, officer, waveId);
  return deps;
}

const ledger = (db: Db) => db<
  { who: string; step: number; attempt: number; channel: string; kind: string; status: string }[]
>`
  select r.reference as who, d.step, d.attempt, d.channel, d.kind, d.status from deliveries d
  join recipients rec on rec.id = d.recipient_id join residents r on r.id = rec.resident_id
  order by r.reference, d.step, d.attempt`;

const standing = async (db: Db) =>
  (
    await db<{ nextStep: number; nextAt: Date | null; disposition: string }[]>`
  select next_step, next_at, disposition from invitations`
  )[0];

test(
  'each person gets the first step once, by their own way',
  withRollback(async (db) => {
    const deps = await launched(db, [{}, { preferredChannel: 'sms' }, { email: null, phone: null }]);
    expect(await tick(deps)).toEqual({ closed: 0, looked: 3, written: 3 });
    expect(await tick(deps)).toEqual({ closed: 0, looked: 0, written: 0 });
    expect(await ledger(db)).toEqual([
      { who: 'R1', step: 0, attempt: 1, channel: 'email', kind: 'invitation', status: 'due' },
      { who: 'R2', step: 0, attempt: 1, channel: 'sms', kind: 'invitation', status: 'due' },
      { who: 'R3', step: 0, attempt: 1, channel: 'post', kind: 'invitation', status: 'due' },
    ]);
  }),
);

test(
  'the reminder comes on its day to who has not answered',
  withRollback(async (db) => {
    const deps = await launched(db, [{}]);
    await tick(deps);
    expect((await standing(db))?.nextAt).toEqual(new Date('2026-11-30T10:00:00Z'));
    await db`update deliveries set status = 'sent', sent_at = ${deps.clock.now()}`;
    deps.clock.set('2026-11-30T10:00:00Z');
    expect(await tick(deps)).toMatchObject({ written: 1 });
    expect((await ledger(db))[1]).toMatchObject({ step: 1, kind: 'reminder', channel: 'email' });
  }),
);

test(
  'who has answered gets no reminder',
  withRollback(async (db) => {
    const deps = await launched(db, [{}]);
    await tick(deps);
    await db`update deliveries set status = 'sent', sent_at = ${deps.clock.now()}`;
    await db`
    insert into responses (id, wave_id, frame_member_id, version_id, language, state, started_mode, started_at, updated_at, interview)
    select ${residentId(77)}, i.wave_id, i.frame_member_id, w.version_id, 'en', 'complete', 'web', now(), now(), '{}'
    from invitations i join waves w on w.id = i.wave_id`;
    deps.clock.set('2026-11-30T10:00:00Z');
    expect(await tick(deps)).toMatchObject({ looked: 1, written: 0 });
    expect(await standing(db)).toMatchObject({ nextAt: null, disposition: 'complete' });
  }),
);

test(
  'a hard failure goes on by the next way, and after the last the person cannot be reached',
  withRollback(async (db) => {
    const deps = await launched(db, [{}]);
    for (const channel of ['email', 'sms', 'post']) {
      expect(await tick(deps)).toMatchObject({ written: 1 });
      expect((await ledger(db)).at(-1)).toMatchObject({ step: 0, channel });
      await db`update deliveries set status = 'failed', failure = 'hard', failed_at = ${deps.clock.now()}`;
      await db`update invitations set next_at = ${deps.clock.now()}`;
    }
    expect(await tick(deps)).toMatchObject({ looked: 1, written: 0 });
    expect(await standing(db)).toMatchObject({ nextAt: null, disposition: 'unreachable' });
  }),
);

test(
  'a message still on its way is not overtaken by the next step',
  withRollback(async (db) => {
    const deps = await launched(db, [{}]);
    await tick(deps);
    deps.clock.set('2026-11-30T10:00:00Z');
    expect(await tick(deps)).toMatchObject({ looked: 1, written: 0 });
    expect((await standing(db))?.nextAt).toEqual(new Date('2026-11-30T10:15:00Z'));
  }),
);

test(
  'after a letter nobody looks until it is posted',
  withRollback(async (db) => {
    const deps = await launched(db, [{ email: null, phone: null }]);
    await tick(deps);
    expect(await standing(db)).toMatchObject({ nextStep: 1, nextAt: null });
  }),
);

test(
  'who said stop since the launch gets nothing',
  withRollback(async (db) => {
    const deps = await launched(db, [{}, {}]);
    await insertRows(db, 'suppressions', [
      {
        id: residentId(88),
        residentId: residentId(1),
        purpose: 'research',
        reason: 'stop',
        at: new Date('2026-11-23T09:30:00Z'),
        by: 'resident',
      },
    ]);
    expect(await tick(deps)).toMatchObject({ looked: 2, written: 1 });
    const rows = await db<{ disposition: string }[]>`select disposition from invitations order by disposition`;
    expect(rows.map(({ disposition }) => disposition)).toEqual(['not_sent', 'refused']);
  }),
);

test(
  'a paused wave waits, and a wave past its last day is closed',
  withRollback(async (db) => {
    const deps = await launched(db, [{}]);
    await pauseWave(deps, officer, waveId);
    expect(await tick(deps)).toMatchObject({ looked: 0 });
    deps.clock.set('2026-12-20T23:59:00Z');
    expect(await tick(deps)).toMatchObject({ closed: 0 });
    deps.clock.set('2026-12-21T00:01:00Z');
    expect(await tick(deps)).toMatchObject({ closed: 1 });
    expect(await db`select status from waves`).toMatchObject([{ status: 'closed' }]);
  }),
);

test(
  'everyone is told in the language and print size they have now',
  withRollback(async (db) => {
    const deps = await launched(db, [{}]);
    await db`update residents set language = 'ur', format = 'large'`;
    await tick(deps);
    expect(await db`select language, format from deliveries`).toMatchObject([{ language: 'ur', format: 'large' }]);
  }),
);

test(
  'a wave that closes leaves the moment of what was settled before',
  withRollback(async (db) => {
    const deps = await launched(db, [{}, {}]);
    await db`update invitations set disposition = 'sent', disposition_at = '2026-11-23T10:00:00Z'`;
    await db`update invitations set disposition = 'refused' where id = (select min(id::text)::uuid from invitations)`;
    deps.clock.set('2026-12-21T00:01:00Z');
    await tick(deps);
    expect(await db`select disposition, disposition_at from invitations order by disposition`).toEqual([
      { disposition: 'no_answer', dispositionAt: new Date('2026-12-21T00:01:00Z') },
      { disposition: 'refused', dispositionAt: new Date('2026-11-23T10:00:00Z') },
    ]);
  }),
);

test('a wave that an officer lets run longer at that moment is not closed', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const deps = await launched(db, [{}]);
    deps.clock.set('2026-12-21T00:01:00Z');
    const ticking = await db.begin(async (tx) => {
      await tx`update waves set closes_on = '2027-01-10'`;
      const running = tick(deps);
      const waits = () =>
        db`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      while ((await waits()).length === 0);
      return { running };
    });
    expect(await ticking.running).toMatchObject({ closed: 0 });
    expect(await db`select status from waves`).toEqual([{ status: 'open' }]);
  } finally {
    await drop();
  }
});
