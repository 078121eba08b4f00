import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { surveyById } from '../../db/queries/survey.ts';
import { takeInput } from '../../server/actions/response/take-input.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { counted } from '../support/statements.ts';
import { type FixtureOptions, putSentText, putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';

const number = '+447700900123';

async function setUp(db: Db, options: FixtureOptions = { residents: [{ phone: number }] }) {
  const fixture = await putSurvey(db, options);
  let at = 0;
  for (const person of fixture.people) await putSentText(db, `00000000-0000-4000-8000-0000000e000${at++}`, person);
  const deps = testDeps({ db, clock: testClock('2026-11-23T10:00:00Z'), env: twilioEnv() });
  const call = caller(as(deps, staff('officer')));
  const { code } = fixture.people[0]!;
  const key = async (question: string | null, typed: string, more = {}) =>
    (await call(`POST /api/v1/keying/${code}`, { body: { mode: 'paper', question, typed, ...more } })).body;
  return { fixture, deps, call, code, key, phone: telephone(deps, number) };
}

interface TrayItem {
  id: string;
  why: string;
  words: string;
  urgent: string | null;
  suggestions: { key: string; label: string }[];
}
const trayOf = async (call: ReturnType<typeof caller>) =>
  ((await call('GET /api/v1/tray')).body as { items: TrayItem[] }).items;

test(
  'a paper return is keyed on a number pad and comes out complete',
  withRollback(async (db) => {
    const { call, code, key } = await setUp(db);
    const opened = await call(`GET /api/v1/keying/${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`);
    expect(opened.body).toMatchObject({
      code,
      waveName: 'Autumn panel 1',
      language: 'en',
      dir: 'ltr',
      open: true,
      note: null,
      cursor: 'stairs',
      finished: false,
      keyedToday: 0,
    });
    expect(await key('stairs', '3')).toEqual({
      accepted: true,
      sentence: '3 Dirty',
      cursor: 'reported',
      finished: false,
    });
    expect(await key('reported', '-')).toMatchObject({ accepted: true, sentence: 'Blank', cursor: 'mend' });
    expect(await key('mend', '1 3')).toMatchObject({ accepted: true, sentence: '1 The lift, 3 The lights' });
    expect(await key('recommend', '12')).toMatchObject({ accepted: false, sentence: 'That is outside 0 to 10.' });
    expect(await key('recommend', '*7 8')).toMatchObject({ accepted: true, sentence: 'Two marks' });
    expect(await key('stairs', '')).toMatchObject({ accepted: false });
    expect(await key(null, 'Mend the lift')).toMatchObject({
      accepted: true,
      sentence: 'Mend the lift',
      cursor: null,
      finished: true,
    });
    const again = (await call(`GET /api/v1/keying/${code}`)).body as {
      questions: { id: string; keyed: string | null }[];
      keyedToday: number;
    };
    expect(again.questions.map(({ id, keyed }) => [id, keyed])).toEqual([
      ['stairs', '3'],
      ['reported', '-'],
      ['mend', '1 3'],
      ['recommend', '*'],
      ['words', 'Mend the lift'],
    ]);
    expect(again.keyedToday).toBe(1);
    const [row] =
      await db`select r.interview, r.started_mode, i.disposition from responses r join invitations i on i.frame_member_id = r.frame_member_id`;
    expect(row).toMatchObject({ startedMode: 'paper', disposition: 'complete' });
    expect(row!.interview.answers.stairs).toMatchObject({
      mode: 'paper',
      by: 'staff:00000000-0000-4000-9000-000000000001',
    });
  }),
);

test(
  'paper fills only the blanks of who answered by web; a telephone interview may change an answer',
  withRollback(async (db) => {
    const { call, code, key, deps } = await setUp(db);
    await browser(deps).post(`/s/${code}`, { question: 'stairs', answer: 'clean', action: 'save' });
    const opened = (await call(`GET /api/v1/keying/${code}`)).body as {
      note: string;
      questions: { keyed: string | null; answeredBy: string | null }[];
    };
    expect(opened.note).toBe('Answered 1 by web on 23 November. Paper fills only the blanks.');
    expect(opened.questions[0]).toMatchObject({ keyed: null, answeredBy: 'web' });
    expect(await key('stairs', '3')).toMatchObject({
      accepted: false,
      sentence: 'Answered already another way. Paper fills only the blanks.',
    });
    expect(await key('stairs', '3', { mode: 'telephone' })).toMatchObject({ accepted: true, sentence: '3 Dirty' });
    expect(await db`select was, mode from answer_changes`).toEqual([{ was: 'clean', mode: 'web' }]);
  }),
);

test.each([
  ['telephone', 'telephone'],
  ['in_person', 'talking in person'],
])('paper changes nothing that was said %s, and says by which way it was answered', (mode, way) =>
  withRollback(async (db) => {
    const { call, code, key } = await setUp(db);
    expect(await key('stairs', '1', { mode })).toMatchObject({ accepted: true, sentence: '1 Clean' });
    const { questions } = (await call(`GET /api/v1/keying/${code}`)).body as {
      questions: { keyed: string | null; answeredBy: string | null }[];
    };
    expect(questions[0]).toMatchObject({ keyed: null, answeredBy: way });
    expect(await key('stairs', '3')).toMatchObject({ accepted: false });
    expect(await key('reported', '1')).toMatchObject({ accepted: true });
    expect(await key('mend', '1')).toMatchObject({ accepted: true });
    expect(await key('mend', '2')).toMatchObject({ accepted: true, sentence: '2 The front door' });
    expect(await key('stairs', '3', { mode })).toMatchObject({ accepted: true, sentence: '3 Dirty' });
  })(),
);

test(
  'what came by web while paper was being keyed stands',
  withRollback(async (db) => {
    const { fixture, code, deps } = await setUp(db);
    const asRead = await surveyById(db, fixture.people[0]!.invitationId);
    await browser(deps).post(`/s/${code}`, { question: 'stairs', answer: 'clean', action: 'save' });
    const keyed = { type: 'answer', question: 'stairs', value: 'dirty' } as const;
    const { events, state } = await takeInput(deps, asRead!, [keyed], { mode: 'paper', by: 'staff:1' });
    expect(events).toContainEqual({ type: 'answer_refused', question: 'stairs', reason: 'already_answered' });
    expect(state.answers.stairs).toMatchObject({ value: 'clean', mode: 'web' });
  }),
);

const figures = async (call: ReturnType<typeof caller>, waveId: string) => {
  const fieldwork = (await call(`GET /api/v1/waves/${waveId}/fieldwork`)).body as {
    answered: number;
    dispositions: { code: string; count: number }[];
    board: { answered: number }[];
  };
  const counts = Object.fromEntries(fieldwork.dispositions.map(({ code, count }) => [code, count]));
  return { answered: fieldwork.answered, counts, board: fieldwork.board.map(({ answered }) => answered) };
};

test(
  'a return without an answer is not finished, so a slip with a code changes nothing; one that came back blank is said to be',
  withRollback(async (db) => {
    const { call, code, key, fixture, deps } = await setUp(db);
    const reminder = '00000000-0000-4000-8000-0000000d0001';
    await putSentText(db, reminder, fixture.people[0]!, deps.clock.now(), 'reminder');
    await db`update deliveries set status = 'due', sent_at = null where id = ${reminder}`;
    expect(await key(null, '', { finish: true })).toEqual({
      accepted: false,
      sentence: 'Nothing is keyed yet. If the form came back blank, choose Came back blank.',
      cursor: 'stairs',
      finished: false,
    });
    expect(await key(null, '', { finish: true, mode: 'telephone' })).toMatchObject({ accepted: false });
    expect(await figures(call, fixture.waveId)).toMatchObject({ answered: 0, counts: { no_answer: 1, refused: 0 } });
    expect(await db`select status from deliveries where id = ${reminder}`).toEqual([{ status: 'due' }]);
    expect(await key(null, '', { blank: true })).toMatchObject({
      accepted: true,
      sentence: 'Came back blank. No more reminders go out.',
    });
    expect(await figures(call, fixture.waveId)).toMatchObject({ answered: 0, counts: { no_answer: 0, refused: 1 } });
    expect(await db`select status, next_action from deliveries where id = ${reminder}`).toEqual([
      { status: 'cancelled', nextAction: 'came back blank' },
    ]);
    expect(await db`select disposition, next_at from invitations`).toEqual([{ disposition: 'blank', nextAt: null }]);
    expect(await db`select action from audit_log`).toEqual([{ action: 'invitation.blank' }]);
    await browser(deps).post(`/s/${code}`, { question: 'stairs', answer: 'clean', action: 'save' });
    expect(await figures(call, fixture.waveId)).toMatchObject({ counts: { part: 1, refused: 0 } });
    expect(await key(null, '', { blank: true })).toMatchObject({ accepted: false });
    expect(await key(null, '', { finish: true })).toMatchObject({ accepted: true, finished: true });
    expect(await figures(call, fixture.waveId)).toMatchObject({ answered: 1, counts: { complete: 1 } });
  }),
);

const skipAll: Record<string, (at: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>> = {
  web: async ({ deps, code }) => {
    const me = browser(deps);
    for (const question of ['stairs', 'mend', 'recommend', 'words'])
      await me.post(`/s/${code}`, { question, action: 'skip' });
  },
  text: async ({ phone, code }) => {
    for (const words of [code, 'SKIP', 'SKIP', 'SKIP', 'SKIP']) await phone.text(words);
  },
  paper: async ({ key }) => {
    for (const question of ['stairs', 'mend', 'recommend', 'words']) await key(question, '-');
  },
};

test.each(Object.entries(skipAll))('every question passed over by %s is no answer, in any figure', (_name, skip) =>
  withRollback(async (db) => {
    const at = await setUp(db);
    await db`update frame_members set age = 40, area = 'elm', tenure = 'general_needs'`;
    await skip(at);
    expect((await db`select interview from responses`)[0]!.interview).toMatchObject({ status: 'finished' });
    const { waveId } = at.fixture;
    const seen = await figures(at.call, waveId);
    expect(seen).toMatchObject({ answered: 0, counts: { complete: 0, refused: 1 } });
    expect(new Set(seen.board)).toEqual(new Set([0]));
    const analyst = caller(as(at.deps, staff('analyst')));
    expect((await analyst(`GET /api/v1/waves/${waveId}/results`)).body).toMatchObject({ answers: 0 });
  })(),
);

test(
  'a full tray takes as many statements as one message',
  withRollback(async (tx) => {
    const { db, statements: soFar } = counted(tx);
    const { call, phone, fixture } = await setUp(db, {
      residents: [{ phone: number }, { phone: number, name: 'Ali' }],
    });
    for (const { code } of fixture.people) await phone.text(code);
    const statements = async () => {
      const before = soFar();
      await trayOf(call);
      return soFar() - before;
    };
    await phone.text('2');
    await trayOf(call);
    const one = await statements();
    for (const words of ['1', '3', '2']) await phone.text(words);
    expect(await trayOf(call)).toHaveLength(4);
    expect(await statements()).toBe(one);
  }),
);

test(
  'a return may be finished with blanks, and keyed after the wave closed',
  withRollback(async (db) => {
    const { call, code, key, deps } = await setUp(db);
    deps.clock.set('2026-12-22T10:00:00Z');
    expect((await call(`GET /api/v1/keying/${code}`)).body).toMatchObject({
      open: false,
      note: 'The wave closed on 18 December. What is keyed is kept.',
    });
    await key('stairs', '1');
    expect(await key(null, '', { finish: true })).toMatchObject({ accepted: true, finished: true, cursor: null });
    expect((await call('GET /api/v1/keying/123')).status).toBe(404);
    expect((await caller(as(deps, staff('analyst')))(`GET /api/v1/keying/${code}`)).status).toBe(403);
    expect((await caller(as(deps, null))(`GET /api/v1/keying/${code}`)).status).toBe(401);
  }),
);

test(
  'the tray shows danger first, offers what can be done, and takes it back',
  withRollback(async (db) => {
    const { call, phone, fixture, deps } = await setUp(db);
    await phone.text('please stop texting me');
    deps.clock.advance({ minutes: 1 });
    await phone.text('I smell gas');
    const items = await trayOf(call);
    expect(items.map(({ words, urgent }) => [words, urgent])).toEqual([
      ['I smell gas', 'danger'],
      ['please stop texting me', null],
    ]);
    const [, wish] = items;
    const [person] = fixture.people;
    expect(wish!.suggestions).toEqual([
      { key: `stop:${person!.residentId}`, label: 'Stop surveys to Noor Khan by every way' },
      { key: 'file', label: 'File it: nothing more to do' },
    ]);
    const settle = (id: string, what: string) => call(`POST /api/v1/tray/${id}`, { body: { do: what } });
    expect((await settle(wish!.id, `stop:${person!.residentId}`)).status).toBe(200);
    expect(await db`select 1 from suppressions where lifted_at is null`).toHaveLength(1);
    expect((await settle(wish!.id, 'file')).body).toMatchObject({ code: 'already_done' });
    expect(await trayOf(call)).toHaveLength(1);
    expect((await settle(wish!.id, 'undo')).status).toBe(200);
    expect(await db`select 1 from suppressions where lifted_at is null`).toHaveLength(0);
    expect((await settle(wish!.id, 'undo')).status).toBe(409);
    expect((await settle(wish!.id, 'burn')).status).toBe(400);
    expect((await settle(deps.newId(), 'file')).status).toBe(404);
    expect(await db`select action from audit_log order by id`).toEqual([
      { action: 'tray.settle' },
      { action: 'tray.undo' },
    ]);
  }),
);

test(
  'a text from a shared number is given to one of its people as an answer',
  withRollback(async (db) => {
    const { call, phone, fixture } = await setUp(db, {
      residents: [{ phone: number }, { phone: number, name: 'Ali' }],
    });
    for (const { code } of fixture.people) await phone.text(code);
    await phone.text('2');
    const [item] = await trayOf(call);
    expect(item!.why).toContain('Several people use this number');
    expect(item!.suggestions.map(({ label }) => label)).toEqual([
      'Noor Khan, question 1 = 2 OK',
      'Ali Khan, question 1 = 2 OK',
      'It is from Noor Khan',
      'It is from Ali Khan',
      'File it: nothing more to do',
    ]);
    const ali = fixture.people[1]!;
    const answered = await call(`POST /api/v1/tray/${item!.id}`, { body: { do: `answer:${ali.invitationId}` } });
    expect(answered.status).toBe(200);
    const rows = await db`select frame_member_id, interview from responses`;
    const his = rows.find((row) => row.frameMemberId === ali.frameMemberId);
    expect(his!.interview.answers.stairs).toMatchObject({ value: 'ok', mode: 'text' });
    expect((await call(`POST /api/v1/tray/${item!.id}`, { body: { do: 'undo' } })).body).toMatchObject({
      code: 'not_undone',
    });
  }),
);
