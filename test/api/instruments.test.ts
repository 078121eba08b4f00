import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { instrumentById } from '../../surveys/instruments/instruments.ts';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { putLandlord, putSurvey } from '../support/survey.ts';

interface Seen {
  revision: number;
  questions: { id: string; locked: boolean; lockedWhy: string | null; unverified: string | null }[];
  faults: { code: string; where: string; level: string }[];
}
interface Json {
  pages: { elements: Record<string, unknown>[] }[];
}

/** A questionnaire begun as a ready-made set. */
async function begun(db: Db, instrument: string) {
  await putLandlord(db);
  const call = caller(as(testDeps({ db }), staff('officer')));
  const made = await call('POST /api/v1/questionnaires', { body: { name: instrument, from: { instrument } } });
  const { id } = made.body as { id: string };
  const path = `/api/v1/questionnaires/${id}`;
  return {
    id,
    see: async () => (await call(`GET ${path}`)).body as Seen,
    words: (language: string, texts: object, revision = 1) =>
      call(`PUT ${path}/texts`, { body: { language, texts, revision } }),
    surveyjs: async () => (await call(`GET ${path}/surveyjs`)).body as unknown as Json,
    replace: (surveyjs: object, revision = 1) => call(`PUT ${path}/surveyjs`, { body: { revision, surveyjs } }),
    publish: (revision = 1) => call(`POST ${path}/publish`, { body: { revision } }),
  };
}

test(
  'the bank is listed with days, source and whether its words were checked',
  withRollback(async (db) => {
    const call = caller(as(testDeps({ db }), staff('officer')));
    const { instruments } = (await call('GET /api/v1/questionnaires')).body as { instruments: { id: string }[] };
    const of = (id: string) => instruments.find((one) => one.id === id);
    expect(of('tsm-2023')).toMatchObject({ group: 'regulated', from: '2023-04-01', wording: 'checked', questions: 15 });
    expect(of('tsm-2023-lcho')).toMatchObject({ questions: 11 });
    expect(of('status-core')).toMatchObject({ group: 'sector', to: '2011-05-31', wording: 'unchecked' });
    expect(of('panel-repairs')).toMatchObject({ group: 'panel', languages: ['en', 'cy', 'pl', 'ur'], wording: 'ours' });
  }),
);

test.each([
  ['the question', { 'q.tp10.title': 'Is it clean?' }, 'after question 15.'],
  ['an answer', { 'q.tp01.option.neither': 'OK' }, 'after question 1.'],
  ['a hint where there was none', { 'q.repair_12m.hint': 'Any repair' }, 'after question 5.'],
])('fixed words are refused, and it is said where own questions go: %s', (_name, texts, end) =>
  withRollback(async (db) => {
    const { words, see } = await begun(db, 'tsm-2023');
    const sentence = `This wording is fixed by the regulator. You can add your own questions ${end}`;
    expect(await words('en', texts)).toMatchObject({
      status: 409,
      body: {
        code: 'wording_locked',
        detail: sentence,
        faults: [{ path: `body.texts.${Object.keys(texts)[0]}`, message: sentence }],
      },
    });
    expect((await see()).revision).toBe(1);
  })(),
);

test(
  'fixed words are translated, and the introduction stays the landlord’s own',
  withRollback(async (db) => {
    const { words, see } = await begun(db, 'tsm-2023');
    expect((await words('cy', { 'q.tp01.title': 'Yn gyffredinol, {landlord}?' })).status).toBe(200);
    expect((await words('en', { intro: 'We would like to know.' }, 2)).status).toBe(200);
    expect((await see()).faults.filter(({ code }) => code !== 'missing_words')).toEqual([]);
  }),
);

test(
  'words that nobody could check may be put right',
  withRollback(async (db) => {
    const { words, see } = await begun(db, 'scotland-charter');
    expect((await words('en', { 'q.arc07.title': 'Overall, how satisfied are you with your home?' })).status).toBe(200);
    const { questions, faults } = await see();
    expect(questions.find(({ id }) => id === 'arc07')).toMatchObject({ locked: false, lockedWhy: null });
    expect(questions.every(({ unverified }) => unverified !== null)).toBe(true);
    expect(faults.filter(({ level }) => level === 'stops')).toEqual([]);
  }),
);

test(
  'a draft from elsewhere may add where the set allows, and change nothing that is fixed',
  withRollback(async (db) => {
    const { surveyjs, replace, publish } = await begun(db, 'tsm-2023');
    const { pages } = await surveyjs();
    const elements = pages.flatMap((page) => page.elements);
    const why = { type: 'comment', name: 'why', title: 'Why do you say that?' };
    const withAt = (place: number) => ({ pages: [{ name: 'all', elements: elements.toSpliced(place, 0, why) }] });
    expect(await replace(withAt(0))).toMatchObject({
      status: 409,
      body: { code: 'wording_locked', faults: [{ path: 'why' }] },
    });
    expect((await replace(withAt(2))).status).toBe(409);
    const other = elements.map((one) => (one.name === 'tp04' ? { ...one, positive: ['neither'] } : one));
    expect((await replace({ pages: [{ name: 'all', elements: other }] })).status).toBe(409);
    expect(await replace(withAt(1))).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await publish(2)).toMatchObject({ status: 200, body: { number: 1 } });
  }),
);

test(
  'a draft that was changed some other way is not published, and it is said why',
  withRollback(async (db) => {
    const { id, surveyjs, see, publish } = await begun(db, 'tsm-2023');
    const draft = await surveyjs();
    const first = draft.pages[0]?.elements[0];
    if (first) first.title = 'Are you happy with {landlord}?';
    await db`update questionnaires set draft = ${JSON.stringify(draft)}::text::jsonb where id = ${id}`;
    expect((await see()).faults).toMatchObject([{ code: 'wording_locked', where: 'q.tp01.title' }]);
    expect(await publish()).toMatchObject({ status: 409, body: { code: 'wording_locked' } });
  }),
);

test(
  'what only an interviewer may record is keyed on the telephone, and from paper it is no answer',
  withRollback(async (db) => {
    const { compiled } = compile(instrumentById('tsm-2023')?.survey);
    const { people } = await putSurvey(db, { compiled, residents: [{}, {}] });
    const deps = testDeps({ db, clock: testClock('2026-11-23T10:00:00Z') });
    const call = caller(as(deps, staff('officer')));
    const [heard, wrote] = people.map(({ code }) => `/api/v1/keying/${code}`);
    const unread = async (path: string | undefined, mode: string) =>
      ((await call(`GET ${path}?mode=${mode}`)).body as { questions: { unread: object[] }[] }).questions[0]?.unread;
    expect(await unread(heard, 'telephone')).toEqual([
      { number: 6, id: 'refused', label: 'Unable to answer, or refused' },
    ]);
    expect([await unread(heard, 'paper'), await unread(heard, 'in_person')]).toEqual([[], []]);
    const key = async (path: string | undefined, mode: string) =>
      (await call(`POST ${path}`, { body: { mode, question: 'tp01', typed: '6' } })).body;
    expect(await key(wrote, 'paper')).toMatchObject({ accepted: false, cursor: 'tp01' });
    expect(await key(heard, 'telephone')).toMatchObject({
      accepted: true,
      sentence: '6 Unable to answer, or refused',
      cursor: 'repair_12m',
    });
    const opened = (await call(`GET ${heard}?mode=telephone`)).body as { questions: { keyed: string | null }[] };
    expect(opened.questions[0]?.keyed).toBe('6');
  }),
);
