import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import type { Actor } from '../../server/actor.ts';
import { drain } from '../../server/work/drain.ts';
import { tick } from '../../server/work/tick.ts';
import { defaultPlan } from '../../surveys/fieldwork/default-plan.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { makeWorld, officer, type PersonChanges, panelId, seePrinter, uid } from '../work/world.ts';

const second: Actor = { kind: 'staff', id: 'sam', name: 'Sam', roles: ['officer'] };
const questionnaireId = uid('eeee', 1);

interface Created {
  id: string;
}

/** An officer, a second one, a campaign and somebody to ask. */
async function office(db: Db, people: readonly PersonChanges[] = [{}, {}, {}], quorum = 0) {
  const deps = testDeps({ db });
  await makeWorld(db, people);
  await seePrinter(db, deps.clock.now());
  const call = caller(as(deps, officer));
  const { body } = await call('POST /api/v1/campaigns', { body: { name: 'Panel', quorum, questionnaireId } });
  const plan = {
    name: 'Autumn',
    campaignId: (body as Created).id,
    questionnaireId,
    audience: { panelId },
    plan: defaultPlan,
    sampleSize: null,
    opensOn: '2026-11-23',
    closesOn: '2026-12-18',
  };
  return { deps, call, other: caller(as(deps, second)), plan };
}

const planned = async ({ call, plan }: Awaited<ReturnType<typeof office>>, changes = {}) => {
  const answer = await call('POST /api/v1/waves', { body: { ...plan, ...changes } });
  expect(answer.status).toBe(200);
  return (answer.body as Created).id;
};

test(
  'a wave is planned, changed, seen in words and thrown away',
  withRollback(async (db) => {
    const at = await office(db);
    const id = await planned(at);
    expect((await at.call(`PUT /api/v1/waves/${id}`, { body: { ...at.plan, name: 'Winter' } })).status).toBe(200);
    const { body } = await at.call(`GET /api/v1/waves/${id}`);
    expect(body).toMatchObject({
      name: 'Winter',
      status: 'draft',
      plannedBy: 'Priya',
      audienceSentence:
        "Members of People's Panel, not asked in the last 14 days, not asked about a service in the last 30 days, at most 2 times in 91 days and not while the regulator's survey asks their home.",
      day: 1,
      days: 26,
    });
    expect((body as { planSentences: string[] }).planSentences).toEqual([
      "Day 0 at 10:00: invitation by each person's own way, letters second class.",
      'Day 5 at 17:00: reminder by text, else email, only to those who have not answered.',
      'Day 10 at 12:00: reminder by text, else email, only to those who have not answered.',
      'Day 14: reminder by second class letter, to those without email and mobile or of 65 and over, only to those who have not answered.',
    ]);
    expect((await at.call(`DELETE /api/v1/waves/${id}`)).status).toBe(200);
    expect((await at.call(`GET /api/v1/waves/${id}`)).status).toBe(404);
  }),
);

test.each([
  ['the last day before the first', { closesOn: '2026-11-01' }, 'bad_input'],
  ['no name', { name: ' ' }, 'bad_input'],
  [
    'a plan that starts with a reminder',
    { plan: { steps: [{ day: 0, channels: ['best'], kind: 'reminder' }] } },
    'bad_input',
  ],
  ['a questionnaire that is not there', { questionnaireId: uid('abcd', 9) }, 'still_used'],
])('a plan with %s is refused', (_name, changes, code) =>
  withRollback(async (db) => {
    const { call, plan } = await office(db);
    expect((await call('POST /api/v1/waves', { body: { ...plan, ...changes } })).body).toMatchObject({ code });
    expect((await call('GET /api/v1/waves')).body).toEqual({ items: [] });
  })(),
);

test.each([
  ['a rule that is not one', { audience: { where: [{ field: 'shoe_size', codes: ['9'] }] } }, 'body.audience.where.0'],
  [
    'a rule without its values',
    { audience: { where: [{ field: 'age', from: 'old', to: null }] } },
    'body.audience.where.0',
  ],
  ['days of rest below none', { audience: { restDays: -1 } }, 'body.audience.restDays'],
  ['a sample of none', { sampling: { method: 'random', size: 0 } }, 'body.sampling.size'],
  [
    'a step by an unknown way',
    { plan: { steps: [{ day: 0, channels: ['pigeon'], kind: 'invitation' }] } },
    'body.plan.steps.0',
  ],
  ['a day that is none', { opensOn: 'soon' }, 'body.opensOn'],
])('%s is told with its field, the same when a wave is planned as when it is changed', (_what, changes, path) =>
  withRollback(async (db) => {
    const at = await office(db);
    const id = await planned(at);
    const body = { ...at.plan, ...changes };
    const [made, changed] = [
      await at.call('POST /api/v1/waves', { body }),
      await at.call(`PUT /api/v1/waves/${id}`, { body }),
    ];
    expect(made).toMatchObject({ status: 400, body: { code: 'bad_input' } });
    expect(made.body).toEqual(changed.body);
    expect((made.body as { faults: { path: string }[] }).faults[0]?.path).toMatch(new RegExp(`^${path}`));
  })(),
);

