import { expect, test } from 'vitest';
import type { Letter, Printer } from '../../channels/post/printer.ts';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { putLandlord } from '../support/survey.ts';
import { makeWave, makeWorld, officer, seePrinter, waveId } from '../work/world.ts';

const survey = {
  title: { default: 'Panel', cy: 'Panel' },
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'stairs',
          title: { default: 'How clean are the stairs?', cy: 'Pa mor lân yw’r grisiau?' },
          choices: [
            { value: 'clean', text: { default: 'Clean', cy: 'Glân' } },
            { value: 'dirty', text: { default: 'Dirty', cy: 'Budr' } },
          ],
        },
        { type: 'comment', name: 'why', title: { default: 'Why?', cy: 'Pam?' } },
      ],
    },
  ],
};

interface Cell {
  language: string;
  format: string;
  state: string;
  revisionId: string | null;
  approvedBy: string | null;
  why: string[];
}

/** Keeps what it is asked to print. */
function keeping() {
  const printed: Letter[] = [];
  const print: Printer = {
    async print(letters) {
      printed.push(...letters);
      return { pdf: new TextEncoder().encode('%PDF-1.7'), pages: letters.map(() => 1) };
    },
    close: async () => {},
  };
  return { print, printed };
}

async function office(db: Db) {
  await putLandlord(db);
  const { print, printed } = keeping();
  const deps = testDeps({ db });
  const printing = { ...deps, channels: { ...deps.channels, print } };
  const call = caller(as(printing, staff('officer')));
  const made = await call('POST /api/v1/questionnaires', { body: { name: 'Panel', from: { surveyjs: survey } } });
  const { id } = made.body as { id: string };
  let revision = 1;
  const publish = () => call(`POST /api/v1/questionnaires/${id}/publish`, { body: { revision } });
  const words = async (language: string, texts: object) => {
    const saved = await call(`PUT /api/v1/questionnaires/${id}/texts`, { body: { language, texts, revision } });
    revision = (saved.body as { revision: number }).revision;
  };
  const make = (language: string, format: string) =>
    call(`POST /api/v1/questionnaires/${id}/editions`, { body: { language, format } });
  const makeId = async (language: string, format: string) => ((await make(language, format)).body as { id: string }).id;
  const approve = (edition: string) => call(`POST /api/v1/editions/${edition}/approve`);
  const cell = async (language: string, format: string) =>
    ((await call(`GET /api/v1/questionnaires/${id}/editions`)).body as { cells: Cell[] }).cells.find(
      (one) => one.language === language && one.format === format,
    );
  return { deps, call, id, publish, words, make, makeId, approve, cell, printed };
}

test(
  'braille is made from approved words, looked at, and approved by a person',
  withRollback(async (db) => {
    const { call, publish, make, makeId, approve, cell } = await office(db);
    expect(await make('en', 'braille')).toMatchObject({ status: 409, body: { code: 'not_published' } });
    await publish();
    expect(await cell('en', 'braille')).toMatchObject({ state: 'not_made', revisionId: null });
    expect(await cell('cy', 'braille')).toMatchObject({ state: 'no_words' });
    expect(await make('cy', 'braille')).toMatchObject({ status: 409, body: { code: 'words_not_approved' } });
    const id = await makeId('en', 'braille');
    expect(await cell('en', 'braille')).toMatchObject({ state: 'draft', revisionId: id });
    const seen = (await call(`GET /api/v1/editions/${id}`)).body as { pages: { print: string; dots: string }[][] };
    const lines = seen.pages.flat();
    expect(lines).toContainEqual(expect.objectContaining({ print: '1. How clean are the stairs?' }));
    expect(lines.find(({ print }) => print.includes('1 Clean'))?.dots.trim()).toMatch(/⠼⠁⠀⠠⠉⠇⠑⠁⠝$/);
    expect(await approve(id)).toMatchObject({ status: 200 });
    expect(await cell('en', 'braille')).toMatchObject({ state: 'approved', approvedBy: 'Test Person', why: [] });
    expect(await approve(id)).toMatchObject({ status: 409, body: { code: 'already_approved' } });
    expect(await db`select action from audit_log where action like 'edition.%' order by at`).toEqual([
      { action: 'edition.make' },
      { action: 'edition.approve' },
    ]);
  }),
);

