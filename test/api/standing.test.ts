import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { type FixtureOptions, putSentText, putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';

const number = '+447700900123';

async function setUp(db: Db, options: FixtureOptions = {}, now = '2026-11-23T10:00:00Z') {
  const fixture = await putSurvey(db, { residents: [{ phone: number }], ...options });
  await putSentText(db, '00000000-0000-4000-8000-0000000e0000', fixture.people[0]!);
  const deps = testDeps({ db, clock: testClock(now), env: twilioEnv() });
  const code = fixture.people[0]!.code;
  return { fixture, deps, code, path: `/s/${code}`, me: browser(deps), phone: telephone(deps, number) };
}

const setStatus = (db: Db, status: string) => db`update waves set status = ${status}`;
const answers = async (db: Db) => (await db`select interview from responses`).map(({ interview }) => interview.answers);
const inbound = (db: Db) => db`select * from inbound_messages order by received_at, provider_id`;
const stairs = { question: 'stairs', answer: 'dirty', action: 'save' };

test(
  'before the first day nothing is taken, on a page or by text',
  withRollback(async (db) => {
    const { me, path, phone, code } = await setUp(db, {}, '2026-11-10T10:00:00Z');
    const page = await me.post(path, stairs);
    expect(page.text).toContain('This survey opens on 16 November');
    expect(await phone.text(code)).toContain('This survey opens on 16 November');
    await phone.text('1');
    expect(await answers(db)).toEqual([]);
    expect((await inbound(db)).map(({ done }) => done)).toEqual(['tray', 'tray']);
  }),
);

test.each([
  ['the last day is past', null, '2026-12-20T10:00:00Z'],
  ['it was closed', 'closed', '2026-11-23T11:00:00Z'],
])('when %s an answer sent from a page is kept beside the results and thanked for', async (_name, status, at) => {
  await withRollback(async (db) => {
    const { me, path, deps } = await setUp(db);
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    const before = await db`select revision, interview from responses`;
    if (status) await setStatus(db, status);
    deps.clock.set(at);
    const late = await me.post(path, { question: 'words', answer: 'Mend the lift', action: 'save' });
    expect(late.status).toBe(200);
    expect(late.text).toContain('This survey closed on 18 December');
    expect(late.text).toContain('We have kept your answer and it is not lost.');
    expect(await db`select revision, interview from responses`).toEqual(before);
    expect(await db`select answers_revision from waves`).toEqual([{ answersRevision: 0 }]);
    expect(await inbound(db)).toMatchObject([
      { provider: 'web', channel: 'web', done: 'late', body: 'Mend the lift', fields: { question: 'words' } },
    ]);
    expect((await inbound(db))[0]).toMatchObject({ trayReason: null });
    await me.post(path, { question: 'mend', action: 'skip' });
    expect(await inbound(db)).toHaveLength(1);
  })();
});

test(
  'a wave closed before its last day tells everyone the day on which it was closed',
  withRollback(async (db) => {
    const { fixture, me, path, phone, code, deps } = await setUp(db);
    const officer = caller(as(deps, staff('officer')));
    await db`update waves set time_zone = 'Asia/Karachi'`;
    await phone.text(code);
    deps.clock.set('2026-11-28T21:00:00Z');
    expect((await officer(`POST /api/v1/waves/${fixture.waveId}/close`)).status).toBe(200);
    expect((await me.get(path)).text).toContain('This survey closed on 29 November');
    expect(await phone.text('1')).toContain('This survey closed on 29 November');
    expect((await officer(`GET /api/v1/keying/${code}`)).body).toMatchObject({
      note: expect.stringContaining('The wave closed on 29 November.'),
    });
    expect((await officer('GET /api/v1/waves')).body).toMatchObject({ items: [{ closesOn: '2026-11-29' }] });
  }),
);

test(
  'paused: an answer on its way is taken, then the page says so; a text is taken too',
  withRollback(async (db) => {
    const { me, path, phone } = await setUp(db);
    await me.get(path);
    await setStatus(db, 'paused');
    const page = await me.post(path, stairs);
    expect(page.text).toContain('We have paused this survey');
    expect(page.text).toContain('Your answers are safe.');
    expect((await answers(db))[0]).toMatchObject({ stairs: { value: 'dirty' } });
    await setStatus(db, 'open');
    expect(await phone.text('1')).toMatch(/^Q2/);
    await setStatus(db, 'paused');
    await phone.text('1');
    expect((await answers(db))[0]).toMatchObject({ stairs: { value: 'dirty' }, reported: { value: 'yes' } });
  }),
);

test(
  'a finished survey is changed on the device that answered and on no other',
  withRollback(async (db) => {
    const { me, path, deps } = await setUp(db);
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    for (const question of ['mend', 'recommend', 'words']) await me.post(path, { question, action: 'skip' });
    const other = browser(deps, { from: '192.0.2.7' });
    const page = await other.post(path, stairs);
    expect(page.text).toContain('Thank you. Your answer is saved.');
    expect((await answers(db))[0]).toMatchObject({ stairs: { value: 'ok' } });
    await me.post(path, stairs);
    expect((await answers(db))[0]).toMatchObject({ stairs: { value: 'dirty' } });
  }),
);
