import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { withRollback } from '../support/database.ts';
import { testClock, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { type FixtureOptions, putSentText, putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';

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
  'a whole survey by text, question by question',
  withRollback(async (db) => {
    const { phone } = await setUp(db);
    expect(await phone.text('1')).toBe(
      'Q1 of 5. How clean are the stairs? Reply with a number: 1 Clean 2 OK 3 Dirty. Or reply SKIP',
    );
    expect(await phone.text('Dirty!')).toMatch(
      /^Q2 of 5\. Did you tell Millbrook Homes\? Reply with a number: 1 Yes 2 No/,
    );
    expect(await phone.text('no')).toMatch(
      /^Q3 of 5\. What should we mend first\? Reply with all the numbers that fit/,
    );
    expect(await phone.text('1 and 3')).toMatch(/^Q4 of 5.*Reply with a number, 0 to 10\. 0 is not at all likely/);
    expect(await phone.text('٨')).toMatch(/^Q5 of 5.*then reply DONE/);
    expect(await phone.text('The lift is slow')).toBe('Thank you, we have that. Send more, or reply DONE');
    expect(await phone.text('and the door sticks')).toBeNull();
    expect(await phone.text('done')).toBe(
      'Millbrook Homes: thank you, all your answers are in. By 15 February we will say what changed: http://localhost:8080/you-said-we-did To report a repair ring 01632 960123',
    );
    const [row] = await responses(db);
    expect(row).toMatchObject({ state: 'complete', disposition: 'complete', startedMode: 'text' });
    expect(row!.interview.answers).toMatchObject({
      stairs: { value: 'dirty' },
      reported: { value: 'no' },
      mend: { value: ['lift', 'lights'] },
      recommend: { value: 8 },
      words: { value: 'The lift is slow\nand the door sticks' },
    });
    expect((await inbound(db)).map(({ done }) => done)).toEqual(Array(8).fill('answered'));
    const replies = await db`select words, segments, status, kind from deliveries where kind = 'reply'`;
    expect(replies).toHaveLength(7);
    expect(replies[0]).toMatchObject({ status: 'sent', segments: 1 });
  }),
);

test(
  'start by text, finish on the web, which never shows what was texted',
  withRollback(async (db) => {
    const { phone, deps, fixture } = await setUp(db);
    await phone.text('1');
    await phone.text('2');
    const me = browser(deps);
    const path = `/s/${fixture.people[0]!.code}`;
    expect((await me.get(path)).text).toContain('What should we mend first?');
    await me.post(path, { question: 'mend', action: 'skip' });
    expect((await me.get(`${path}?q=stairs`)).html).not.toContain(' checked');
    await me.post(path, { question: 'recommend', answer: '7', action: 'save' });
    expect((await me.post(path, { question: 'words', action: 'skip' })).text).toContain(
      'Thank you. All 2 answers are saved.',
    );
    const [row] = await responses(db);
    expect(row!.interview.answers.stairs.mode).toBe('text');
    expect(row!.interview.answers.recommend.mode).toBe('web');
  }),
);

test(
  'who went on elsewhere is asked again before a bare number counts',
  withRollback(async (db) => {
    const { phone, deps, fixture } = await setUp(db);
    await phone.text('1');
    deps.clock.advance({ minutes: 5 });
    const path = `/s/${fixture.people[0]!.code}`;
    await browser(deps).post(path, { question: 'stairs', answer: 'clean', action: 'save' });
    expect(await phone.text('2')).toMatch(/^Q2 of 4/);
    expect((await responses(db))[0]!.interview.answers).not.toHaveProperty('mend');
    deps.clock.advance({ minutes: 1 });
    expect(await phone.text('2')).toMatch(/^Q3 of 4/);
  }),
);

test(
  'what cannot be read is asked again at most twice, then a person looks',
  withRollback(async (db) => {
    const { phone } = await setUp(db);
    await phone.text('1');
    expect(await phone.text('purple')).toBe(
      'Sorry, we could not tell which answer you meant. Please reply with one number, 1 to 3. 1 is clean, 3 is dirty. Or reply SKIP',
    );
    expect(await phone.text('9')).toMatch(
      /^Sorry, we still could not tell\. You can answer at http:\/\/localhost:8080\/s\/\d{12} or ring us on 01632 960123/,
    );
    expect(await phone.text('?')).toContain('A person will read it');
    const rows = await inbound(db);
    expect(rows.at(-1)).toMatchObject({ trayReason: 'unclear' });
    const [last] = await db`select words from deliveries where words like 'Sorry, we still%'`;
    expect(last!.words).not.toMatch(/\d{12}/);
    expect(await phone.text('1')).toMatch(/^Q2 of/);
  }),
);

test(
  'the same text again gets the same reply and changes nothing',
  withRollback(async (db) => {
    const { phone } = await setUp(db);
    await phone.text('1');
    const first = await phone.text('1', { MessageSid: 'SM-same' });
    const before = await responses(db);
    expect(await phone.text('1', { MessageSid: 'SM-same' })).toBe(first);
    expect(await responses(db)).toEqual(before);
    expect(await inbound(db)).toHaveLength(2);
  }),
);

test(
  'STOP covers the number and the purpose on every way; START undoes it',
  withRollback(async (db) => {
    const { phone, fixture, deps } = await setUp(db);
    const [person] = fixture.people;
    await db`insert into deliveries (id, recipient_id, step, channel, kind, status, due_at, language, format, created_at)
      values (${deps.newId()}, ${person!.invitationId}, 2, 'email', 'reminder', 'due', now(), 'en', 'standard', now())`;
    expect(await phone.text(' Stop. ')).toBe(
      'Millbrook Homes: done. No more surveys from us by text, email, post or phone. We will still tell you about repairs and rent. To undo this, text START',
    );
    const rows = await db`select * from suppressions`;
    expect(
      rows.map(({ addressHash, residentId, purpose, reason, note }) => [
        addressHash !== null,
        residentId,
        purpose,
        reason,
        note,
      ]),
    ).toEqual([
      [true, null, null, 'stop', '123'],
      [true, person!.residentId, 'research', 'stop', '123'],
    ]);
    expect((await db`select status, next_action from deliveries where channel = 'email'`)[0]).toEqual({
      status: 'cancelled',
      nextAction: 'texted STOP, so cancelled',
    });
    expect((await db`select disposition, next_at from invitations`)[0]).toEqual({
      disposition: 'refused',
      nextAt: null,
    });
    await phone.text('STOP');
    expect(await db`select 1 from suppressions`).toHaveLength(2);
    expect(await phone.text('start')).toContain('welcome back');
    expect(await db`select 1 from suppressions where lifted_at is null`).toHaveLength(0);
  }),
);

test(
  'where Twilio answers STOP itself we stay silent and record it',
  withRollback(async (db) => {
    const { phone } = await setUp(db);
    expect(await phone.text('STOP', { OptOutType: 'STOP' })).toBeNull();
    expect(await db`select 1 from suppressions`).toHaveLength(2);
    expect((await inbound(db))[0]).toMatchObject({ done: 'stopped', reply: null });
  }),
);

test(
  'HELP, LANGUAGE and BACK',
  withRollback(async (db) => {
    const { phone } = await setUp(db);
    expect(await phone.text('help')).toContain('Millbrook Homes survey. Reply with a number to answer.');
    await phone.text('1');
    expect(await phone.text('language')).toBe('Which language? Reply 1 English 2 Cymraeg 3 Polski 4 اردو');
    expect(await phone.text('3')).toContain('Jak czysta jest klatka schodowa?');
    await phone.text('1');
    expect(await phone.text('wstecz')).toContain('Jak czysta');
    expect((await responses(db))[0]!.language).toBe('pl');
  }),
);
