import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { drain } from '../../server/work/drain.ts';
import { tick } from '../../server/work/tick.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { makeWorld, officer, type PersonChanges, panelId, residentId, seePrinter, uid } from '../work/world.ts';

const questionnaireId = uid('eeee', 1);
const plan = {
  steps: [
    { day: 0, channels: ['email'], kind: 'invitation' },
    { day: 7, channels: ['sms'], kind: 'reminder' },
  ],
};

/** 30 of Elm and 30 of Oak, every other one sheltered; a wave that asks `sampleSize` of them, its invitations sent. */
async function inField(db: Db, { sampleSize = null as number | null, changes = [] as PersonChanges[] } = {}) {
  const deps = testDeps({ db });
  const people = Array.from({ length: 60 }, (_, n) => ({
    area: n < 30 ? 'Elm' : 'Oak',
    tenure: n % 2 ? 'sheltered' : 'general_needs',
    ...changes[n],
  }));
  await makeWorld(db, people);
  await seePrinter(db, deps.clock.now());
  const call = caller(as(deps, officer));
  const campaign = await call('POST /api/v1/campaigns', { body: { name: 'Panel', questionnaireId } });
  const body = {
    name: 'Autumn',
    campaignId: (campaign.body as { id: string }).id,
    questionnaireId,
    audience: { panelId },
    plan,
    sampleSize,
    opensOn: '2026-11-23',
    closesOn: '2026-12-18',
  };
  const { id } = (await call('POST /api/v1/waves', { body })).body as { id: string };
  const launched = await call(`POST /api/v1/waves/${id}/launch`);
  expect(launched.body).toEqual({ asked: sampleSize ?? 60 });
  deps.clock.set('2026-11-23T10:00:00Z');
  await tick(deps);
  await drain(deps, { limit: 100, until: new Date('2030-01-01') });
  deps.clock.set('2026-11-26T10:00:00Z');
  return { deps, call, id, db };
}

/** Says that everybody of the list answered, as their page would. */
const answered = (db: Db, where: string) =>
  db.unsafe(`update invitations i set disposition = 'complete', next_at = null from frame_members f
    where f.id = i.frame_member_id and ${where}`);

interface Board {
  rows: {
    a: { code: string };
    b: { code: string } | null;
    asked: number | null;
    answered: number | null;
    hidden: boolean;
    ratio: number | null;
    signal: string;
    more: { short: number; ask: number; waiting: number; spare: number } | null;
  }[];
  unknown: { population: number };
  r: unknown;
  whyNot: string | null;
  withheld: string | null;
}

const key = (n: number) => uid('abcd', n);

test(
  'the board compares the list, those asked and those who answered, by one field or two, and says how many more to ask',
  withRollback(async (db) => {
    const { call, id } = await inField(db, { sampleSize: 40 });
    await answered(db, `f.area = 'Elm'`);
    const see = async (query: string) => (await call(`GET /api/v1/waves/${id}/board?${query}`)).body as Board;
    const byArea = await see('by=area');
    const [elm, oak] = byArea.rows;
    expect(elm).toMatchObject({ a: { code: 'Elm' }, ratio: 2, signal: 'amber', more: null });
    expect(elm?.answered).toBe(elm?.asked);
    expect(oak).toMatchObject({ a: { code: 'Oak' }, answered: 0, ratio: 0, signal: 'red' });
    expect(oak?.more).toMatchObject({ short: elm?.answered, waiting: oak?.asked, spare: 30 - (oak?.asked ?? 0) });
    const crossed = await see('by=area&and=tenure');
    expect(crossed.rows.map(({ a, b }) => `${a.code} ${b?.code}`)).toHaveLength(4);
    expect(crossed.rows.reduce((sum, row) => sum + (row.asked ?? 0), 0)).toBe(40);
    expect((await see('by=property_type')).unknown.population).toBe(60);
    expect((await call(`GET /api/v1/waves/${id}/board?by=shoe_size`)).status).toBe(400);
    const people = await call(`GET /api/v1/waves/${id}/people?cell=area:Elm&disposition=complete&limit=100`);
    expect((people.body as { items: unknown[] }).items).toHaveLength(elm?.answered ?? 0);
  }),
);

