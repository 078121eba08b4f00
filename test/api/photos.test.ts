import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import type { Actor } from '../../server/actor.ts';
import { limits } from '../../surveys/limits.ts';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { fileOf, heic, pictures, secret, toldJpeg, toldPng, toldWebp } from '../support/pictures.ts';
import { browser } from '../support/resident.ts';
import { putSentText, putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';

const phone = '+447700900555';
const survey = {
  title: 'Damp',
  pages: [
    {
      name: 'home',
      description: 'These are about your home.',
      elements: [
        { type: 'boolean', name: 'damp', title: 'Is there damp?' },
        { type: 'file', name: 'photo', title: 'Would you show {landlord}?', acceptedTypes: 'image/*' },
        { type: 'text', name: 'room', title: 'Which room?' },
      ],
    },
  ],
};

async function setUp(db: Db, status: 'open' | 'closed' = 'open') {
  const { compiled, texts, problems } = compile(survey);
  expect(problems).toEqual([]);
  const fixture = await putSurvey(db, { compiled, texts, residents: [{ phone }], status });
  const deps = testDeps({ db, clock: testClock('2026-11-23T09:00:00Z'), env: twilioEnv() });
  const { code, residentId } = fixture.people[0]!;
  return { deps, fixture, residentId, path: `/s/${code}`, me: browser(deps) };
}

const uploads = (db: Db) => db`select question_id, content_type, size, content, at from uploads order by at, id`;
const answersOf = async (db: Db) => (await db`select interview -> 'answers' as answers from responses`)[0]?.answers;
const close = (db: Db) => db`update waves set status = 'closed'`;

test(
  'a photo is asked for as a file, sent without script, and kept without place, time and name',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    const first = await me.get(path);
    expect(first.text).toContain('These are about your home. Question 1 of 3');
    const asked = await me.post(path, { question: 'damp', answer: 'yes', action: 'save' });
    expect(asked.text).toContain('Would you show Millbrook Homes?');
    expect(asked.text).not.toContain('These are about your home.');
    expect(asked.text).toContain('You can add one photo, up to 8 MB.');
    expect(asked.html).toContain(`action="${path}/photo/photo" enctype="multipart/form-data"`);
    expect(asked.html).toMatch(/<input[^>]*type="file"[^>]*accept="image\/jpeg,image\/png,image\/webp"/);
    const next = await me.send(`${path}/photo/photo`, { action: 'save', photo: fileOf(toldJpeg()) });
    expect(next.text).toContain('Which room?');
    expect(next.html).toMatch(/<input class="line" type="text"/);
    const [kept] = await uploads(db);
    expect(kept).toMatchObject({
      questionId: 'photo',
      contentType: 'image/jpeg',
      at: new Date('2026-11-23T09:00:00Z'),
    });
    expect(Buffer.from(kept!.content).toString('latin1')).not.toMatch(/GPS|Noor/);
    expect(kept!.size).toBe(kept!.content.length);
    const [row] = await db`select id from uploads`;
    expect((await answersOf(db)).photo).toMatchObject({ value: row!.id, mode: 'web' });
    expect((await me.get(`${path}?q=photo`)).text).toContain('We have your photo.');
  }),
);

test(
  'what is no photo is refused in words and loses nothing; nothing chosen keeps what is there; skip goes on',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    await me.post(path, { question: 'damp', answer: 'yes', action: 'save' });
    const send = (photo: File) => me.send(`${path}/photo/photo`, { action: 'save', photo });
    const words = await send(fileOf(new TextEncoder().encode('<script>alert(1)</script>'), 'me.jpg'));
    expect(words.status).toBe(422);
    expect(words.text).toContain('We could not read that file as a photo');
    expect(words.html).toContain('<title>Error: Question 2');
    expect((await send(fileOf(heic, 'IMG_1.HEIC', 'image/heic'))).text).toContain('Send a screenshot of it instead.');
    expect((await send(fileOf(new Uint8Array(0)))).text).toContain('Choose a photo, or press Skip this question.');
    const big = await send(fileOf(new Uint8Array(limits.photoBytes + 1)));
    expect(big.status).toBe(413);
    expect(big.text).toContain('That photo is too big and was not kept. It can be up to 8 MB.');
    const huge = await send(fileOf(new Uint8Array(12 * 1024 * 1024)));
    expect(huge.status).toBe(413);
    expect(huge.text).toContain('That photo is too big and was not kept.');
    expect((await me.get(`${path}/photo/photo`)).text).toContain('Would you show Millbrook Homes?');
    expect(await uploads(db)).toEqual([]);
    expect(Object.keys(await answersOf(db))).toEqual(['damp']);
    await send(fileOf(toldPng(), 'damp.heic', 'image/heic'));
    await send(fileOf(new Uint8Array(0)));
    expect((await uploads(db)).map(({ contentType }) => contentType)).toEqual(['image/png']);
    await send(fileOf(toldWebp()));
    expect(await db`select question_id, was from answer_changes`).toHaveLength(1);
    expect((await me.send(`${path}/photo/photo`, { action: 'skip' })).text).toContain('Which room?');
    expect((await answersOf(db)).photo).toBeDefined();
  }),
);

