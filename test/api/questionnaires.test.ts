import { expect, test } from 'vitest';
import type { Letter, Printer } from '../../channels/post/printer.ts';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { counted } from '../support/statements.ts';
import { putLandlord } from '../support/survey.ts';

const survey = {
  title: { default: 'Spring panel', cy: 'Panel y gwanwyn' },
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
        { type: 'comment', name: 'why', title: { default: 'Why?', cy: 'Pam?' }, visibleIf: "{stairs} = 'dirty'" },
        {
          type: 'rating',
          name: 'overall',
          title: { default: 'Overall, how satisfied are you?', cy: 'Yn gyffredinol?' },
          rateMin: 0,
          rateMax: 10,
          measure: 'TP01',
        },
      ],
    },
  ],
};

interface Seen {
  id: string;
  revision: number;
  changed: boolean;
  texts: Record<string, Record<string, string>>;
  editions: { language: string; status: string; done: number; total: number }[];
  questions: { id: string; condition: string | null; locked: boolean; strings: { key: string }[] }[];
}

async function office(db: Db) {
  await putLandlord(db);
  const deps = testDeps({ db });
  const call = caller(as(deps, staff('officer')));
  const made = await call('POST /api/v1/questionnaires', {
    body: { name: 'Spring panel', from: { surveyjs: survey } },
  });
  const { id } = made.body as { id: string };
  const see = async () => (await call(`GET /api/v1/questionnaires/${id}`)).body as Seen;
  const words = (language: string, texts: object, revision: number) =>
    call(`PUT /api/v1/questionnaires/${id}/texts`, { body: { language, texts, revision } });
  const publish = (revision: number) => call(`POST /api/v1/questionnaires/${id}/publish`, { body: { revision } });
  return { deps, call, id, see, words, publish };
}

test(
  'an officer sees questions and words, and no JSON',
  withRollback(async (db) => {
    const { see } = await office(db);
    const seen = await see();
    expect(seen.questions.map(({ condition }) => condition)).toEqual([null, 'Asked only if question 1 is Dirty', null]);
    expect(seen.texts.cy?.['q.stairs.option.dirty']).toBe('Budr');
    expect(seen.editions).toMatchObject([
      { language: 'en', status: 'draft' },
      { language: 'cy', status: 'draft', done: 6, total: 6 },
    ]);
  }),
);

test(
  'words are saved by their key, and a language is added by giving its words',
  withRollback(async (db) => {
    const { see, words } = await office(db);
    expect(await words('en', { 'q.stairs.title': 'How clean are the stairs and halls?' }, 1)).toMatchObject({
      status: 200,
      body: { revision: 2 },
    });
    expect(await words('ur', { 'q.why.title': 'کیوں؟' }, 2)).toMatchObject({ body: { revision: 3 } });
    const seen = await see();
    expect(seen.texts.en?.['q.stairs.title']).toBe('How clean are the stairs and halls?');
    expect(seen.texts.cy?.['q.stairs.title']).toBe('Pa mor lân yw’r grisiau?');
    expect(seen.editions).toContainEqual(expect.objectContaining({ language: 'ur', dir: 'rtl', done: 1, total: 6 }));
  }),
);

test(
  'two officers never overwrite each other silently',
  withRollback(async (db) => {
    const { words, see } = await office(db);
    await words('en', { 'q.why.title': 'Why is that?' }, 1);
    expect(await words('en', { 'q.why.title': 'Tell us why' }, 1)).toMatchObject({
      status: 409,
      body: { code: 'stale_draft', detail: expect.stringContaining('Test Person changed this at 09:00') },
    });
    expect((await see()).texts.en?.['q.why.title']).toBe('Why is that?');
  }),
);

test.each([
  ['code of a web page', { 'q.why.title': '<b>Why?</b>' }],
  ['something we cannot fill in', { 'q.why.title': 'Why, {name}?' }],
  ['words of a question there is none of', { 'q.roof.title': 'The roof?' }],
])('%s is refused', (_name, texts) =>
  withRollback(async (db) => {
    const { words, see } = await office(db);
    expect(await words('en', texts, 1)).toMatchObject({ status: 400, body: { code: 'bad_input', faults: [{}] } });
    expect((await see()).revision).toBe(1);
  })(),
);

test(
  'the wording of a measure is fixed wherever it came from',
  withRollback(async (db) => {
    const { words, see } = await office(db);
    expect(await words('en', { 'q.overall.title': 'Are you happy?' }, 1)).toMatchObject({
      status: 409,
      body: { code: 'wording_locked', faults: [{ path: 'body.texts.q.overall.title' }] },
    });
    expect((await see()).revision).toBe(1);
  }),
);

