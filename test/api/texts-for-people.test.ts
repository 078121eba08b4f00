import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { testClock, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { type FixtureOptions, putSentText, putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv, twilioSignature } from '../support/texting.ts';

const number = '+447700900123';

async function setUp(db: Db, options: FixtureOptions = { residents: [{ phone: number }] }) {
  const fixture = await putSurvey(db, options);
  let at = 0;
  for (const person of fixture.people) await putSentText(db, `00000000-0000-4000-8000-0000000e000${at++}`, person);
  const deps = testDeps({ db, clock: testClock('2026-11-23T10:00:00Z'), env: twilioEnv() });
  return { fixture, deps, phone: telephone(deps, number) };
}

const responses = (db: Db) =>
  db`select r.*, i.disposition from responses r join invitations i on i.frame_member_id = r.frame_member_id order by r.started_at`;
const inbound = (db: Db) => db`select * from inbound_messages order by received_at, provider_id`;

test(
  'danger words are answered at once and reach a person, and the answer is kept too',
  withRollback(async (db) => {
    const { phone, deps } = await setUp(db);
    await phone.text('1');
    const reply = await phone.text('3 and I can smell gas in the hall');
    expect(reply).toMatch(/^Millbrook Homes: that may need help fast.*ring 999\nQ2 of 5/s);
    expect((await inbound(db)).at(-1)).toMatchObject({ urgent: 'danger', trayReason: 'urgent', done: 'answered' });
    expect((await responses(db))[0]!.interview.answers.stairs.value).toBe('dirty');
    const stranger = telephone(deps, '+447700900999');
    expect(await stranger.text('there is a fire')).toContain('If anyone is in danger ring 999');
  }),
);

test(
  'a wish to stop in a sentence, more words than an answer, and an unknown number reach a person',
  withRollback(async (db) => {
    const { phone, deps } = await setUp(db);
    expect(await phone.text('please stop texting me')).toContain('a person will read it');
    await phone.text('1');
    expect(await phone.text('2 but the lift is broken again')).toMatch(/^Q2/);
    const stranger = telephone(deps, '+447700900777');
    for (let times = 0; times < 3; times++) expect(await stranger.text('hello')).toContain('a person will read it');
    expect(await stranger.text('hello')).toBeNull();
    expect((await inbound(db)).map(({ trayReason }) => trayReason)).toEqual([
      'sounds_like_stop',
      null,
      'urgent_answer',
      'unknown_number',
      'unknown_number',
      'unknown_number',
      'unknown_number',
    ]);
    expect(await db`select 1 from suppressions`).toHaveLength(0);
  }),
);

test(
  'two people on one number: nobody is guessed, but one open question is answered',
  withRollback(async (db) => {
    const { phone, fixture } = await setUp(db, { residents: [{ phone: number }, { phone: number, name: 'Ali' }] });
    expect(await phone.text('2')).toContain('Text the 12 numbers of your code');
    expect((await inbound(db))[0]).toMatchObject({ trayReason: 'shared_number', residentId: null });
    expect(await phone.text(`my code is ${fixture.people[1]!.code}`)).toMatch(/^Q1 of 5/);
    expect(await phone.text('2')).toMatch(/^Q2 of 4/);
    const [row, ...others] = await responses(db);
    expect(others).toEqual([]);
    expect(row!.frameMemberId).toBe(fixture.people[1]!.frameMemberId);
    await phone.text('STOP');
    const stopped = await db`select resident_id from suppressions where resident_id is not null`;
    expect(stopped).toEqual([{ residentId: fixture.people[1]!.residentId }]);
  }),
);

test(
  'a code texted from any telephone starts that survey, and what follows goes on in it',
  withRollback(async (db) => {
    const { deps, fixture } = await setUp(db);
    const { code } = fixture.people[0]!;
    const other = telephone(deps, '+447700900555');
    expect(await other.text(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`)).toMatch(/^Q1 of 5/);
    expect(await other.text('1')).toMatch(/^Q2 of 4/);
    expect((await responses(db))[0]!.interview.answers.stairs.value).toBe('clean');
  }),
);

test(
  'after a reminder 1 goes on with the question, and is not an answer',
  withRollback(async (db) => {
    const { phone, fixture, deps } = await setUp(db);
    await phone.text('1');
    await phone.text('3');
    deps.clock.advance({ days: 3 });
    await putSentText(db, '00000000-0000-4000-8000-0000000e0009', fixture.people[0]!, deps.clock.now(), 'reminder');
    deps.clock.advance({ minutes: 5 });
    expect(await phone.text('1')).toMatch(/^Q2 of 5/);
    expect((await responses(db))[0]!.interview.answers).not.toHaveProperty('reported');
  }),
);

test(
  'a reply after the survey closed is thanked and kept',
  withRollback(async (db) => {
    const { phone, deps } = await setUp(db);
    await phone.text('1');
    deps.clock.set('2026-12-20T10:00:00Z');
    expect(await phone.text('2')).toBe(
      'Millbrook Homes: thank you. This survey closed on 18 December. We have kept your reply and it is not lost. To talk to us, ring 01632 960123',
    );
    expect((await inbound(db)).at(-1)).toMatchObject({ done: 'late', body: '2' });
  }),
);

test(
  'unsigned, malformed and unconnected are told as problems',
  withRollback(async (db) => {
    const { phone, deps } = await setUp(db);
    const fields = { MessageSid: 'SM1', From: number, To: '+441134960000', Body: '1' };
    const unsigned = await phone.post(fields, 'AAAA');
    expect(unsigned.status).toBe(403);
    expect(await unsigned.json()).toMatchObject({ code: 'not_signed' });
    const path = '/webhooks/twilio/messages';
    const changed = await phone.post({ ...fields, Body: '3' }, twilioSignature(path, fields));
    expect(changed.status).toBe(403);
    const malformed = await phone.post({ Body: '1' });
    expect(await malformed.json()).toMatchObject({ code: 'bad_input', status: 400 });
    const huge = await phone.post({ ...fields, Body: 'x'.repeat(70_000) });
    expect(huge.status).toBe(413);
    const without = telephone(testDeps({ db }), number);
    expect((await without.post(fields)).status).toBe(403);
    expect(await inbound(db)).toHaveLength(0);
    expect(JSON.stringify(deps.logged)).not.toContain(number);
  }),
);

test(
  'when the engine fails the text is kept and the sender told so',
  withRollback(async (db) => {
    const { phone, deps } = await setUp(db);
    await db`update versions set compiled = '{"compiler": 1, "questions": [{"id": "stairs", "kind": "single"}]}'`;
    expect(await phone.text('1')).toContain('something went wrong at our end');
    expect((await inbound(db))[0]).toMatchObject({ done: 'failed', trayReason: 'fault', body: '1' });
    expect(deps.logged.some(({ event }) => event === 'inbound_text_failed')).toBe(true);
  }),
);

test('two texts and a web answer at the same instant: one after the other, nothing lost', async () => {
  const clone = await cloneDatabase();
  try {
    const { deps, phone, fixture } = await setUp(clone.db);
    const path = `/s/${fixture.people[0]!.code}`;
    await phone.text('1');
    deps.clock.advance({ minutes: 1 });
    const [one, two] = [browser(deps), browser(deps, { from: '192.0.2.7' })];
    const [reply, same] = await Promise.all([
      phone.text('1', { MessageSid: 'SM-a' }),
      phone.text('1', { MessageSid: 'SM-a' }),
      one.post(path, { question: 'recommend', answer: '4', action: 'save' }),
      two.post(path, { question: 'words', answer: 'Better lights', action: 'save' }),
      two.post(path, { question: 'words', answer: 'Better doors', action: 'save' }),
    ]);
    const [row, ...others] = await responses(clone.db);
    expect(others).toEqual([]);
    const { stairs, recommend, words } = row!.interview.answers;
    expect(recommend.value).toBe(4);
    const changes = await clone.db`select was from answer_changes`;
    expect([words.value, ...changes.map(({ was }) => was)].sort()).toEqual(['Better doors', 'Better lights']);
    // Read before any page it is the answer to what was asked; read after one it is asked again, for it may not have seen that.
    expect(reply).toMatch(/^Q\d of/);
    expect(same).toBe(reply);
    if (stairs) expect(stairs.value).toBe('clean');
    expect((await inbound(clone.db)).slice(0, 2)).toMatchObject([{ body: '1' }, { body: '1', reply }]);
    expect(row!.revision).toBe(5);
  } finally {
    await clone.drop();
  }
});

test(
  'a bare number after somebody went on elsewhere answers nothing it did not see: the question is asked again',
  withRollback(async (db) => {
    const { deps, phone, fixture } = await setUp(db);
    await phone.text('1');
    deps.clock.advance({ minutes: 1 });
    const page = browser(deps);
    await page.post(`/s/${fixture.people[0]!.code}`, { question: 'recommend', answer: '4', action: 'save' });
    expect(await phone.text('1')).toMatch(/^Q4 of/);
    const { answers } = (await responses(db))[0]!.interview;
    expect(Object.keys(answers)).toEqual(['recommend']);
    expect((await inbound(db)).map(({ body }) => body)).toEqual(['1', '1']);
  }),
);
