import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { languages } from '../../surveys/language.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { testClock, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { type FixtureOptions, putSurvey } from '../support/survey.ts';

async function setUp(db: Db, options: FixtureOptions = {}) {
  const fixture = await putSurvey(db, options);
  const deps = testDeps({ db, clock: testClock('2026-11-23T09:00:00Z') });
  const code = fixture.people[0]!.code;
  return { fixture, deps, code, path: `/s/${code}`, me: browser(deps) };
}

const responseOf = async (db: Db) => {
  const [row] =
    await db`select r.*, i.disposition from responses r join invitations i on i.frame_member_id = r.frame_member_id`;
  return row;
};

test(
  'a resident answers a whole survey without script, one question a page',
  withRollback(async (db) => {
    const { me, path, code } = await setUp(db);
    const first = await me.post('/s', { code: `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}` });
    expect(first.text).toContain('Question 1 of up to 5');
    expect(first.text).toContain('How clean are the stairs?');
    expect(first.text).toContain('You can answer until 18 December');
    expect(await responseOf(db)).toBeUndefined();
    const second = await me.post(path, { question: 'stairs', answer: 'dirty', action: 'save' });
    expect(second.text).toContain('Did you tell Millbrook Homes?');
    const third = await me.post(path, { question: 'reported', answer: 'no', action: 'save' });
    expect(third.text).toContain('Question 3 of 5');
    const fourth = await me.post(path, [
      ['question', 'mend'],
      ['answer', 'lift'],
      ['answer', 'lights'],
      ['action', 'save'],
    ]);
    expect(fourth.text).toContain('0 Not at all likely');
    const fifth = await me.post(path, { question: 'recommend', answer: '0', action: 'save' });
    expect(fifth.html).toContain('>Finish</button>');
    expect(fifth.text).toContain('In danger? Ring 999');
    const end = await me.post(path, { question: 'words', answer: 'Mend the lift <b>now</b>', action: 'save' });
    expect(end.text).toContain('Thank you. All 5 answers are saved.');
    expect(end.text).toContain('By 15 January');
    const row = await responseOf(db);
    expect(row).toMatchObject({ state: 'complete', disposition: 'complete', startedMode: 'web', language: 'en' });
    expect(row!.interview.answers.mend).toMatchObject({ value: ['lift', 'lights'], mode: 'web', by: null });
    expect(row!.interview.answers.words.value).toBe('Mend the lift <b>now</b>');
    expect((await me.get(path)).text).toContain('Thank you. All 5 answers are saved.');
  }),
);

test(
  'opening pages changes nothing',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    for (const address of [path, `${path}?q=mend`, '/s', '/join', '/accessibility', '/privacy', '/you-said-we-did'])
      expect((await me.get(address)).status).toBe(200);
    expect(await responseOf(db)).toBeUndefined();
    expect(await db`select 1 from code_attempts`).toHaveLength(0);
    expect(me.cookies.size).toBe(0);
  }),
);

test(
  'nothing chosen, both none and others, and too long: said in words, what was typed stays',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    const nothing = await me.post(path, { question: 'stairs', action: 'save' });
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Choose one answer, or press Skip this question.');
    expect(nothing.html).toContain('<title>Error: Question 1');
    const clash = await me.post(path, [
      ['question', 'mend'],
      ['answer', 'lift'],
      ['answer', 'none'],
      ['action', 'save'],
    ]);
    expect(clash.text).toContain('Choose None of these, or the other answers, not both.');
    expect(clash.html).toMatch(/value="lift" checked/);
    const long = await me.post(path, { question: 'words', answer: 'x'.repeat(4212), action: 'save' });
    expect(long.text).toContain('Your answer is 212 letters too long.');
    expect(long.html).toContain('x'.repeat(4212));
    const far = await me.post(path, { question: 'recommend', answer: '11', action: 'save' });
    expect(far.text).toContain('Choose one answer');
    const none = await me.post(path, { question: 'no-such', answer: '1', action: 'save' });
    expect(none.status).toBe(400);
    expect(none.text).not.toMatch(/invalid|error 4/i);
  }),
);

test(
  'a 2 MB text field is refused in words and loses nothing from before',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    const huge = await me.post(path, { question: 'words', answer: 'x'.repeat(2 * 1024 * 1024), action: 'save' });
    expect(huge.status).toBe(413);
    expect(huge.text).toContain('Answers you have sent are safe');
    expect((await responseOf(db))!.interview.answers.stairs.value).toBe('ok');
  }),
);

