import { expect, test } from 'vitest';
import { savesKept } from '../../db/commands/draft-saves.ts';
import type { Db } from '../../db/connect.ts';
import { commands, edit } from '../../surveys/questionnaire/edit/commands.ts';
import type { Guard } from '../../surveys/questionnaire/edit/guard.ts';
import { elementsOf, type SurveyJson } from '../../surveys/questionnaire/schema.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { everyKind } from '../support/edits.ts';
import { putLandlord } from '../support/survey.ts';

interface Draft {
  revision: number;
  draftBy: string;
  draft: SurveyJson;
  guard: Guard | null;
}
interface Save {
  id: number;
  revision: number;
  savedBy: string;
  aside: boolean;
}

async function office(db: Db, from: object = { surveyjs: everyKind }) {
  await putLandlord(db);
  const clock = testClock();
  const deps = testDeps({ db, clock });
  const call = caller(as(deps, staff('officer')));
  const made = await call('POST /api/v1/questionnaires', { body: { name: 'Spring panel', from } });
  const { id } = made.body as { id: string };
  const at = `/api/v1/questionnaires/${id}`;
  return {
    deps,
    clock,
    call,
    id,
    draft: async () => (await call(`GET ${at}/draft`)).body as Draft,
    save: (draft: object, revision: number, caller_ = call) =>
      caller_(`PUT ${at}/draft`, { body: { draft, revision } }),
    saves: async () => ((await call(`GET ${at}/saves`)).body as { items: Save[] }).items,
    at,
  };
}

/** A draft after one edit that is done. */
function done(...[survey, name, input]: Parameters<typeof edit>): SurveyJson {
  const outcome = edit(survey, name, input);
  if ('refused' in outcome) throw new Error(outcome.refused.sentence);
  return outcome.survey;
}

test(
  'the language a questionnaire was written in is that of its draft, by whatever name SurveyJS has for it',
  withRollback(async (db) => {
    const { call, at, draft, save } = await office(db);
    const written = async () => [
      ((await call(`GET ${at}`)).body as { sourceLanguage: string }).sourceLanguage,
      (await db<{ sourceLanguage: string }[]>`select source_language from questionnaires`)[0]?.sourceLanguage,
    ];
    expect(await written()).toEqual(['en', 'en']);
    for (const [locale, language] of [
      ['cy', 'cy'],
      ['zh-cn', 'zh-Hans'],
    ] as const) {
      const { draft: before, revision } = await draft();
      expect((await save({ ...before, locale }, revision)).status).toBe(200);
      expect(await written()).toEqual([language, language]);
    }
  }),
);

test(
  'a draft is read, edited and saved whole',
  withRollback(async (db) => {
    const { draft, save } = await office(db);
    const before = await draft();
    expect(before).toMatchObject({ revision: 1, draftBy: 'Test Person', guard: null, draft: everyKind });
    const next = done(before.draft, 'add_question', { kind: 'yes_no', title: 'Lift?', to: 0 });
    expect(await save(next, 1)).toMatchObject({
      status: 200,
      body: { revision: 2, draftAt: '2026-11-23T09:00:00.000Z' },
    });
    expect((await draft()).draft).toEqual(next);
    const audited = await db`select detail from audit_log where action = 'questionnaire.edit'`;
    expect(audited).toEqual([{ detail: { revision: 2 } }]);
  }),
);

test(
  'a draft with faults is saved; they are listed, and publishing is refused',
  withRollback(async (db) => {
    const { draft, save, call, at } = await office(db);
    const { draft: survey } = await draft();
    const faulty = done(survey, 'reword', { key: 'q.stairs.title', text: '<b>Stairs</b> of {nobody}' });
    expect((await save(faulty, 1)).status).toBe(200);
    const seen = (await call(`GET ${at}`)).body as { faults: { code: string; where: string; level: string }[] };
    const stops = seen.faults.filter(({ level }) => level === 'stops');
    expect(stops.map(({ code }) => code)).toEqual(['html', 'unknown_placeholder', 'lost_placeholder']);
    expect(await call(`POST ${at}/publish`, { body: { revision: 2 } })).toMatchObject({
      status: 400,
      body: { code: 'bad_input' },
    });
  }),
);

test(
  'a draft without a question can be begun and saved, and not be published',
  withRollback(async (db) => {
    const { draft, save, call, at } = await office(db, { empty: { language: 'cy' } });
    const { draft: survey } = await draft();
    expect(survey).toEqual({ locale: 'cy', title: 'Spring panel', pages: [{ name: 'page1', elements: [] }] });
    expect((await save({ ...survey, title: 'Panel' }, 1)).status).toBe(200);
    expect((await call(`GET ${at}`)).body).toMatchObject({ sourceLanguage: 'cy', faults: [{ code: 'no_questions' }] });
    expect((await call(`POST ${at}/publish`, { body: { revision: 2 } })).status).toBe(400);
  }),
);

