import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { counted } from '../support/statements.ts';
import { putLandlord } from '../support/survey.ts';

const scale = [
  { value: 'very_clean', text: 'Very clean' },
  { value: 'dirty', text: 'Dirty' },
];
const survey = {
  title: 'Spring panel',
  pages: [
    {
      elements: [
        { type: 'radiogroup', name: 'stairs', title: 'How clean is the block?', choices: scale },
        { type: 'comment', name: 'why', title: 'Tell {landlord} why' },
      ],
    },
  ],
};

interface Row {
  key: string;
  source: string;
  text: string;
  status: string;
  was: string | null;
  back: string;
  fromBank: boolean;
  made: { by: string } | null;
  checked: { by: string } | null;
  approved: { by: string; at: string } | null;
  offers: { bank: string | null; elsewhere: { text: string; name: string; by: string }[] };
}
interface Seen {
  revision: number;
  rows: Row[];
  counts: Record<string, number>;
  texts: { question: number; segments: number; pence: number; forcing: string[] }[];
}

const urdu = {
  title: 'بہار کا پینل',
  'q.stairs.title': 'بلاک کتنا صاف ہے؟',
  'q.stairs.option.very_clean': 'بہت صاف',
  'q.stairs.option.dirty': 'گندی',
  'q.why.title': '{landlord} کو بتائیں کیوں',
};

async function office(db: Db, name = 'Spring panel', code = 'ur') {
  await putLandlord(db);
  const deps = testDeps({ db, newId: () => crypto.randomUUID() });
  const person = (who: string) => caller(as(deps, { ...staff('officer'), name: who }));
  const call = person('Priya');
  const made = await call('POST /api/v1/questionnaires', { body: { name, from: { surveyjs: survey } } });
  const { id } = made.body as { id: string };
  const path = `/api/v1/questionnaires/${id}/languages/${code}`;
  const see = async () => (await call(`GET ${path}`)).body as Seen;
  const row = async (key: string) => (await see()).rows.find((one) => one.key === key);
  const save = async (texts: Record<string, string>, by = call) => {
    const { rows } = await see();
    const typed = Object.entries(texts).map(([key, text]) => {
      const now = rows.find((one) => one.key === key);
      return { key, source: now?.source ?? '', was: now?.text ?? '', text };
    });
    return by(`PUT ${path}`, { body: { texts: typed } });
  };
  const judge = async (act: 'check' | 'approve', keys: readonly string[], by = call) => {
    const { rows } = await see();
    const texts = rows.filter(({ key }) => keys.includes(key)).map(({ key, source, text }) => ({ key, source, text }));
    return by(`POST ${path}/${act}`, { body: { texts } });
  };
  const revision = async () => ((await call(`GET /api/v1/questionnaires/${id}`)).body as { revision: number }).revision;
  const source = async (texts: object) =>
    call(`PUT /api/v1/questionnaires/${id}/texts`, { body: { language: 'en', texts, revision: await revision() } });
  const publish = async () =>
    call(`POST /api/v1/questionnaires/${id}/publish`, { body: { revision: await revision() } });
  const languages = async () =>
    (await call(`GET /api/v1/questionnaires/${id}/languages`)).body as { languages: object[] };
  return { deps, call, person, id, path, see, row, save, judge, source, publish, languages };
}

const all = Object.keys(urdu);

test(
  'adding a language fills what the bank has, as machine drafts, and nothing else',
  withRollback(async (db) => {
    const { call, id, see, languages } = await office(db);
    expect(await call(`POST /api/v1/questionnaires/${id}/languages`, { body: { language: 'ur' } })).toMatchObject({
      status: 200,
      body: { filled: 2, revision: 2 },
    });
    const { rows, counts } = await see();
    expect(counts).toMatchObject({ machine: 2, missing: 3, approved: 0 });
    expect(rows.find(({ key }) => key === 'q.stairs.option.dirty')).toMatchObject({ text: 'گندی', fromBank: true });
    expect(await languages()).toMatchObject({
      languages: [{ language: 'ur', dir: 'rtl', total: 5, counts: { machine: 2, missing: 3 }, sent: 'none' }],
    });
  }),
);

