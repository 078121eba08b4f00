import { expect, test } from 'vitest';
import { addressKeys } from '../../db/address-hash.ts';
import { claimDue } from '../../db/commands/claim.ts';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { tick } from '../../server/work/tick.ts';
import { as, caller } from '../support/api.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { staff, type TestDeps, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { makeWave, makeWorld, officer, residentId, seePrinter, uid, waveId } from './world.ts';

const steps = [
  { channels: ['email' as const] },
  { day: 7, time: '10:00', kind: 'reminder' as const, channels: ['telephone' as const] },
  { day: 10, time: '10:00', kind: 'reminder' as const, channels: ['email' as const] },
];

const sampling = (targets: Record<string, number>) => ({
  method: 'quota' as const,
  size: 9,
  by: ['area' as const],
  targets,
});

/** Five of Elm and four of Oak, invited; on day 10 everybody is on the list of calls and has a reminder due. */
async function waiting(db: Db, targets: Record<string, number> = { Elm: 2, Oak: 3 }) {
  const deps = testDeps({ db, newId: () => crypto.randomUUID() });
  await makeWorld(
    db,
    Array.from({ length: 9 }, (_, n) => ({ area: n < 5 ? 'Elm' : 'Oak' })),
  );
  await makeWave(db, { plan: { steps }, sampling: sampling(targets) });
  await seePrinter(db, deps.clock.now());
  await launchWave(deps, officer, waveId);
  await tick(deps);
  await db`update deliveries set status = 'delivered', sent_at = ${deps.clock.now()}, delivered_at = ${deps.clock.now()}`;
  for (const at of ['2026-11-30T10:00:00Z', '2026-12-03T10:00:00Z']) {
    deps.clock.set(at);
    await tick(deps);
  }
  return { deps, call: caller(as(deps, officer)) };
}

/** Somebody answers on the page of their code. */
async function answer(deps: TestDeps, n: number) {
  const [row] = await deps.db<{ code: string }[]>`
    select i.code from invitations i join recipients r on r.id = i.id where r.resident_id = ${residentId(n)}`;
  return browser(deps).post(`/s/${row?.code}`, { question: 'overall', answer: 'good', action: 'save' });
}

const due = async (db: Db) => {
  const rows = await db<{ area: string; status: string; why: string | null; count: number }[]>`
    select f.area, d.status, d.next_action as why, count(*)::int as count from deliveries d join invitations i on i.id = d.recipient_id
    join frame_members f on f.id = i.frame_member_id where d.step = 2 group by 1, 2, 3 order by 1, 2, 3`;
  return rows.map(({ area, status, why, count }) => [area, status, why, count]);
};
const calls = async (db: Db) => {
  const rows = await db<{ area: string; status: string; endedWhy: string | null; count: number }[]>`
    select f.area, l.status, l.ended_why, count(*)::int as count from call_list l join invitations i on i.id = l.invitation_id
    join frame_members f on f.id = i.frame_member_id where l.status in ('waiting', 'cancelled') group by 1, 2, 3 order by 1, 2`;
  return rows.map(({ area, status, endedWhy, count }) => [area, status, endedWhy, count]);
};
const groupsOf = async (call: ReturnType<typeof caller>) =>
  ((await call(`GET /api/v1/waves/${waveId}/quota`)).body as { groups: unknown }).groups;

const full = 'Their group has answers enough.';

test(
  'when a group has its answers what is due for its others is cancelled, once, and the board says so; another answer is taken still',
  withRollback(async (db) => {
    const { deps, call } = await waiting(db);
    await answer(deps, 1);
    await tick(deps);
    expect(await groupsOf(call)).toEqual([
      { name: 'Elm', target: 2, answered: 1, full: null },
      { name: 'Oak', target: 3, answered: 0, full: null },
    ]);
    await answer(deps, 2);
    const before = (await due(db)).filter(([, status]) => status === 'due');
    expect(before).toEqual([
      ['Elm', 'due', null, 3],
      ['Oak', 'due', null, 4],
    ]);
    deps.clock.set('2026-12-03T10:05:00Z');
    await tick(deps);
    await tick(deps);
    const after = await due(db);
    expect(after).toContainEqual(['Elm', 'cancelled', full, 3]);
    expect(after.filter(([, status]) => status === 'due')).toEqual([['Oak', 'due', null, 4]]);
    expect(await calls(db)).toEqual(
      expect.arrayContaining([
        ['Elm', 'cancelled', full, 3],
        ['Oak', 'waiting', null, 4],
      ]),
    );
    const seen = [
      { name: 'Elm', target: 2, answered: 2, full: { at: '2026-12-03T10:05:00.000Z', messages: 3, calls: 3 } },
      { name: 'Oak', target: 3, answered: 0, full: null },
    ];
    expect(await groupsOf(call)).toEqual(seen);
    const lines = await db`select actor, subject, detail from audit_log where action = 'wave.group_full'`;
    expect(lines).toEqual([{ actor: 'system', subject: waveId, detail: { group: 'Elm', answered: 2 } }]);
    expect((await answer(deps, 3)).text).toContain('Thank you');
    deps.clock.set('2026-12-12T10:00:00Z');
    await tick(deps);
    expect(await groupsOf(call)).toEqual([{ ...(seen[0] as object), answered: 3 }, seen[1]]);
    expect(await db`select disposition from invitations where disposition = 'complete'`).toHaveLength(3);
  }),
);