test.each([
  ['a kind we do not ask', { pages: [{ elements: [{ type: 'matrix', name: 'a' }] }] }],
  ['a property we do not know', { pages: [{ elements: [] }], triggers: [] }],
  ['no pages', { pages: [] }],
  ['a name that is none', { pages: [{ elements: [{ type: 'text', name: 'a b' }] }] }],
])('%s is no draft', (_name, draft) =>
  withRollback(async (db) => {
    const { save, saves } = await office(db);
    expect(await save(draft, 1)).toMatchObject({ status: 400, body: { code: 'bad_input', faults: [{}] } });
    expect(await saves()).toEqual([]);
  })(),
);

test(
  'of two officers the second is told who saved, and nothing of either is lost',
  withRollback(async (db) => {
    const { deps, draft, save, call, saves, at } = await office(db);
    const priya = caller(as(deps, { ...staff('officer'), name: 'Priya' }));
    const { draft: survey } = await draft();
    const theirs = done(survey, 'reword', { key: 'q.who.title', text: 'Who was it?' });
    const mine = done(survey, 'reword', { key: 'q.why.title', text: 'Why so?' });
    await save(theirs, 1, priya);
    expect(await save(mine, 1)).toMatchObject({
      status: 409,
      body: { code: 'stale_draft', detail: expect.stringContaining('Priya changed this at 09:00') },
    });
    expect(await draft()).toMatchObject({ revision: 2, draftBy: 'Priya', draft: theirs });
    expect(await call(`POST ${at}/saves`, { body: { draft: mine, revision: 1 } })).toMatchObject({ status: 200 });
    expect((await draft()).revision).toBe(2);
    const kept = await saves();
    expect(kept.map(({ revision, savedBy, aside }) => [revision, savedBy, aside])).toEqual(
      expect.arrayContaining([
        [2, 'Priya', false],
        [1, 'Test Person', false],
        [1, 'Test Person', true],
      ]),
    );
    const aside = kept.find((one) => one.aside);
    expect((await call(`GET ${at}/saves/${aside?.id}`)).body).toMatchObject({ draft: mine, aside: true });
  }),
);

test(
  'every way of saving is kept: words, a file, the whole',
  withRollback(async (db) => {
    const { call, save, saves, draft, at } = await office(db);
    await call(`PUT ${at}/texts`, { body: { revision: 1, language: 'cy', texts: { 'q.why.title': 'Pam?' } } });
    await call(`PUT ${at}/surveyjs`, { body: { revision: 2, surveyjs: everyKind } });
    await save((await draft()).draft, 3);
    expect((await saves()).map(({ revision }) => revision)).toEqual([4, 3, 2, 1]);
  }),
);

test(
  'an earlier state is looked at, and gone back to by saving it',
  withRollback(async (db) => {
    const { draft, save, saves, call, at } = await office(db);
    const { draft: first } = await draft();
    await save(done(first, 'remove', { item: 'q.who' }), 1);
    const earlier = (await saves()).find(({ revision }) => revision === 1);
    const seen = (await call(`GET ${at}/saves/${earlier?.id}`)).body as { draft: SurveyJson };
    expect(elementsOf(seen.draft).map(({ name }) => name)).toContain('who');
    expect((await save(seen.draft, 2)).status).toBe(200);
    expect((await draft()).draft).toEqual(first);
    expect((await call(`GET ${at}/saves/999999`)).status).toBe(404);
    const other = await call('POST /api/v1/questionnaires', { body: { name: 'Other', from: { surveyjs: everyKind } } });
    const { id } = other.body as { id: string };
    expect((await call(`GET /api/v1/questionnaires/${id}/saves/${earlier?.id}`)).status).toBe(404);
  }),
);

test(
  'saves are thinned to the last of each stretch, the newest all stay, and pages follow each other',
  withRollback(async (db) => {
    const { draft, save, saves, call, clock, at } = await office(db);
    const { draft: survey } = await draft();
    const many = savesKept.newest + 25;
    for (let revision = 1; revision <= many; revision += 1) {
      clock.advance({ minutes: 1 });
      await save({ ...survey, title: `Title ${revision}` }, revision);
    }
    const kept = await saves();
    const revisions = kept.map(({ revision }) => revision);
    const newest = Array.from({ length: savesKept.newest }, (_, at_) => many + 1 - at_);
    expect(revisions.slice(0, savesKept.newest)).toEqual(newest);
    // Of 09:00 to 09:09 and 09:10 to 09:19 the last; the last of 09:20 to 09:29 is among the newest.
    expect(revisions.slice(savesKept.newest)).toEqual([20, 10]);
    const first = (await call(`GET ${at}/saves?limit=20`)).body as { items: Save[]; next: string };
    const second = (await call(`GET ${at}/saves?limit=20&cursor=${encodeURIComponent(first.next)}`)).body as {
      items: Save[];
    };
    expect([...first.items, ...second.items].map(({ revision }) => revision)).toEqual(revisions);
  }),
);