test(
  'skip goes on, back shows the answer on this device, a change keeps what it was',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    const afterSkip = await me.post(path, { question: 'mend', action: 'skip' });
    expect(afterSkip.text).toContain('recommend us');
    const back = await me.get(`${path}?q=stairs`);
    expect(back.html).toMatch(/value="ok" checked/);
    await me.post(path, { question: 'stairs', answer: 'clean', action: 'save' });
    const [change] = await db`select * from answer_changes`;
    expect(change).toMatchObject({ questionId: 'stairs', was: 'ok', mode: 'web' });
    expect((await responseOf(db))!.interview.answers.stairs.value).toBe('clean');
  }),
);

test(
  'another device goes on at the next question and never sees an answer',
  withRollback(async (db) => {
    const { me, path, deps } = await setUp(db);
    await me.post(path, { question: 'stairs', answer: 'dirty', action: 'save' });
    const other = browser(deps);
    const page = await other.get(path);
    expect(page.text).toContain('Welcome back. Your first answer is safe.');
    const back = await other.get(`${path}?q=stairs`);
    expect(back.html).not.toContain(' checked');
    expect(back.text).toContain('You have answered this. Answer again only to change it.');
    await other.post(path, { question: 'stairs', action: 'save' });
    expect((await responseOf(db))!.interview.answers.stairs.value).toBe('dirty');
    const again = await other.get(`${path}?q=stairs`);
    expect(again.html).not.toContain(' checked');
    expect((await me.get(`${path}?q=stairs`)).html).toMatch(/value="dirty" checked/);
  }),
);

test(
  'unknown and mistyped codes give one page, and guessing ends',
  withRollback(async (db) => {
    const { me, deps, code } = await setUp(db);
    const mistyped = await me.post('/s', { code: '1234' });
    const unknown = await me.post('/s', { code: '572457245724' });
    expect([mistyped.status, unknown.status]).toEqual([404, 404]);
    expect(unknown.text).toContain('We do not know that code.');
    expect(mistyped.html.replace('value="1234"', '')).toBe(unknown.html.replace('value="572457245724"', ''));
    expect((await me.post('/s', { code: ' ' })).text).toContain('Type the 12 numbers of your code.');
    for (let tries = 2; tries < 20; tries++) await me.post('/s', { code: `99${tries}` });
    const over = await me.post('/s', { code });
    expect(over.status).toBe(429);
    expect(over.text).toContain('Wait 15 minutes, or ring 01632 960123');
    expect((await me.get(`/s/${code}`)).status).toBe(429);
    expect((await browser(deps, { from: '192.0.2.2' }).get(`/s/${code}`)).status).toBe(200);
    deps.clock.advance({ minutes: 16 });
    expect((await me.get(`/s/${code}`)).status).toBe(200);
  }),
);

test(
  'a device that answered is not locked out by others behind its address',
  withRollback(async (db) => {
    const { me, deps, path } = await setUp(db);
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    const neighbour = browser(deps);
    for (let tries = 0; tries < 20; tries++) await neighbour.post('/s', { code: `99${tries}` });
    expect((await me.get(path)).status).toBe(200);
    expect((await neighbour.get(path)).status).toBe(429);
  }),
);

test(
  'a closed wave thanks, and takes no more answers',
  withRollback(async (db) => {
    const { me, deps, path } = await setUp(db);
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    deps.clock.set('2026-12-19T00:05:00Z');
    const late = await me.post(path, { question: 'mend', answer: 'door', action: 'save' });
    expect(late.text).toContain('This survey closed on 18 December');
    expect(late.text).toContain('You answered 1 of 4 questions. Those answers are safe and will be used.');
    expect(late.html).not.toContain('<form method="post" action="/s/');
    const stranger = await browser(deps).get(path);
    expect(stranger.text).not.toContain('You answered 1');
    expect((await responseOf(db))!.interview.answers).not.toHaveProperty('mend');
  }),
);

test(
  'an answer to a wave that rests puts its kept results out of date; one to an open wave leaves its row alone',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    const revision = async () => (await db`select answers_revision from waves`)[0]!.answersRevision;
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    expect(await revision()).toBe(0);
    await db`update waves set status = 'paused'`;
    await me.post(path, { question: 'mend', answer: 'door', action: 'save' });
    expect(await revision()).toBe(1);
  }),
);

test(
  'paused, not open and never started are said kindly',
  withRollback(async (db) => {
    const { me, deps, path } = await setUp(db, { status: 'paused' });
    expect((await me.get(path)).text).toContain('We have paused this survey Your answers are safe.');
    await db`update waves set status = 'open'`;
    deps.clock.set('2026-11-01T09:00:00Z');
    expect((await me.get(path)).text).toContain('This survey opens on 16 November');
    deps.clock.set('2027-01-01T09:00:00Z');
    expect((await me.get(path)).text).toContain('We did not hear from you this time. That is fine.');
  }),
);