test(
  'each is a file of its own kind, with an example of a code',
  withRollback(async (db) => {
    const { call, publish, makeId, printed } = await office(db);
    await publish();
    const file = async (format: string) => call(`GET /api/v1/editions/${await makeId('en', format)}/file`);
    const braille = await file('braille');
    expect(braille.headers.get('content-disposition')).toContain('braille-en-version-1.brf');
    expect(String(braille.body)).toContain(',YOUR CODE3 #JJJJ"JJJJ"JJJJ\r\n');
    const audio = String((await file('audio')).body);
    expect(audio).toContain('Question 1 of 2.\n[pause 1]\nHow clean are the stairs?');
    expect(audio).toMatch(/: End\]\n(.+\n)+Our telephone number is: 0 1 6 3 2, 9 6 0 1 2 3\.\n/);
    expect(audio).not.toContain('0 0 0 0');
    expect((await file('easy_read')).headers.get('content-type')).toBe('application/pdf');
    expect(printed[0]).toMatchObject({ format: 'easy_read', language: 'en' });
    expect(printed[0]?.pictured?.map(({ picture }) => picture.alt)).toContain('A house');
  }),
);

test(
  'when the approved words of a language change, its edition is out of date and cannot be approved',
  withRollback(async (db) => {
    const { deps, call, id, publish, words, makeId, approve, cell } = await office(db);
    await publish();
    await call(`POST /api/v1/questionnaires/${id}/approve`, { body: { language: 'cy' } });
    const first = await makeId('cy', 'audio');
    const draft = await makeId('cy', 'braille');
    await approve(first);
    deps.clock.set('2026-12-03T09:00:00Z');
    await words('cy', { 'q.why.title': 'Pam felly?' });
    await call(`POST /api/v1/questionnaires/${id}/approve`, { body: { language: 'cy' } });
    expect(await cell('cy', 'audio')).toMatchObject({
      state: 'out_of_date',
      revisionId: first,
      why: ['Question 2 changed on 3 December'],
    });
    expect(await approve(draft)).toMatchObject({
      status: 409,
      body: { code: 'out_of_date', detail: expect.stringContaining('Question 2 changed on 3 December') },
    });
    await approve(await makeId('cy', 'audio'));
    expect(await cell('cy', 'audio')).toMatchObject({ state: 'approved', why: [] });
  }),
);

test(
  'a new version carries an approved edition over when nothing it was made from changed, and else leaves it behind',
  withRollback(async (db) => {
    const { call, id, publish, words, makeId, approve, cell } = await office(db);
    await publish();
    const first = await makeId('en', 'braille');
    await approve(first);
    await words('en', { 'q.why.sms': 'Tell us why' });
    expect(await publish()).toMatchObject({ body: { number: 2 } });
    const carried = await cell('en', 'braille');
    expect(carried).toMatchObject({ state: 'approved', approvedBy: 'Test Person' });
    expect(carried?.revisionId).not.toBe(first);
    expect(await db`select carried_from from own_editions where carried_from is not null`).toEqual([
      { carriedFrom: first },
    ]);
    await words('en', { 'q.stairs.title': 'How clean are the stairs and halls?' });
    await publish();
    expect(await cell('en', 'braille')).toMatchObject({
      state: 'out_of_date',
      why: ['Question 1 changed on 23 November'],
    });
    expect((await call(`GET /api/v1/questionnaires/${id}`)).body).toMatchObject({
      editions: [
        { language: 'en', status: 'approved' },
        { language: 'cy', status: 'draft' },
      ],
    });
  }),
);

