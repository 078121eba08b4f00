import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import type { Actor } from '../../server/actor.ts';
import { planAhead } from '../../server/work/plan-ahead.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { makeWave, makeWorld, officer, seePrinter, waveId } from './world.ts';

type Call = ReturnType<typeof caller>;
const sam: Actor = { kind: 'staff', id: 'sam', name: 'Sam', roles: ['officer'] };

/** Saves the plan as it stands. */
async function changed(call: Call, id: string) {
  const { body } = await call(`GET /api/v1/waves/${id}`);
  return call(`PUT /api/v1/waves/${id}`, { body });
}

interface Home {
  needs: { kind: string; sentence: string; link: string; action: string }[];
}

/** A quarterly campaign whose first wave was launched on 23 November 2026; the next is meant for 23 February 2027. */
async function quarterly(db: Db) {
  const deps = testDeps({ db });
  await makeWorld(db, [{}, {}]);
  await makeWave(db, { quorum: 1, sampleSize: 1 });
  await seePrinter(db, deps.clock.now());
  await db`update campaigns set recurrence = ${JSON.stringify({ every: 'quarterly', startsOn: '2026-11-23', days: 27, percent: null })}::text::jsonb`;
  await db`insert into approvals (wave_id, by, at) values (${waveId}, 'Amina', now())`;
  await launchWave(deps, officer, waveId);
  const call = caller(as(deps, officer));
  const drafts = () =>
    db<{ id: string; name: string; opensOn: string; closesOn: string; plannedBy: string; sampleSize: number | null }[]>`
      select id, name, opens_on::text, closes_on::text, planned_by, sample_size from waves where status = 'draft'`;
  const needsOf = async (who: Call) =>
    ((await who('GET /api/v1/home')).body as Home).needs.filter(({ kind }) => kind === 'wave' || kind === 'approval');
  const needs = () => needsOf(call);
  const homeOf = async (who: Call) => (await needsOf(who)).map(({ sentence }) => sentence);
  return { deps, call, drafts, needs, homeOf };
}

test(
  'the next wave is planned like the last a fortnight before it opens, once, and asks an officer to launch it',
  withRollback(async (db) => {
    const { deps, call, drafts, needs } = await quarterly(db);
    deps.clock.set('2027-02-08T12:00:00Z');
    expect(await planAhead(deps)).toBe(0);
    expect(await needs()).toEqual([]);
    deps.clock.set('2027-02-09T12:00:00Z');
    expect(await planAhead(deps)).toBe(1);
    expect(await drafts()).toMatchObject([
      {
        name: 'Panel, February 2027',
        opensOn: '2027-02-23',
        closesOn: '2027-03-22',
        plannedBy: 'Earshot',
        sampleSize: 1,
      },
    ]);
    const id = (await drafts())[0]?.id;
    expect(await needs()).toMatchObject([
      {
        sentence:
          'Panel, February 2027 opens on 23 February. It is planned like the wave before: check it and confirm it, so that a second person can approve it.',
        link: `/console/waves/${id}`,
        action: 'Check Panel, February 2027',
      },
    ]);
    expect(
      await db`select actor, actor_name, action, subject, detail from audit_log where action = 'wave.plan'`,
    ).toEqual([{ actor: 'system', actorName: 'Earshot', action: 'wave.plan', subject: id, detail: { like: waveId } }]);
    for (const at of ['2027-02-09T12:30:00Z', '2027-02-09T14:00:00Z', '2027-03-01T12:00:00Z', '2027-05-20T12:00:00Z']) {
      deps.clock.set(at);
      expect(await planAhead(deps)).toBe(0);
    }
    expect(await drafts()).toHaveLength(1);
    expect((await needs())[0]?.sentence).toContain('was to open on 23 February');
    expect(await db`select id from deliveries`).toEqual([]);
    // Nothing launches by itself, and two people are needed as ever.
    expect((await call(`POST /api/v1/waves/${id}/launch`)).status).toBe(409);
  }),
);

test.each([
  ['confirms', (call: Call, id: string) => call(`POST /api/v1/waves/${id}/approve`)],
  ['changes', changed],
])('who first %s a wave planned by itself is its planner, and another must approve it', (_, act) =>
  withRollback(async (db) => {
    const { deps, call, drafts, homeOf } = await quarterly(db);
    const other = caller(as(deps, sam));
    deps.clock.set('2027-02-23T12:00:00Z');
    expect(await planAhead(deps)).toBe(1);
    await db`update heartbeats set at = ${deps.clock.now()}`;
    const id = (await drafts())[0]?.id ?? '';
    const launch = (by: Call) => by(`POST /api/v1/waves/${id}/launch`);
    expect((await launch(call)).body).toMatchObject({ detail: expect.stringContaining('Nobody has looked at this') });
    expect((await act(call, id)).status).toBe(200);
    expect(await drafts()).toMatchObject([{ plannedBy: 'Priya' }]);
    expect(await db`select by from approvals where wave_id = ${id}`).toEqual([]);
    expect((await call(`POST /api/v1/waves/${id}/approve`)).body).toMatchObject({ code: 'own_plan' });
    expect((await launch(call)).body).toMatchObject({ detail: expect.stringContaining('You planned this wave') });
    // Each is asked for one thing, once.
    expect(await homeOf(call)).toEqual([]);
    expect(await homeOf(other)).toEqual(['Panel, February 2027, planned by Priya, waits for a second person.']);
    expect((await other(`POST /api/v1/waves/${id}/approve`)).status).toBe(200);
    expect(await homeOf(other)).toEqual([
      'Panel, February 2027 opens on 23 February. It is planned like the wave before: check it and launch it.',
    ]);
    expect((await launch(call)).body).toEqual({ asked: 1 });
  })(),
);

test(
  'what was thrown away is not planned again, and the one after it is',
  withRollback(async (db) => {
    const { deps, call, drafts } = await quarterly(db);
    deps.clock.set('2027-02-10T12:00:00Z');
    expect(await planAhead(deps)).toBe(1);
    expect((await call(`DELETE /api/v1/waves/${(await drafts())[0]?.id}`)).status).toBe(200);
    deps.clock.set('2027-02-11T12:00:00Z');
    expect(await planAhead(deps)).toBe(0);
    deps.clock.set('2027-05-20T12:00:00Z');
    expect(await planAhead(deps)).toBe(1);
    expect((await drafts())[0]).toMatchObject({ name: 'Panel, May 2027', opensOn: '2027-05-24' });
  }),
);

test(
  'nothing is planned for a campaign that comes once, was never launched, or whose wave a person has planned',
  withRollback(async (db) => {
    const { deps, call, drafts } = await quarterly(db);
    deps.clock.set('2027-02-10T12:00:00Z');
    // Its own days late, or sooner: on 23 February it is meant to open.
    for (const opensOn of ['2027-02-25', '2027-02-19']) {
      deps.clock.advance({ hours: 2 });
      const like = { like: waveId, name: `Spring ${opensOn}`, opensOn, closesOn: '2027-03-20' };
      expect((await call('POST /api/v1/waves', { body: like })).status).toBe(200);
      expect(await planAhead(deps)).toBe(0);
      await db`delete from waves where status = 'draft'`;
    }
    await db`update campaigns set recurrence = null`;
    deps.clock.set('2027-02-11T12:00:00Z');
    expect(await planAhead(deps)).toBe(0);
    expect(await drafts()).toEqual([]);
  }),
);