test(
  'a target of none is full at once: nobody of the group is written to, and why is said of each',
  withRollback(async (db) => {
    const { call } = await waiting(db, { Elm: 0, Oak: 3 });
    const sent = await db`
      select f.area from deliveries d join invitations i on i.id = d.recipient_id join frame_members f on f.id = i.frame_member_id where f.area = 'Elm'`;
    expect(sent).toEqual([]);
    const { body } = await call(`GET /api/v1/residents/${residentId(1)}`);
    expect(JSON.stringify(body)).toContain('got nothing because her group had answers enough on 23 November.');
  }),
);

test(
  'what an officer asks for after a group is full stays, and what somebody on the telephone said then is written down',
  withRollback(async (db) => {
    const { deps, call } = await waiting(db);
    await answer(deps, 1);
    await answer(deps, 2);
    const interviewer = caller(as(deps, staff('interviewer')));
    const [line] = await db<{ id: string }[]>`
      select l.id from call_list l join recipients r on r.id = l.invitation_id where r.resident_id = ${residentId(3)}`;
    await tick(deps);
    deps.clock.set('2026-12-03T10:10:00Z');
    await db`update deliveries set status = 'delivered', sent_at = created_at where step = 0`;
    await db`delete from deliveries where step = 2`;
    await db`update invitations set next_step = 2`;
    const ask = { key: uid('abcd', 1), cells: ['area:Elm'], how: 'next_step', want: 2 };
    expect((await call(`POST /api/v1/waves/${waveId}/asks`, { body: ask })).body).toEqual({ asked: 2 });
    await tick(deps);
    expect(await due(db)).toEqual([['Elm', 'due', null, 2]]);
    expect(
      (await interviewer(`POST /api/v1/calls/${line?.id}`, { body: { outcome: 'no_answer', note: '' } })).body,
    ).toEqual({
      againAt: null,
    });
    const said = await interviewer(`POST /api/v1/calls/${line?.id}`, { body: { outcome: 'said_no', note: '' } });
    expect(said.status).toBe(200);
    const [row] = await db`select status, tries, ended_why from call_list where id = ${line?.id ?? ''}`;
    expect(row).toEqual({ status: 'refused', tries: 2, endedWhy: full });
  }),
);

test('of two ticks at once one sees a group full, and a message that is being claimed then is cancelled when it waits again', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const { deps, call } = await waiting(db);
    await answer(deps, 1);
    await answer(deps, 2);
    const keys = await addressKeys(deps.env.secret);
    const claim = { channel: 'email', provider: 'sandbox', sandbox: true, bulk: true, limit: 9, keys } as const;
    await db
      .begin(async (claiming) => {
        expect(await claimDue(claiming, { ...claim, now: deps.clock.now() })).toHaveLength(7);
        await Promise.all([tick(deps), tick(deps)]);
        throw new Error('the process that claimed dies');
      })
      .catch(() => {});
    expect(await due(db)).toContainEqual(['Elm', 'due', null, 3]);
    expect((await db`select stratum, messages, calls from quota_fills`)[0]).toEqual({
      stratum: 'Elm',
      messages: 0,
      calls: 3,
    });
    expect(await db`select id from audit_log where action = 'wave.group_full'`).toHaveLength(1);
    await Promise.all([tick(deps), tick(deps)]);
    expect(await due(db)).toContainEqual(['Elm', 'cancelled', full, 3]);
    expect(await groupsOf(call)).toMatchObject([{ full: { messages: 3, calls: 3 } }, { full: null }]);
  } finally {
    await drop();
  }
});