test(
  'words go from missing to draft to checked to approved, and who and when is kept',
  withRollback(async (db) => {
    const { save, row, judge, person, deps } = await office(db);
    expect((await save({ 'q.why.title': '  {landlord} کو بتائیں کیوں ' })).status).toBe(200);
    expect(await row('q.why.title')).toMatchObject({
      status: 'draft',
      text: urdu['q.why.title'],
      made: { by: 'Priya' },
    });
    expect(await judge('check', ['q.why.title'], person('Amina'))).toMatchObject({ body: { count: 1 } });
    expect(await row('q.why.title')).toMatchObject({
      status: 'checked',
      checked: { by: 'Amina' },
      made: { by: 'Priya' },
    });
    deps.clock.advance({ hours: 1 });
    expect(await judge('approve', ['q.why.title'], person('Sam'))).toMatchObject({
      body: { count: 1, edition: 'not_published' },
    });
    expect(await row('q.why.title')).toMatchObject({
      status: 'approved',
      checked: { by: 'Amina' },
      approved: { by: 'Sam', at: '2026-11-23T10:00:00.000Z' },
    });
    expect(await judge('check', ['q.why.title'])).toMatchObject({ body: { count: 0 } });
    expect(await row('q.why.title')).toMatchObject({ status: 'approved' });
  }),
);

test(
  'words whose source changed are stale, say what it was, and can be said to be right still',
  withRollback(async (db) => {
    const { save, row, judge, source } = await office(db);
    await save({ 'q.stairs.title': urdu['q.stairs.title'] });
    await judge('approve', ['q.stairs.title']);
    await source({ 'q.stairs.title': 'How clean are the stairs?' });
    expect(await row('q.stairs.title')).toMatchObject({
      status: 'stale',
      source: 'How clean are the stairs?',
      was: 'How clean is the block?',
    });
    await source({ 'q.stairs.title': 'How clean is the block?' });
    expect(await row('q.stairs.title')).toMatchObject({ status: 'approved', was: null });
    await source({ 'q.stairs.title': 'How clean is your block?' });
    await judge('check', ['q.stairs.title']);
    expect(await row('q.stairs.title')).toMatchObject({ status: 'checked', was: null, approved: null });
  }),
);

test(
  'two people translate at once; the same text is never overwritten unseen',
  withRollback(async (db) => {
    const { call, path, save, see, person } = await office(db);
    const typed = (text: string) => ({ key: 'title', source: 'Spring panel', was: '', text });
    await save({ 'q.why.title': urdu['q.why.title'] }, person('Amina'));
    expect((await call(`PUT ${path}`, { body: { texts: [typed(urdu.title)] } })).status).toBe(200);
    expect(await person('Amina')(`PUT ${path}`, { body: { texts: [typed('کچھ اور')] } })).toMatchObject({
      status: 409,
      body: { code: 'stale_words', faults: [{ path: 'title', message: expect.stringContaining('Somebody else') }] },
    });
    expect((await see()).rows.find(({ key }) => key === 'title')?.text).toBe(urdu.title);
  }),
);

test(
  'only what was shown is approved',
  withRollback(async (db) => {
    const { call, path, save, source } = await office(db);
    await save({ title: urdu.title });
    const shown = { key: 'title', source: 'Spring panel', text: urdu.title };
    const approve = (one: object) => call(`POST ${path}/approve`, { body: { texts: [one] } });
    expect(await approve({ ...shown, text: 'کچھ اور' })).toMatchObject({ status: 409, body: { code: 'stale_words' } });
    await source({ title: 'Summer panel' });
    expect(await approve(shown)).toMatchObject({ status: 409, body: { code: 'stale_words' } });
    expect(await approve({ ...shown, key: 'q.none.title' })).toMatchObject({ status: 409 });
    expect(await approve({ ...shown, source: 'Summer panel' })).toMatchObject({ status: 200, body: { count: 1 } });
  }),
);

test.each([
  ['a lost placeholder', { 'q.why.title': 'بتائیں کیوں' }],
  ['a word that stops texts as an answer', { 'q.stairs.option.dirty': 'Stop' }],
  ['no words', { title: '' }],
])('%s is never approved', (_name, texts) =>
  withRollback(async (db) => {
    const { save, judge } = await office(db);
    await save(texts);
    const [key = ''] = Object.keys(texts);
    expect(await judge('approve', [key])).toMatchObject({
      status: 400,
      body: { code: 'bad_input', faults: [{ path: key }] },
    });
  })(),
);