test(
  'a program cannot approve, and an analyst cannot make',
  withRollback(async (db) => {
    const { deps, id, publish, makeId } = await office(db);
    await publish();
    const edition = await makeId('en', 'audio');
    const key = caller(as(deps, { kind: 'key', id: 'k', name: 'Agency', scopes: ['questionnaires:write'] }));
    expect(await key(`POST /api/v1/editions/${edition}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'person_needed' },
    });
    const analyst = caller(as(deps, staff('analyst')));
    const body = { language: 'en', format: 'audio' };
    expect((await analyst(`POST /api/v1/questionnaires/${id}/editions`, { body })).status).toBe(403);
    expect((await analyst(`GET /api/v1/editions/${edition}`)).status).toBe(200);
  }),
);

const easy = (changes: object = {}) => ({
  revision: 0,
  language: 'en',
  questions: [{ id: 'stairs', words: 'Are the stairs clean?', picture: 'stairs' }],
  ...changes,
});

test(
  'easier words and pictures stand beside the exact question, and never in other editions',
  withRollback(async (db) => {
    const { call, id, publish, makeId, printed } = await office(db);
    await publish();
    const save = (body: object) => call(`PUT /api/v1/questionnaires/${id}/easy-words`, { body });
    expect(await save(easy())).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await save(easy())).toMatchObject({ status: 409, body: { code: 'stale_draft' } });
    const seen = await call(`GET /api/v1/questionnaires/${id}/easy-words?language=en`);
    expect(seen.body).toMatchObject({
      revision: 1,
      questions: [
        { exact: 'How clean are the stairs?', words: 'Are the stairs clean?', picture: 'stairs', warnings: [] },
        { warnings: ['Question 2 has no easier words.', 'Question 2 has no picture.'] },
      ],
    });
    const welsh = await call(`GET /api/v1/questionnaires/${id}/easy-words?language=cy`);
    expect(welsh.body).toMatchObject({ questions: [{ words: '', picture: 'stairs' }, {}] });
    await call(`GET /api/v1/editions/${await makeId('en', 'easy_read')}/file`);
    expect(printed[0]?.questions[0]).toMatchObject({
      title: 'How clean are the stairs?',
      easy: { means: 'This means:', words: 'Are the stairs clean?', picture: { alt: 'Stairs' } },
    });
    const [braille] = await db`select texts from edition_revisions where id = ${await makeId('en', 'braille')}`;
    expect(JSON.stringify(braille)).not.toContain('easy');
  }),
);

test.each([
  ['code of a web page', { questions: [{ id: 'stairs', words: '<b>x</b>', picture: null }] }],
  ['a picture there is none of', { questions: [{ id: 'stairs', words: '', picture: 'unicorn' }] }],
  [
    'a picture nobody brought',
    { questions: [{ id: 'stairs', words: '', picture: 'own:00000000-0000-4000-8000-000000000000' }] },
  ],
  ['more words than a few short sentences', { questions: [{ id: 'stairs', words: 'a'.repeat(601), picture: null }] }],
])('%s is refused', (_name, changes) =>
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const answer = await call(`PUT /api/v1/questionnaires/${id}/easy-words`, { body: easy(changes) });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_input' } });
  })(),
);

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test(
  'a picture is brought with its words, listed and shown',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const brought = await call('POST /api/v1/pictures?alt=Our%20van&altCy=Ein%20fan', { file: png });
    const { name } = brought.body as { name: string };
    expect(name).toMatch(/^own:/);
    expect((await call('GET /api/v1/pictures')).body).toMatchObject({
      items: [{ name, alt: { en: 'Our van', cy: 'Ein fan' }, size: 11 }],
      next: null,
    });
    const image = await call(`GET /api/v1/pictures/${name.slice(4)}/image`);
    expect(image.headers.get('content-type')).toBe('image/png');
    const body = easy({ questions: [{ id: 'stairs', words: '', picture: name }] });
    expect((await call(`PUT /api/v1/questionnaires/${id}/easy-words`, { body })).status).toBe(200);
  }),
);

test.each([
  ['nothing', new Uint8Array(), 'This file is empty.'],
  ['a drawing that could hold a program', new TextEncoder().encode('<svg onload="x()"/>'), 'not a PNG or JPEG'],
  ['more than 300 kB', new Uint8Array(300_001).fill(0x89), 'larger than 300 kB'],
])('a picture of %s is refused', (_name, file, detail) =>
  withRollback(async (db) => {
    const { call } = await office(db);
    const answer = await call('POST /api/v1/pictures?alt=X', { file });
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) } });
    expect(await db`select 1 from pictures`).toHaveLength(0);
  })(),
);

test(
  'the check before launch tells who would get no letter, and stops for whom there is no other way',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    const posted = { language: 'en', format: 'braille' };
    await makeWorld(db, [
      { ...posted, preferredChannel: 'post' },
      { ...posted, phone: null, email: null },
      { format: 'audio' },
    ]);
    await seePrinter(db, deps.clock.now());
    await makeWave(db, {});
    const { body } = await caller(as(deps, officer))(`GET /api/v1/waves/${waveId}/check`);
    expect((body as { checks: { level: string; sentence: string }[] }).checks).toContainEqual(
      expect.objectContaining({
        level: 'stops',
        sentence:
          'Braille English has not been made. 2 people would get no letter, and 1 person of them can be reached in no other way.',
      }),
    );
  }),
);