test(
  'finishing cancels what was still to be sent',
  withRollback(async (db) => {
    const { me, path, fixture } = await setUp(db);
    const [person] = fixture.people;
    await db`insert into deliveries (id, recipient_id, step, channel, kind, status, due_at, language, format, created_at)
      values (${'00000000-0000-4000-8000-00000000d001'}, ${person!.invitationId}, 1, 'sms', 'reminder', 'due', now(), 'en', 'standard', now())`;
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    for (const question of ['mend', 'recommend', 'words']) await me.post(path, { question, action: 'skip' });
    expect(await db`select status, next_action from deliveries`).toEqual([
      { status: 'cancelled', nextAction: 'answered by web' },
    ]);
    const [invitation] = await db`select next_at, disposition from invitations`;
    expect(invitation).toEqual({ nextAt: null, disposition: 'complete' });
  }),
);

test(
  'Urdu is right to left throughout, from the resident or from the switch',
  withRollback(async (db) => {
    const { me, deps, path } = await setUp(db, { residents: [{ language: 'ur' }] });
    const page = await me.get(path);
    expect(page.html).toContain('<html lang="ur" dir="rtl"');
    expect(page.text).toContain('سیڑھیاں کتنی صاف ہیں؟');
    expect(page.text).toContain('\u206601632 960123\u2069');
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    expect((await responseOf(db))!.language).toBe('ur');
    const back = await me.post('/look', { language: 'pl', back: path });
    expect(back.html).toContain('<html lang="pl" dir="ltr"');
    await me.post(path, { question: 'mend', action: 'skip' });
    expect((await responseOf(db))!.language).toBe('pl');
    const elsewhere = await browser(deps).post('/look', { size: '150', colours: 'dark', back: '//evil.example.org' });
    expect(elsewhere.html).toContain('data-size="150" data-colours="dark"');
    expect(elsewhere.text).toContain('Answer a survey');
  }),
);

test(
  'every page is private, small, and loads nothing of anybody else',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    for (const address of [path, '/s', '/privacy']) {
      const { headers, html } = await me.get(address);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.has('cross-origin-opener-policy')).toBe(false);
      expect(new TextEncoder().encode(html).length).toBeLessThan(15_000);
      expect(html).not.toMatch(/(?:src|href)="https?:\/\/(?!millbrook)/);
    }
  }),
);

test('whatever is not a page for residents keeps other windows out', async () => {
  const alive = await browser(testDeps()).get('/healthz');
  expect(alive.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(alive.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
});

test('a database that is away gives a kind page', async () => {
  const deps = testDeps();
  const page = await browser(deps).get('/s/482109375526');
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('5');
  expect(page.text).toContain('The survey is resting for a few minutes');
});

test.each(Object.keys(languages))('pages in %s have no holes', async (language) => {
  await withRollback(async (db) => {
    const { me, path } = await setUp(db, { residents: [{ language: language as keyof typeof languages }] });
    for (const address of [path, `${path}?q=words`, `${path}?q=mend`])
      expect((await me.get(address)).text).not.toMatch(/\{[a-z_]+\}/);
    await me.post('/look', { language, back: '/s' });
    for (const address of ['/s', '/join', '/accessibility', '/privacy', '/you-said-we-did'])
      expect((await me.get(address)).text).not.toMatch(/\{[a-z_]+\}/);
  })();
});

test('twenty who answer one code at one instant are all taken', async () => {
  const clone = await cloneDatabase();
  try {
    const { deps, path } = await setUp(clone.db);
    const words = Array.from({ length: 20 }, (_, place) => `Words ${place}`);
    const pages = await Promise.all(
      words.map((answer) => browser(deps).post(path, { question: 'words', answer, action: 'save' })),
    );
    expect(pages.map(({ status }) => status)).toEqual(words.map(() => 200));
    const { interview, revision } = (await responseOf(clone.db))!;
    const gaveWay = await clone.db<{ was: string }[]>`select was from answer_changes where question_id = 'words'`;
    expect([...gaveWay.map(({ was }) => was), interview.answers.words.value].toSorted()).toEqual(words.toSorted());
    expect(revision).toBe(20);
  } finally {
    await clone.drop();
  }
});

test(
  'an answer that cannot be saved for others is shown again with what was written, to be sent once more',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    await db`create function nobody() returns trigger language plpgsql as 'begin return null; end'`;
    await db`create trigger nobody before update on responses for each row execute function nobody()`;
    const page = await me.post(path, { question: 'words', answer: 'Mend the lift', action: 'save' });
    expect(page.status).toBe(409);
    expect(page.text).toContain(
      'this answer was not saved. Your other answers are safe. Press Save and continue again',
    );
    expect(page.html).toContain('Mend the lift');
  }),
);