test.each([
  ['code of a web page', 'ur', { title: '<b>x</b>' }, 400],
  ['something we cannot fill in', 'ur', { title: '{name}' }, 400],
  ['more letters than are kept', 'ur', { title: 'x'.repeat(2001) }, 400],
  ['a text there is none of', 'ur', { 'q.none.title': 'x' }, 409],
])('%s is refused', (_name, _code, texts, status) =>
  withRollback(async (db) => {
    const { save, see } = await office(db);
    expect((await save(texts)).status).toBe(status);
    expect((await see()).revision).toBe(1);
  })(),
);

test.each([
  ['the language it was written in', 'en', 409],
  ['a language we do not speak', 'tlh', 400],
])('%s is not translated into', (_name, code, status) =>
  withRollback(async (db) => {
    const { call, id, path } = await office(db, 'Spring panel', code);
    expect((await call(`GET ${path}`)).status).toBe(status);
    expect((await call(`POST /api/v1/questionnaires/${id}/languages`, { body: { language: code } })).status).toBe(
      status,
    );
  })(),
);

test(
  'a back-translation is kept with the words it is of',
  withRollback(async (db) => {
    const { call, path, row, save } = await office(db);
    const typed = { key: 'title', source: 'Spring panel', was: '', text: urdu.title, back: 'Panel of spring' };
    await call(`PUT ${path}`, { body: { texts: [typed] } });
    expect(await row('title')).toMatchObject({ back: 'Panel of spring', status: 'draft' });
    await call(`PUT ${path}`, { body: { texts: [{ ...typed, was: urdu.title, back: 'The spring panel' }] } });
    expect(await row('title')).toMatchObject({ back: 'The spring panel' });
    await save({ title: 'نیا' });
    expect(await row('title')).toMatchObject({ back: '' });
  }),
);

test(
  'a language is sent when every text is approved; a typo is a new revision, not a new version',
  withRollback(async (db) => {
    const { save, judge, publish, languages } = await office(db);
    await publish();
    await save(urdu);
    expect(await judge('approve', all.slice(1))).toMatchObject({ body: { edition: 'waiting' } });
    expect(await languages()).toMatchObject({ languages: [{ sent: 'none', counts: { approved: 4, draft: 1 } }] });
    expect(await judge('approve', all.slice(0, 1))).toMatchObject({ body: { edition: 'approved' } });
    expect(await languages()).toMatchObject({ languages: [{ sent: 'approved', counts: { approved: 5 } }] });
    await save({ title: 'بہار پینل' });
    expect(await languages()).toMatchObject({ languages: [{ sent: 'approved', counts: { draft: 1 } }] });
    await judge('approve', ['title']);
    const rows = await db`
      select v.number as version, e.number, e.texts ->> 'title' as title, e.status, e.approved_by from edition_revisions e
      join versions v on v.id = e.version_id where e.language = 'ur' and e.format = 'standard' order by 1, 2`;
    expect(rows).toEqual([
      { version: 1, number: 1, title: urdu.title, status: 'approved', approvedBy: 'Priya' },
      { version: 1, number: 2, title: 'بہار پینل', status: 'approved', approvedBy: 'Priya' },
    ]);
  }),
);

test(
  'what was approved before publishing is approved by publishing; what is stale then is out of date',
  withRollback(async (db) => {
    const { save, judge, publish, languages, source } = await office(db);
    await save(urdu);
    await judge('approve', all);
    await publish();
    expect(await languages()).toMatchObject({ languages: [{ sent: 'approved' }] });
    await source({ 'q.why.title': 'Tell {landlord} the reason' });
    await publish();
    expect(await languages()).toMatchObject({
      languages: [{ sent: 'out_of_date', counts: { stale: 1, approved: 4 } }],
    });
    await judge('approve', ['q.why.title']);
    expect(await languages()).toMatchObject({ languages: [{ sent: 'approved' }] });
  }),
);

test(
  'a language with stale words is not approved as a whole either',
  withRollback(async (db) => {
    const { call, id, save, publish, source } = await office(db);
    await save(urdu);
    await source({ 'q.why.title': 'Tell {landlord} the reason' });
    await publish();
    expect(await call(`POST /api/v1/questionnaires/${id}/approve`, { body: { language: 'ur' } })).toMatchObject({
      status: 409,
      body: { code: 'out_of_date', detail: '1 text is out of date: the source words have changed since.' },
    });
  }),
);