test(
  'only where a photo is asked for may a body be so large, and words in its place are no answer',
  withRollback(async (db) => {
    const { me, path } = await setUp(db);
    const file = { action: 'save', photo: fileOf(pictures.jpeg) };
    expect((await me.send(`${path}/photo/room`, file)).status).toBe(404);
    expect((await me.send(`${path}/photo/nothing`, file)).status).toBe(404);
    expect((await me.send('/s/123456789012/photo/photo', file)).status).toBe(404);
    const large = await me.post(path, { question: 'room', answer: 'x'.repeat(3 * 1024 * 1024), action: 'save' });
    expect(large.status).toBe(413);
    const id = '00000000-0000-4000-8000-000000000001';
    const claimed = await me.post(path, { question: 'photo', answer: id, photo: id, action: 'save' });
    expect(claimed.status).toBe(422);
    const broken = await me.post(`${path}/photo/photo`, { photo: id });
    expect(broken.text).toContain('Choose a photo, or press Skip this question.');
    expect(await uploads(db)).toEqual([]);
    expect(await answersOf(db)).toEqual({});
  }),
);

test(
  'by text the photo is gone past with a line, and can be added on the web after the end, where nothing else can be changed',
  withRollback(async (db) => {
    const { deps, fixture, path } = await setUp(db);
    await putSentText(db, '00000000-0000-4000-8000-00000000abcd', fixture.people[0]!);
    const mine = telephone(deps, phone);
    const link = `http://localhost:8080${path}`;
    expect(await mine.text('1')).toContain('These are about your home.\nQ1 of 3. Is there damp?');
    expect(await mine.text('yes')).toBe(
      `You can add a photo at ${link}\nQ3 of 3. Which room? Reply in a few words (to report a repair ring 01632 960123; in danger ring 999). Or reply SKIP`,
    );
    expect(await mine.text('Bedroom')).toContain('thank you, all your answers are in');
    const [done] = await db`select state, revision from responses`;
    expect(done).toMatchObject({ state: 'complete' });
    const other = browser(deps);
    const page = await other.get(path);
    expect(page.text).toContain('Question 2 of 3');
    expect(page.text).not.toContain('Bedroom');
    expect((await other.get(`${path}?q=room`)).text).toContain('Would you show');
    const stolen = await other.post(path, { question: 'room', answer: 'Hall', action: 'save' });
    expect(stolen.text).not.toContain('Hall');
    const end = await other.send(`${path}/photo/photo`, { action: 'save', photo: fileOf(pictures.jpeg) });
    expect(end.text).toContain('Thank you. All 3 answers are saved.');
    expect((await answersOf(db)).room.value).toBe('Bedroom');
    expect(await uploads(db)).toHaveLength(1);
    const again = await other.send(`${path}/photo/photo`, { action: 'save', photo: fileOf(pictures.png) });
    expect(again.text).toContain('Thank you');
    expect(await uploads(db)).toHaveLength(1);
  }),
);