test(
  'SurveyJS JSON that cannot be asked everywhere is refused item by item',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const surveyjs = {
      pages: [
        {
          elements: [
            { type: 'matrix', name: 'grid' },
            { type: 'file', name: 'photo' },
          ],
        },
      ],
    };
    const answer = await call(`PUT /api/v1/questionnaires/${id}/surveyjs`, { body: { revision: 1, surveyjs } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_input' } });
    expect((answer.body as { faults: object[] }).faults.length).toBeGreaterThanOrEqual(2);
  }),
);

test(
  'what went in as SurveyJS comes out as it',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    expect((await call(`GET /api/v1/questionnaires/${id}/surveyjs`)).body).toEqual(survey);
  }),
);

test(
  'publishing approves the source words, and translations wait for a person',
  withRollback(async (db) => {
    const { see, publish, call, id } = await office(db);
    expect(await publish(1)).toMatchObject({ status: 200, body: { number: 1 } });
    expect(await see()).toMatchObject({
      changed: false,
      editions: [
        { language: 'en', status: 'approved' },
        { language: 'cy', status: 'draft' },
      ],
    });
    expect((await call(`POST /api/v1/questionnaires/${id}/approve`, { body: { language: 'cy' } })).status).toBe(200);
    expect((await see()).editions).toMatchObject([{}, { language: 'cy', status: 'approved' }]);
    expect((await db`select id from edition_revisions where status = 'approved'`).length).toBe(6);
  }),
);

test(
  'an approved revision never changes: other words are another revision',
  withRollback(async (db) => {
    const { words, publish, call, id, see } = await office(db);
    await publish(1);
    await call(`POST /api/v1/questionnaires/${id}/approve`, { body: { language: 'cy' } });
    await words('cy', { 'q.why.title': 'Pam felly?' }, 1);
    expect((await see()).changed).toBe(true);
    await call(`POST /api/v1/questionnaires/${id}/approve`, { body: { language: 'cy' } });
    const rows =
      await db`select number, texts ->> 'q.why.title' as words, status from edition_revisions where language = 'cy' and format = 'standard' order by number`;
    expect(rows).toEqual([
      { number: 1, words: 'Pam?', status: 'approved' },
      { number: 2, words: 'Pam felly?', status: 'approved' },
    ]);
  }),
);

test(
  'half a translation is not approved',
  withRollback(async (db) => {
    const { words, publish, call, id } = await office(db);
    await words('pl', { 'q.why.title': 'Dlaczego?' }, 1);
    await publish(2);
    expect(await call(`POST /api/v1/questionnaires/${id}/approve`, { body: { language: 'pl' } })).toMatchObject({
      status: 409,
      body: { code: 'incomplete' },
    });
  }),
);

test(
  'new source words are a new version; new translations alone are not',
  withRollback(async (db) => {
    const { words, publish } = await office(db);
    await publish(1);
    await words('cy', { 'q.why.title': 'Pam felly?' }, 1);
    expect(await publish(2)).toMatchObject({ body: { number: 1 } });
    await words('en', { 'q.why.title': 'Why is that?' }, 2);
    expect(await publish(2)).toMatchObject({ status: 409, body: { code: 'stale_draft' } });
    expect(await publish(3)).toMatchObject({ body: { number: 2 } });
  }),
);

test(
  'a copy is changed without the first',
  withRollback(async (db) => {
    const { call, id, see } = await office(db);
    const copy = (
      await call('POST /api/v1/questionnaires', { body: { name: 'Autumn panel', from: { questionnaire: id } } })
    ).body as { id: string };
    await call(`PUT /api/v1/questionnaires/${copy.id}/texts`, {
      body: { language: 'en', revision: 1, texts: { 'q.why.title': 'Because?' } },
    });
    expect((await see()).texts.en?.['q.why.title']).toBe('Why?');
    expect(await call('GET /api/v1/questionnaires')).toMatchObject({
      body: { items: [{ name: 'Autumn panel' }, { name: 'Spring panel', questions: 3, version: null }] },
    });
  }),
);

test.each([
  ['web', { html: expect.stringContaining('Pa mor lân') }],
  [
    'text',
    {
      messages: [
        { part: 'invitation' },
        { part: 'question', segments: expect.any(Number), words: expect.stringContaining('Pa mor lân') },
        {},
        {},
        { part: 'thanks' },
      ],
    },
  ],
  ['telephone', { questions: [{ question: 'stairs' }, {}, {}] }],
  ['letter', { questions: [{ number: 1, title: 'Pa mor lân yw’r grisiau?' }, {}, {}] }],
])('a preview as %s is made by the code that asks', (kind, body) =>
  withRollback(async (db) => {
    const { call, id } = await office(db);
    expect(await call(`GET /api/v1/questionnaires/${id}/preview?as=${kind}&language=cy`)).toMatchObject({
      status: 200,
      body: { as: kind, ...body },
    });
  })(),
);