test(
  'what people say of themselves needs the permission and a lawful basis, is recorded, hides small numbers and is never picked by',
  withRollback(async (db) => {
    const { call, id } = await inField(db);
    const frames = await db<{ id: string }[]>`select id from frame_members order by resident_id`;
    await insertRows(
      db,
      'frame_profiles',
      frames.map(({ id: frameMemberId }, n) => ({
        frameMemberId,
        field: 'ethnicity',
        code: n < 4 ? 'asian' : 'white',
      })),
    );
    const ask = (query: string) => call(`GET /api/v1/waves/${id}/board?${query}`);
    expect((await ask('by=ethnicity')).status).toBe(403);
    expect((await ask('by=age')).body).toMatchObject({ withheld: 'not_allowed' });
    await insertRows(db, 'user', [
      {
        id: officer.id,
        name: officer.name,
        email: 'priya@example.org',
        emailVerified: true,
        role: 'officer',
        seesProfiles: true,
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    ]);
    expect((await ask('by=ethnicity')).status).toBe(403);
    await db`update landlord set equality_basis = 'Public sector equality duty'`;
    const board = (await ask('by=ethnicity')).body as Board;
    expect(board.whyNot).toBe('We do not pick people by ethnic group. Try area, tenure, home type or age.');
    expect(board.rows.find(({ a }) => a.code === 'asian')).toMatchObject({ hidden: true, asked: null, more: null });
    expect(JSON.stringify(board.rows)).not.toMatch(/:4[,}]/);
    expect((await ask('by=ethnicity&and=area')).body).toMatchObject({ code: 'not_crossed' });
    expect((await ask('by=ethnicity&and=tenure')).status).toBe(200);
    const read = await db`select 1 from audit_log where action = 'profiles.board'`;
    expect(read).toHaveLength(2);
    const body = { key: key(1), cells: ['ethnicity:asian'], how: 'next_step', want: 5 };
    expect((await call(`POST /api/v1/waves/${id}/asks`, { body })).body).toMatchObject({
      code: 'not_picked',
      detail: 'We do not pick people by ethnic group. Try area, tenure, home type or age.',
    });
    expect((await call(`GET /api/v1/waves/${id}/people?cell=ethnicity:asian`)).body).toMatchObject({
      code: 'not_picked',
    });
  }),
);

test(
  'one press sends the next step to some of one group who have not answered; a second changes nothing; all rules hold',
  withRollback(async (db) => {
    const { deps, call, id } = await inField(db);
    await answered(db, `f.area = 'Elm'`);
    await insertRows(db, 'suppressions', [
      { id: uid('aa11', 1), residentId: residentId(31), reason: 'stop', at: deps.clock.now(), by: 'The resident' },
    ]);
    const preview = await call(`GET /api/v1/waves/${id}/asks?cell=area:Oak&want=10`);
    expect(preview.body).toMatchObject({
      options: [
        { how: 'next_step', can: 29, asked: 10, ways: [{ channel: 'sms', kind: 'reminder', count: 10 }] },
        { how: 'fresh', can: 0, asked: 0 },
      ],
    });
    const body = { key: key(1), cells: ['area:Oak'], how: 'next_step', want: 10 };
    expect((await call(`POST /api/v1/waves/${id}/asks`, { body })).body).toEqual({ asked: 10 });
    expect((await call(`POST /api/v1/waves/${id}/asks`, { body })).body).toEqual({ asked: 10 });
    await tick(deps);
    await drain(deps, { limit: 100, until: new Date('2030-01-01') });
    const texts = deps.channels.sms.sent;
    expect(texts).toHaveLength(10);
    expect(new Set(texts.map(({ to }) => to)).size).toBe(10);
    // The rest can still get theirs; those who just did have two days of rest, and no step is sent twice.
    const all = { ...body, key: key(2), want: 100 };
    expect((await call(`POST /api/v1/waves/${id}/asks`, { body: all })).body).toEqual({ asked: 29 });
    await drain(deps, { limit: 100, until: new Date('2030-01-01') });
    expect(deps.channels.sms.sent).toHaveLength(29);
    deps.clock.set('2026-11-30T10:00:00Z');
    await tick(deps);
    await drain(deps, { limit: 100, until: new Date('2030-01-01') });
    expect(deps.channels.sms.sent.length + deps.channels.email.sent.length).toBe(60 + 29 + 10);
    // One reminder more than the plan has, for each, and never a second.
    const again = async (n: number) =>
      (await call(`POST /api/v1/waves/${id}/asks`, { body: { ...all, key: key(n) } })).body;
    expect(await again(3)).toEqual({ asked: 19 });
    await drain(deps, { limit: 100, until: new Date('2030-01-01') });
    deps.clock.set('2026-12-09T10:00:00Z');
    expect(await again(4)).toMatchObject({ code: 'nobody_left' });
    const audited = await db<
      { detail: { asked: number } }[]
    >`select detail from audit_log where action = 'wave.ask_cell' order by id`;
    expect(audited.map(({ detail }) => detail.asked)).toEqual([10, 29, 19]);
  }),
);