test(
  'an edition approved before texts were marked one by one says of each of them that it is right',
  withRollback(async (db) => {
    const { call, id, save, publish, see, source } = await office(db);
    await save(urdu);
    await publish();
    await call(`POST /api/v1/questionnaires/${id}/approve`, { body: { language: 'ur' } });
    await db`delete from translation_marks`;
    expect((await see()).counts).toMatchObject({ approved: 5 });
    await source({ title: 'Summer panel' });
    expect((await see()).rows.find(({ key }) => key === 'title')).toMatchObject({
      status: 'stale',
      was: 'Spring panel',
    });
  }),
);

test(
  'the same words approved in another questionnaire are offered, in one statement',
  withRollback(async (tx) => {
    const { db, statements } = counted(tx);
    const first = await office(db, 'Spring panel');
    const second = await office(db, 'Autumn panel');
    const counting = async () => {
      const before = statements();
      const { rows } = await second.see();
      return { rows, took: statements() - before };
    };
    const none = await counting();
    await first.save({ 'q.stairs.title': urdu['q.stairs.title'], title: urdu.title });
    await first.judge('approve', ['q.stairs.title']);
    const { rows, took } = await counting();
    expect(rows.find(({ key }) => key === 'q.stairs.title')?.offers.elsewhere).toEqual([
      { text: urdu['q.stairs.title'], name: 'Spring panel', by: 'Priya' },
    ]);
    expect(rows.find(({ key }) => key === 'title')?.offers.elsewhere).toEqual([]);
    expect(rows.find(({ key }) => key === 'q.stairs.option.dirty')?.offers.bank).toBe('گندی');
    expect(took).toBe(none.took);
  }),
);

test(
  'a copy keeps what was said of its translations',
  withRollback(async (db) => {
    const { call, id, save, judge } = await office(db);
    await save({ title: urdu.title });
    await judge('approve', ['title']);
    const copy = await call('POST /api/v1/questionnaires', { body: { name: 'Copy', from: { questionnaire: id } } });
    const { id: to } = copy.body as { id: string };
    expect(await call(`GET /api/v1/questionnaires/${to}/languages/ur`)).toMatchObject({
      body: { counts: { approved: 1 } },
    });
  }),
);

test(
  'each question says what it costs as a text, and which letters make it cost more',
  withRollback(async (db) => {
    const { save, see } = await office(db);
    await save(urdu);
    const [stairs] = (await see()).texts;
    expect(stairs).toMatchObject({ question: 1, segments: expect.any(Number), pence: expect.any(Number) });
    expect(stairs?.segments).toBeGreaterThan(1);
    expect(stairs?.forcing).toContain('ب');
  }),
);

test(
  'the cost follows the words being typed, page words and all, and keeps nothing of them',
  withRollback(async (db) => {
    const { call, path, save, see } = await office(db);
    await save(urdu);
    const saved = await see();
    const typed = async (texts: object[]) => call(`POST ${path}/texts`, { body: { texts } });
    expect((await typed([])).body).toEqual({ texts: saved.texts });
    const long = { key: 'q.stairs.title', text: 'صاف '.repeat(60) };
    const { texts } = (await typed([long, { key: 'q.gone.title', text: 'x' }])).body as Pick<Seen, 'texts'>;
    expect(texts[0]?.segments).toBeGreaterThan((saved.texts[0]?.segments ?? 0) + 2);
    expect(texts[1]).toEqual(saved.texts[1]);
    expect(await see()).toEqual(saved);
    expect((await typed([{ key: 'title', text: 'x'.repeat(4001) }])).status).toBe(400);
    expect(await call(`POST ${path.replace(/ur$/, 'en')}/texts`, { body: { texts: [] } })).toMatchObject({
      status: 409,
      body: { code: 'source_language' },
    });
  }),
);

test(
  'an analyst reads translations and writes none, and every change is in the log',
  withRollback(async (db) => {
    const { deps, path, save, judge } = await office(db);
    const analyst = caller(as(deps, staff('analyst')));
    expect((await analyst(`GET ${path}`)).status).toBe(200);
    const texts = [{ key: 'title', source: 'Spring panel', was: '', text: urdu.title }];
    expect((await analyst(`PUT ${path}`, { body: { texts } })).status).toBe(403);
    await save({ title: urdu.title });
    await judge('check', ['title']);
    await judge('approve', ['title']);
    const rows = await db<{ action: string; detail: object }[]>`
      select action, detail from audit_log where action like 'translation.%' order by id`;
    expect(rows.map(({ action }) => action)).toEqual(['translation.save', 'translation.check', 'translation.approve']);
    expect(rows[0]?.detail).toEqual({ language: 'ur', count: 1 });
  }),
);