test(
  'an analyst reads questionnaires and changes none',
  withRollback(async (db) => {
    const { deps, id } = await office(db);
    const call = caller(as(deps, staff('analyst')));
    expect((await call(`GET /api/v1/questionnaires/${id}`)).status).toBe(200);
    expect((await call(`POST /api/v1/questionnaires/${id}/publish`, { body: { revision: 1 } })).status).toBe(403);
  }),
);

test(
  'an email is previewed once there is a landlord to write in the name of',
  withRollback(async (db) => {
    const { deps, call, id } = await office(db);
    await db`delete from landlord`;
    const email = () => call(`GET /api/v1/questionnaires/${id}/preview?as=email&language=cy`);
    expect(await email()).toMatchObject({ status: 409, body: { code: 'no_landlord' } });
    await caller(as(deps, staff('administrator')))('PUT /api/v1/landlord', {
      body: { name: 'Millbrook Homes', phone: '01632 960123' },
    });
    expect(await email()).toMatchObject({
      body: { as: 'email', html: expect.stringContaining('lang="cy"'), subject: expect.stringContaining('Millbrook') },
    });
  }),
);

test(
  'a language without words has no preview',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    expect(await call(`GET /api/v1/questionnaires/${id}/preview?as=web&language=pl`)).toMatchObject({
      status: 409,
      body: { code: 'not_translated' },
    });
  }),
);

test(
  'a ready-made set is a start, with every question of it',
  withRollback(async (db) => {
    const { call } = await office(db);
    const list = (await call('GET /api/v1/questionnaires')).body as {
      instruments: { id: string; questions: number }[];
    };
    expect(list.instruments.length).toBeGreaterThan(0);
    for (const { id: instrument, questions } of list.instruments) {
      const made = await call('POST /api/v1/questionnaires', { body: { name: instrument, from: { instrument } } });
      const seen = (await call(`GET /api/v1/questionnaires/${(made.body as { id: string }).id}`)).body as Seen;
      expect(seen.questions.length).toBe(questions);
    }
    expect(
      await call('POST /api/v1/questionnaires', { body: { name: 'X', from: { instrument: 'none' } } }),
    ).toMatchObject({ status: 404 });
  }),
);

test(
  'a letter is shown as the file that would be printed, where there is a printer',
  withRollback(async (db) => {
    const { deps, id } = await office(db);
    await caller(as(deps, staff('administrator')))('PUT /api/v1/landlord', {
      body: { name: 'Millbrook Homes', address: ['1 High Street', 'Millbrook', 'OX1 1AA'] },
    });
    const path = `GET /api/v1/questionnaires/${id}/letter?language=cy&format=large`;
    expect(await caller(as(deps, staff('officer')))(path)).toMatchObject({ status: 409, body: { code: 'no_printer' } });
    const printed: Letter[] = [];
    const print: Printer = {
      async print(letters) {
        printed.push(...letters);
        return { pdf: new TextEncoder().encode('%PDF-1.7'), pages: [2] };
      },
      close: async () => {},
    };
    const call = caller(as({ ...deps, channels: { ...deps.channels, print } }, staff('officer')));
    expect(await call(path)).toMatchObject({ status: 200, text: '%PDF-1.7' });
    expect(printed).toMatchObject([
      { language: 'cy', format: 'large', questions: [{ title: 'Pa mor lân yw’r grisiau?' }, {}, {}] },
    ]);
  }),
);

test(
  'many questionnaires are listed by as many statements as one',
  withRollback(async (tx) => {
    const { db, statements } = counted(tx);
    const { call, see, publish } = await office(db);
    await publish((await see()).revision);
    const list = async () => {
      const before = statements();
      const { items } = (await call('GET /api/v1/questionnaires')).body as {
        items: { name: string; version: number | null; changed: boolean; questions: number }[];
      };
      return { items, took: statements() - before };
    };
    const one = await list();
    expect(one.items).toMatchObject([{ name: 'Spring panel', version: 1, changed: false, questions: 3 }]);
    for (const name of ['Autumn panel', 'Winter panel'])
      await call('POST /api/v1/questionnaires', { body: { name, from: { surveyjs: survey } } });
    const three = await list();
    expect(three.items.map(({ name, version }) => [name, version])).toEqual([
      ['Autumn panel', null],
      ['Spring panel', 1],
      ['Winter panel', null],
    ]);
    expect(three.took).toBe(one.took);
  }),
);