test(
  'where the plan drew some only, more of a group are drawn, each with a code of their own, and rested people are not',
  withRollback(async (db) => {
    const { deps, call, id } = await inField(db, { sampleSize: 20 });
    const { rows } = (await call(`GET /api/v1/waves/${id}/board?by=area`)).body as Board;
    const asked = rows.find(({ a }) => a.code === 'Oak')?.asked ?? 0;
    const [spare] = await db<{ residentId: string }[]>`
      select resident_id from frame_members where area = 'Oak' and not sampled limit 1`;
    await insertRows(db, 'suppressions', [
      { id: uid('aa11', 1), residentId: spare?.residentId, reason: 'stop', at: deps.clock.now(), by: 'The resident' },
    ]);
    const body = { key: key(1), cells: ['area:Oak'], how: 'fresh', want: 60 };
    const left = 30 - asked - 1;
    expect((await call(`POST /api/v1/waves/${id}/asks`, { body })).body).toEqual({ asked: left });
    await tick(deps);
    await drain(deps, { limit: 100, until: new Date('2030-01-01') });
    expect(deps.channels.email.sent).toHaveLength(20 + left);
    const codes = await db`select distinct code from invitations`;
    expect(codes).toHaveLength(20 + left);
    const fieldwork = (await call(`GET /api/v1/waves/${id}/fieldwork`)).body as { asked: number };
    expect(fieldwork.asked).toBe(20 + left);
  }),
);

test(
  'only staff of the field may ask more, in an open wave, of a group that is there',
  withRollback(async (db) => {
    const { deps, call, id } = await inField(db);
    const body = { key: key(1), cells: ['tenure:sheltered'], how: 'next_step', want: 5 };
    const analyst = caller(as(deps, { kind: 'staff', id: 'ana', name: 'Ana', roles: ['analyst'] }));
    expect((await analyst(`POST /api/v1/waves/${id}/asks`, { body })).status).toBe(403);
    expect((await analyst(`GET /api/v1/waves/${id}/board`)).status).toBe(200);
    for (const bad of [
      { ...body, want: 0 },
      { ...body, cells: [] },
      { ...body, cells: ['tenure'] },
      { ...body, key: 'x' },
    ])
      expect((await call(`POST /api/v1/waves/${id}/asks`, { body: bad })).status).toBe(400);
    expect((await call(`POST /api/v1/waves/${id}/asks`, { body: { ...body, cells: ['age:1-2'] } })).status).toBe(400);
    expect(
      (await call(`POST /api/v1/waves/${id}/asks`, { body: { ...body, cells: ['area:Nowhere'] } })).body,
    ).toMatchObject({
      code: 'nobody_left',
    });
    await call(`POST /api/v1/waves/${id}/pause`);
    expect((await call(`POST /api/v1/waves/${id}/asks`, { body })).body).toMatchObject({ code: 'wave_state' });
  }),
);

test(
  'fieldwork says how it goes and why, and cost says what it knows and from where',
  withRollback(async (db) => {
    const { call, id } = await inField(db);
    const seen = (await call(`GET /api/v1/waves/${id}/fieldwork`)).body as Record<string, unknown>;
    expect(seen).toMatchObject({
      rate: 0,
      aim: { points: 5, needed: 53, enough: false, toAsk: null },
      target: { answers: 18, from: 'rate' },
      chart: '',
      opening: 'Launched 23 November, 09:00. Messages have gone, and nobody has answered yet.',
    });
    const cost = async () => (await call(`GET /api/v1/waves/${id}/cost`)).body as { spent: number; lines: object[] };
    expect(await cost()).toMatchObject({ spent: 0, lines: [{ channel: 'email', messages: 60, bill: null, spent: 0 }] });
    const bill = (pence: number | null) => call(`PUT /api/v1/waves/${id}/bills`, { body: { channel: 'sms', pence } });
    expect((await bill(6140)).status).toBe(200);
    expect(await cost()).toMatchObject({
      spent: 6140,
      lines: [{}, { channel: 'sms', bill: { pence: 6140, by: 'Priya' } }],
    });
    await bill(null);
    expect((await cost()).lines).toHaveLength(1);
    expect((await bill(-1)).status).toBe(400);
  }),
);