test(
  'a photo is not keyed, and the questions after it keep their numbers',
  withRollback(async (db) => {
    const { deps, fixture } = await setUp(db);
    const call = caller(as(deps, staff('officer')));
    const { code } = fixture.people[0]!;
    const { body } = await call(`GET /api/v1/keying/${code}?mode=telephone`);
    const { questions } = body as { questions: { id: string; number: number; pageText: string }[] };
    expect(questions.map(({ id, number }) => [id, number])).toEqual([
      ['damp', 1],
      ['room', 3],
    ]);
    expect(questions[1]!.pageText).toBe('These are about your home.');
    const id = '00000000-0000-4000-8000-000000000001';
    const keyed = await call(`POST /api/v1/keying/${code}`, { body: { mode: 'paper', question: 'photo', typed: id } });
    expect(keyed.body).toMatchObject({ accepted: false, sentence: 'A photo can be given on the web page alone.' });
  }),
);

async function given(db: Db) {
  const world = await setUp(db);
  await world.me.post(world.path, { question: 'damp', answer: 'yes', action: 'save' });
  await world.me.send(`${world.path}/photo/photo`, { action: 'save', photo: fileOf(toldJpeg()) });
  const [row] = await db`select id from uploads`;
  const reader = staff('officer');
  await db`insert into "user" (id, name, email, email_verified, created_at, updated_at, role, reads_free_text)
    values (${reader.id}, ${reader.name}, 'reader@example.org', true, now(), now(), 'officer', true)`;
  return { ...world, id: row!.id as string, call: caller(as(world.deps, reader)), reader };
}

test(
  'staff who may read own words see the photos of closed surveys as files that may do nothing, and it is written down',
  withRollback(async (db) => {
    const { deps, id, call } = await given(db);
    const file = `GET /api/v1/photos/${id}/file`;
    expect((await call('GET /api/v1/photos')).body).toEqual({ items: [], next: null });
    expect((await call(file)).status).toBe(404);
    await close(db);
    await db`update uploads set at = '2026-11-29T23:30:00Z'`;
    const [upload] = await uploads(db);
    expect((await call('GET /api/v1/photos')).body).toEqual({
      items: [
        {
          id,
          reference: id.slice(0, 8),
          from: 'Autumn panel 1',
          about: 'Would you show Millbrook Homes?',
          week: '2026-11-23',
          contentType: 'image/jpeg',
          size: upload!.size,
        },
      ],
      next: null,
    });
    const got = await call(file);
    expect(got.status).toBe(200);
    expect(got.headers.get('content-type')).toBe('image/jpeg');
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; .*\.jpg$/);
    expect(got.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(got.headers.get('cache-control')).toContain('no-store');
    expect(await db`select action, detail from audit_log where action = 'photo.read'`).toEqual([
      { action: 'photo.read', detail: { photo: id } },
    ]);
    const others: [Actor, number][] = [
      [{ ...staff('analyst'), id: 'somebody else' }, 403],
      [staff('interviewer'), 403],
      [{ kind: 'key', id: 'k', name: 'Key', scopes: ['results:read'] }, 403],
      [{ kind: 'key', id: 'k', name: 'Key', scopes: ['free-text:read'] }, 200],
    ];
    for (const [actor, status] of others) expect((await caller(as(deps, actor))(file)).status).toBe(status);
  }),
);

test(
  'a photo is in all that is held on somebody, goes with their answers, and with the answers in time',
  withRollback(async (db) => {
    const { deps, residentId } = await given(db);
    const admin = caller(as(deps, staff('administrator')));
    const page = await admin(`GET /api/v1/residents/${residentId}/everything.html`);
    expect(page.text).toMatch(/<img class="photo" src="data:image\/jpeg;base64,[\w+/=]+" alt="">/);
    const { held } = (await admin(`GET /api/v1/residents/${residentId}/everything.json`)).body as {
      held: Record<string, { rows: Record<string, unknown>[] }>;
    };
    const photo = String(held.uploads!.rows[0]!.Photo);
    const bytes = Buffer.from(photo.split(',')[1] ?? '', 'base64');
    const [upload] = await uploads(db);
    expect(new Uint8Array(bytes)).toEqual(new Uint8Array(upload!.content));
    expect(bytes.toString('latin1')).not.toContain(secret);
    expect(JSON.stringify(held.responses)).toContain('A photo');
    await admin(`POST /api/v1/residents/${residentId}/erasure`);
    expect(await uploads(db)).toEqual([]);
    expect(Object.keys(await answersOf(db))).toContain('photo');
  }),
);

test(
  'a photo goes with the answers it is one of',
  withRollback(async (db) => {
    await given(db);
    await db`delete from responses`;
    expect(await uploads(db)).toEqual([]);
  }),
);
