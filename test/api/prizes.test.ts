import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { drain } from '../../server/work/drain.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { makeWorld, officer, type PersonChanges, panelId, residentId, seePrinter, uid } from '../work/world.ts';

const questionnaireId = uid('eeee', 1);
const prize = { prize: 'a £25 voucher', terms: 'One each.', winners: 2, reserves: 3, closesOn: '2026-12-18' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

interface Seen {
  prize: {
    seed: string | null;
    seal: string;
    listHash: string | null;
    entrants: number | null;
    drawnBy: string | null;
  } | null;
  why: string | null;
  counts: { takingPart: number; entered: number; leftOut: number };
  people: {
    id: string;
    place: number;
    role: string;
    residentId: string | null;
    name: string;
    missedAt: string | null;
  }[];
}

/** A launched wave of twelve people with a prize, and its officer. */
async function office(db: Db, { anonymous = false, changes = [] as PersonChanges[], closesOn = '2026-12-18' } = {}) {
  const deps = testDeps({ db });
  await makeWorld(
    db,
    Array.from({ length: 12 }, (_, n) => ({ ...changes[n] })),
  );
  await seePrinter(db, deps.clock.now());
  const call = caller(as(deps, officer));
  const campaign = await call('POST /api/v1/campaigns', { body: { name: 'Panel', questionnaireId } });
  if (anonymous) await db`update campaigns set anonymous = true`;
  const wave = {
    name: 'Autumn',
    campaignId: (campaign.body as { id: string }).id,
    questionnaireId,
    audience: { panelId },
    plan: { steps: [{ day: 0, channels: ['email'], kind: 'invitation' }] },
    sampleSize: null,
    opensOn: '2026-11-23',
    closesOn,
  };
  const { id } = (await call('POST /api/v1/waves', { body: wave })).body as { id: string };
  expect((await call(`PUT /api/v1/waves/${id}/prize`, { body: prize })).status).toBe(200);
  await call(`POST /api/v1/waves/${id}/launch`);
  const see = async () => (await call(`GET /api/v1/waves/${id}/prize`)).body as Seen;
  const [first] = await db<{ code: string }[]>`
    select i.code from invitations i join recipients r on r.id = i.id where r.resident_id = ${residentId(12)}`;
  return { deps, call, id, see, code: first?.code ?? '' };
}

/** What became of asking some: number of the resident and outcome. */
const outcome = (db: Db, numbers: readonly number[], disposition: string, at = '2026-12-01T10:00:00Z') => db`
  update invitations i set disposition = ${disposition}, disposition_at = ${at} from recipients r
  where r.id = i.id and r.resident_id = any(${numbers.map(residentId)}::uuid[])`;

async function close({ deps, call, id }: Awaited<ReturnType<typeof office>>) {
  await call(`POST /api/v1/waves/${id}/close`);
  deps.clock.set('2026-12-19T10:00:00Z');
}

const sha = (text: string) => createHash('sha256').update(text).digest();

test(
  'a prize is set before the launch, shows its seal and not its seed, and is fixed from then on',
  withRollback(async (db) => {
    const at = await office(db);
    const seen = await at.see();
    expect(seen.prize).toMatchObject({ seed: null, seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await at.call(`PUT /api/v1/waves/${at.id}/prize`, { body: prize })).body).toMatchObject({
      code: 'prize_fixed',
    });
    expect((await at.call(`DELETE /api/v1/waves/${at.id}/prize`)).body).toMatchObject({ code: 'prize_fixed' });
    const why = 'People may enter until the end of 18 December. It can be drawn from 19 December.';
    expect(seen).toMatchObject({ why, prize: { drawFrom: '2026-12-19' } });
    expect((await at.call(`POST /api/v1/waves/${at.id}/prize/draw`)).body).toMatchObject({ code: 'prize_not_yet' });
    await at.call(`POST /api/v1/waves/${at.id}/close`);
    expect((await at.see()).why).toBe(why);
    expect((await at.call(`GET /api/v1/waves/${at.id}/prize/list`)).status).toBe(404);
    for (const bad of [
      { ...prize, winners: 0 },
      { ...prize, prize: ' ' },
      { ...prize, closesOn: 'soon' },
    ])
      expect((await at.call(`PUT /api/v1/waves/${at.id}/prize`, { body: bad })).status).toBe(400);
  }),
);

test(
  'whoever took part in time is in once, a blank too; who entered without answering is in; staff, the dead, do-not-contact and who asked out are not',
  withRollback(async (db) => {
    const at = await office(db, { changes: [{}, {}, {}, { email: 'priya@example.org' }] });
    const { call, id, deps } = at;
    await outcome(db, [1, 2, 4, 5, 6], 'complete');
    await outcome(db, [3], 'blank');
    await outcome(db, [7], 'complete', '2026-12-19T00:30:00Z');
    await outcome(db, [8], 'refused');
    await insertRows(db, 'user', [
      {
        id: 'priya',
        name: 'Priya',
        email: 'Priya@example.org',
        emailVerified: true,
        role: 'officer',
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    ]);
    await insertRows(db, 'suppressions', [
      { id: uid('aa11', 1), residentId: residentId(5), reason: 'do_not_contact', at: deps.clock.now(), by: 'Priya' },
    ]);
    await db`update residents set status = 'died' where id = ${residentId(6)}`;
    const typed = (n: number, leaveOut = false) =>
      call(`POST /api/v1/waves/${id}/prize/entries`, { body: { residentId: residentId(n), leaveOut } });
    expect((await typed(9)).status).toBe(200);
    await typed(9);
    await typed(2, true);
    expect((await at.see()).counts).toEqual({ takingPart: 5, entered: 1, leftOut: 1 });
    await close(at);
    expect((await call(`POST /api/v1/waves/${id}/prize/draw`)).body).toEqual({ entrants: 3, winners: 2 });
    const rows = await db<{ residentId: string; outReason: string | null; way: string }[]>`
      select resident_id, out_reason, way from prize_entries order by resident_id`;
    expect(rows.map((row) => [Number(row.residentId.slice(-2)), row.way, row.outReason])).toEqual([
      [1, 'taking_part', null],
      [2, 'typed', 'left_out'],
      [3, 'taking_part', null],
      [4, 'taking_part', 'staff'],
      [5, 'taking_part', 'do_not_contact'],
      [6, 'taking_part', 'died'],
      [9, 'typed', null],
    ]);
    expect((await typed(10)).body).toMatchObject({ code: 'prize_over' });
  }),
);

test(
  'anybody can draw it again from the list and the seed; it cannot be drawn twice; winners are told in their language',
  withRollback(async (db) => {
    const at = await office(db, { changes: Array.from({ length: 12 }, () => ({ language: 'ur' })) });
    const { call, id, deps } = at;
    await outcome(db, [1, 2, 3, 4, 5, 6, 7, 8], 'complete');
    await close(at);
    expect((await call(`POST /api/v1/waves/${id}/prize/draw`)).body).toEqual({ entrants: 8, winners: 2 });
    expect((await call(`POST /api/v1/waves/${id}/prize/draw`)).body).toMatchObject({
      detail: 'It is drawn already, and cannot be drawn twice.',
    });
    const { text } = await call(`GET /api/v1/waves/${id}/prize/list`);
    const lines = text.split('\n');
    const ids = lines.filter((line) => /^[0-9a-f-]{36}$/.test(line));
    const seed = /^# Seed: ([0-9a-f]{32})$/m.exec(text)?.[1] ?? '';
    const seen = await at.see();
    expect(seen.prize).toMatchObject({ seed, entrants: 8, drawnBy: 'Priya' });
    expect(sha(seed).toString('hex')).toBe(seen.prize?.seal);
    expect(sha(ids.map((entry) => `${entry}\n`).join('')).toString('hex')).toBe(seen.prize?.listHash);
    const again = ids.toSorted((a, b) => Buffer.compare(sha(`${seed} ${a}`), sha(`${seed} ${b}`)));
    expect(seen.people.map((person) => person.id)).toEqual(again.slice(0, 5));
    expect(seen.people.map(({ role }) => role)).toEqual(['winner', 'winner', 'reserve', 'reserve', 'reserve']);
    expect(text).not.toMatch(/Khan|Nadia|@|\+44/);
    await drain(deps, { limit: 50, until: new Date('2030-01-01') });
    const won = deps.channels.email.sent.filter(
      (message) => message.kind === 'email' && message.subject.includes('قرعہ'),
    );
    expect(won).toHaveLength(2);
    expect(won.every((message) => message.kind === 'email' && message.text.includes('a £25 voucher'))).toBe(true);
    const audited = await db<{ detail: { seed: string } }[]>`select detail from audit_log where action = 'prize.draw'`;
    expect(audited.map(({ detail }) => detail.seed)).toEqual([seed]);
  }),
);

test(
  'a prize that cannot be given goes to the next reserve in the order of the draw, once, until none is left; an erased winner stays a line',
  withRollback(async (db) => {
    const at = await office(db);
    const { call, id } = at;
    await outcome(db, [1, 2, 3, 4], 'complete');
    await close(at);
    await call(`POST /api/v1/waves/${id}/prize/draw`);
    const before = (await at.see()).people;
    const pass = (entryId: string | undefined) =>
      call(`POST /api/v1/waves/${id}/prize/pass-on`, { body: { entryId, why: 'Rang three times' } });
    expect((await pass(before[0]?.id)).status).toBe(200);
    expect((await pass(before[0]?.id)).body).toMatchObject({ code: 'passed_on' });
    expect((await pass(before[3]?.id)).status).toBe(404);
    const after = (await at.see()).people;
    expect(after.map(({ role, missedAt }) => [role, missedAt !== null])).toEqual([
      ['winner', true],
      ['winner', false],
      ['winner', false],
      ['reserve', false],
    ]);
    await db`update prize_entries set resident_id = null, recipient_id = null where id = ${before[1]?.id ?? ''}`;
    expect((await at.see()).people[1]).toMatchObject({ name: 'Erased', residentId: null });
    expect((await pass(before[1]?.id)).status).toBe(200);
    expect((await pass(before[2]?.id)).body).toMatchObject({ code: 'no_reserve' });
  }),
);

/** What needs somebody today that has to do with a prize. */
const needs = async (call: ReturnType<typeof caller>) =>
  ((await call('GET /api/v1/home')).body as { needs: { kind: string }[] }).needs.filter(({ kind }) => kind === 'prize');

/** When somebody began to answer, whatever came of it later. */
const begun = (db: Db, n: number, at: string) => db`
  insert into responses (id, wave_id, frame_member_id, version_id, language, state, started_mode, started_at, updated_at, interview)
  select ${uid('5e55', n)}, i.wave_id, i.frame_member_id, w.version_id, 'en', 'complete', 'web', ${at}, ${at}, '{}'
  from invitations i join waves w on w.id = i.wave_id join recipients r on r.id = i.id where r.resident_id = ${residentId(n)}`;

test(
  'it is drawn when its own closing day is over, where the wave goes on: home says so, who began in time is in and who answers later is not',
  withRollback(async (db) => {
    const at = await office(db, { closesOn: '2026-12-30' });
    const { call, id, deps } = at;
    deps.clock.set('2026-12-18T23:59:59Z');
    await outcome(db, [1, 2], 'complete', '2026-12-10T10:00:00Z');
    expect(await needs(call)).toEqual([]);
    expect((await call(`POST /api/v1/waves/${id}/prize/draw`)).body).toMatchObject({ code: 'prize_not_yet' });
    deps.clock.set('2026-12-19T00:00:00Z');
    await outcome(db, [3, 4], 'complete', '2026-12-19T00:00:00Z');
    await begun(db, 3, '2026-12-18T23:50:00Z');
    await begun(db, 4, '2026-12-19T00:00:00Z');
    expect(await needs(call)).toEqual([
      {
        kind: 'prize',
        sentence: 'The prize draw of Autumn closed on 18 December and can be drawn: 3 people are in it.',
        link: `/console/waves/${id}/prize`,
        action: 'Draw the prize of Autumn',
        since: '2026-12-19T00:00:00.000Z',
      },
    ]);
    expect((await at.see()).why).toBeNull();
    expect((await call(`POST /api/v1/waves/${id}/prize/draw`)).body).toEqual({ entrants: 3, winners: 2 });
    expect(await needs(call)).toEqual([]);
    expect((await call(`GET /api/v1/waves/${id}`)).body).toMatchObject({ status: 'open' });
    expect((await call(`POST /api/v1/waves/${id}/prize/draw`)).body).toMatchObject({ code: 'prize_not_yet' });
  }),
);

test(
  'nobody is told of a draw that nobody is in, nor who sees results only',
  withRollback(async (db) => {
    const { call, deps } = await office(db);
    deps.clock.set('2026-12-19T10:00:00Z');
    expect(await needs(call)).toEqual([]);
    await outcome(db, [1], 'complete', '2026-12-10T10:00:00Z');
    expect(await needs(call)).toHaveLength(1);
    const analyst = caller(as(deps, { kind: 'staff', id: 'ana', name: 'Ana', roles: ['analyst'] }));
    expect(await needs(analyst)).toEqual([]);
  }),
);

test(
  'residents read of the prize, enter without answering or leave by their code; looking changes nothing; it ends with its day',
  withRollback(async (db) => {
    const { deps, call, id, see, code } = await office(db);
    const resident = caller(as(deps, null));
    expect((await resident(`GET /s/${code}`)).text).toContain('The prize draw closes on 18 December.');
    const page = await resident(`GET /s/${code}/prize`);
    expect(page.text).toContain('You do not have to answer it');
    expect(page.text).toContain('a £25 voucher');
    expect((await see()).counts).toEqual({ takingPart: 0, entered: 0, leftOut: 0 });
    const press = (what: string) => resident(`POST /s/${code}/prize`, { file: `do=${what}`, headers: form });
    expect((await press('enter')).status).toBe(303);
    await press('enter');
    expect((await see()).counts).toEqual({ takingPart: 0, entered: 1, leftOut: 0 });
    expect((await resident(`GET /s/${code}/prize?done=in`)).text).toContain('You are in the draw.');
    await press('leave');
    expect((await see()).counts).toEqual({ takingPart: 0, entered: 0, leftOut: 1 });
    const kept = await db`select entered_on, recipient_id from prize_entries`;
    expect(kept).toHaveLength(1);
    deps.clock.set('2026-12-19T00:01:00Z');
    expect((await press('enter')).text).toContain('This prize draw is closed.');
    expect((await see()).counts.entered).toBe(0);
    expect(
      (await call(`POST /api/v1/waves/${id}/prize/entries`, { body: { residentId: residentId(12) } })).status,
    ).toBe(200);
    expect((await resident('GET /s/000000000000/prize')).text).not.toContain('voucher');
  }),
);

test(
  'in an anonymous wave only who entered by a step of their own is in, so the list does not tell who answered',
  withRollback(async (db) => {
    const at = await office(db, { anonymous: true });
    const { call, id, deps, code } = at;
    await outcome(db, [1, 2, 3], 'complete');
    await caller(as(deps, null))(`POST /s/${code}/prize`, { file: 'do=enter', headers: form });
    expect((await at.see()).counts).toEqual({ takingPart: 0, entered: 1, leftOut: 0 });
    await close(at);
    expect((await call(`POST /api/v1/waves/${id}/prize/draw`)).body).toEqual({ entrants: 1, winners: 1 });
  }),
);

test(
  'only staff of the field see or draw a prize',
  withRollback(async (db) => {
    const { deps, id } = await office(db);
    for (const role of ['analyst', 'interviewer'] as const) {
      const other = caller(as(deps, { kind: 'staff', id: role, name: role, roles: [role] }));
      expect((await other(`GET /api/v1/waves/${id}/prize`)).status).toBe(403);
      expect((await other(`POST /api/v1/waves/${id}/prize/draw`)).status).toBe(403);
    }
  }),
);