test(
  'a wave like another is told which of its own fields is wrong',
  withRollback(async (db) => {
    const at = await office(db);
    const like = { like: await planned(at), name: '', opensOn: '2026-11-23', closesOn: '2026-12-18' };
    const { body } = await at.call('POST /api/v1/waves', { body: like });
    expect(body).toMatchObject({ code: 'bad_input', faults: [{ path: 'body.name' }] });
    expect((await at.call('POST /api/v1/waves', { body: [] })).body).toMatchObject({ code: 'bad_input' });
  }),
);

test(
  'before launch one sees who is in and out and why, by which way, at what cost, and the very words',
  withRollback(async (db) => {
    const at = await office(db, [
      {},
      { email: null },
      { email: null, phone: null, language: 'ur' },
      { inPanel: false },
      { status: 'moved' },
    ]);
    const id = await planned(at);
    const { body } = await at.call(`GET /api/v1/waves/${id}/check`);
    expect(body).toMatchObject({
      population: 5,
      eligible: 3,
      asked: 3,
      out: [
        { code: 'left', count: 1 },
        { code: 'not_in_panel', count: 1 },
      ],
      ways: expect.arrayContaining([
        { channel: 'email', language: 'en', format: 'standard', count: 1 },
        { channel: 'sms', language: 'en', format: 'standard', count: 1 },
        { channel: 'post', language: 'ur', format: 'standard', count: 1 },
      ]),
    });
    const seen = await Promise.all([0, 1, 2].map((n) => at.call(`GET /api/v1/waves/${id}/samples?person=${n}`)));
    const first = seen.map(
      ({ body: sample }) => (sample as { messages: { channel: string; words: string }[] }).messages[0],
    );
    const words = Object.fromEntries(first.map((message) => [message?.channel, message?.words]));
    expect(words.email).toContain('Answer now');
    expect(words.sms).toMatch(/Reply 1 to start/);
    expect(words.post).toMatch(/[\u0600-\u06ff]/);
    expect(words.post).not.toContain('http');
  }),
);

test(
  'a launch that needs a second person waits for one who did not plan it',
  withRollback(async (db) => {
    const at = await office(db, [{}, {}], 1);
    const id = await planned(at);
    const launch = () => at.call(`POST /api/v1/waves/${id}/launch`);
    expect((await launch()).body).toMatchObject({
      code: 'launch_refused',
      detail: expect.stringContaining('a second person must launch it'),
    });
    expect((await at.call(`POST /api/v1/waves/${id}/approve`)).body).toMatchObject({ code: 'own_plan' });
    expect((await at.other(`POST /api/v1/waves/${id}/approve`)).status).toBe(200);
    expect((await launch()).body).toEqual({ asked: 2 });
    expect((await at.call(`PUT /api/v1/waves/${id}`, { body: at.plan })).body).toMatchObject({ code: 'wave_state' });
    expect((await launch()).status).toBe(409);
  }),
);

test(
  'fieldwork adds up, its figures open into people page by page, and the next wave is like the last',
  withRollback(async (db) => {
    const at = await office(db, [{}, { email: null }, {}]);
    const id = await planned(at);
    await at.call(`POST /api/v1/waves/${id}/launch`);
    at.deps.clock.set('2026-11-23T12:00:00Z');
    await tick(at.deps);
    await drain(at.deps, { limit: 50, until: new Date('2026-11-24T00:00:00Z') });
    const { body } = await at.call(`GET /api/v1/waves/${id}/fieldwork`);
    const work = body as { asked: number; dispositions: { code: string; count: number }[]; channels: unknown[] };
    expect(work.dispositions.reduce((sum, { count }) => sum + count, 0)).toBe(work.asked);
    expect(work.channels).toEqual([
      { channel: 'email', due: 0, sent: 0, delivered: 2, failed: 0, unknown: 0 },
      { channel: 'sms', due: 0, sent: 0, delivered: 1, failed: 0, unknown: 0 },
    ]);
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await at.call(
        `GET /api/v1/waves/${id}/people?disposition=no_answer&limit=2&cursor=${cursor}`.replace(/&cursor=$/, ''),
      );
      const { items, next } = page.body as { items: { name: string }[]; next: string | null };
      names.push(...items.map(({ name }) => name));
      cursor = next === null ? null : encodeURIComponent(next);
    }
    expect(names).toEqual(['Mrs Nadia Khan1', 'Mrs Nadia Khan2', 'Mrs Nadia Khan3']);
    const like = { like: id, name: 'Spring', opensOn: '2027-02-01', closesOn: '2027-03-01' };
    const next = (await at.call('POST /api/v1/waves', { body: like })).body as Created;
    expect((await at.call(`GET /api/v1/waves/${next.id}`)).body).toMatchObject({
      name: 'Spring',
      status: 'draft',
      questionnaireId,
    });
  }),
);