test.each([
  ['the wording', 'reword', { key: 'q.tp01.title', text: 'Happy?' }],
  ['an answer', 'move_answer', { question: 'tp01', answer: 'neither', to: 0 }],
  ['the order', 'move', { item: 'q.tp01', to: 3 }],
  ['a question', 'remove', { item: 'q.tp12', branches: true }],
  ['a place that is not for it', 'add_question', { kind: 'yes_no', title: 'Lift?', to: 0 }],
] as const)(
  '%s of a set that is fixed is refused on the page and by the server, with the same reason',
  (_name, command, input) =>
    withRollback(async (db) => {
      const { draft, save } = await office(db, { instrument: 'tsm-2023' });
      const { draft: survey, guard } = await draft();
      const onPage = edit(survey, command, input as never, guard);
      if (!('refused' in onPage)) throw new Error('the page lets it');
      const forced = commands[command](survey, input as never);
      if ('refused' in forced) throw new Error(forced.refused.sentence);
      expect(await save(forced.survey, 1)).toMatchObject({
        status: 409,
        body: { code: 'wording_locked', detail: onPage.refused.sentence },
      });
      expect((await draft()).revision).toBe(1);
    })(),
);

test(
  'a set that is fixed takes own questions where its themes end, and its translations',
  withRollback(async (db) => {
    const { draft, save } = await office(db, { instrument: 'tsm-2023' });
    const { draft: survey, guard } = await draft();
    const own = { kind: 'yes_no' as const, title: 'Lift?' };
    const refused = edit(survey, 'add_question', { ...own, to: 2 }, guard);
    expect(refused).toMatchObject({ refused: { code: 'place', after: expect.any(Number) } });
    const { after = 0 } = 'refused' in refused ? refused.refused : {};
    const added = edit(survey, 'add_question', { ...own, to: after }, guard);
    if ('refused' in added) throw new Error(added.refused.sentence);
    expect((await save(added.survey, 1)).status).toBe(200);
  }),
);

test(
  'the wording of a measure is fixed wherever it came from',
  withRollback(async (db) => {
    const rating = { type: 'rating', name: 'overall', title: 'Overall?', rateMin: 0, rateMax: 10, measure: 'TP01' };
    const { draft, save } = await office(db, { surveyjs: { pages: [{ elements: [rating] }] } });
    const changed = commands.reword((await draft()).draft, { key: 'q.overall.title', text: 'Happy?' });
    if ('refused' in changed) throw new Error(changed.refused.sentence);
    expect(await save(changed.survey, 1)).toMatchObject({ status: 409, body: { code: 'wording_locked' } });
  }),
);

const file = {
  title: 'Elsewhere',
  triggers: [{ type: 'complete' }],
  elements: [
    { type: 'radiogroup', name: 'lift', title: 'Lift?', choices: ['Yes, very', 'No'] },
    { type: 'signaturepad', name: 'sign' },
  ],
};

test(
  'a file of another program is read before it is made, and made of what we take',
  withRollback(async (db) => {
    const { call } = await office(db);
    const read = await call('POST /api/v1/questionnaires/read', { body: { surveyjs: file } });
    expect(read).toMatchObject({
      status: 200,
      body: { questions: 1, languages: ['en'], left: [{ what: 'left_out', where: '' }, { where: 'sign' }], faults: [] },
    });
    const made = await call('POST /api/v1/questionnaires', { body: { name: 'Elsewhere', from: { import: file } } });
    const { id } = made.body as { id: string };
    const draft = (await call(`GET /api/v1/questionnaires/${id}/draft`)).body as Draft;
    expect(elementsOf(draft.draft)).toMatchObject([
      { name: 'lift', choices: [{ value: 'yes_very' }, { value: 'No' }] },
    ]);
  }),
);

test.each([
  ['JSON of something else', { name: 'earshot', dependencies: {} }],
  ['a file with nothing we can ask', { elements: [{ type: 'signaturepad', name: 'a' }] }],
  ['a language we do not speak', { locale: 'tlh', elements: [{ type: 'text', name: 'a' }] }],
])('%s makes no questionnaire, and the reason is said', (_name, surveyjs) =>
  withRollback(async (db) => {
    const { call } = await office(db);
    expect((await call('POST /api/v1/questionnaires/read', { body: { surveyjs } })).body).toMatchObject({
      questions: 0,
      left: expect.arrayContaining([expect.objectContaining({ sentence: expect.any(String) })]),
    });
    const made = await call('POST /api/v1/questionnaires', { body: { name: 'X', from: { import: surveyjs } } });
    expect(made).toMatchObject({ status: 400, body: { code: 'bad_input' } });
  })(),
);

test(
  'a file of 10 MB is too large',
  withRollback(async (db) => {
    const { call } = await office(db);
    const surveyjs = { elements: [], title: 'x'.repeat(10_000_000) };
    expect(await call('POST /api/v1/questionnaires/read', { body: { surveyjs } })).toMatchObject({
      status: 413,
      body: { code: 'too_large' },
    });
  }),
);

test(
  'an analyst reads drafts and saves none',
  withRollback(async (db) => {
    const { deps, at, draft } = await office(db);
    const call = caller(as(deps, staff('analyst')));
    expect((await call(`GET ${at}/draft`)).status).toBe(200);
    const body = { draft: (await draft()).draft, revision: 1 };
    expect((await call(`PUT ${at}/draft`, { body })).status).toBe(403);
    expect((await call(`POST ${at}/saves`, { body })).status).toBe(403);
  }),
);
