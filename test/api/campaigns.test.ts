import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import type { Actor } from '../../server/actor.ts';
import { defaultPlan } from '../../surveys/fieldwork/default-plan.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { makeWorld, officer, panelId, seePrinter, uid } from '../work/world.ts';

const questionnaireId = uid('eeee', 1);
const second: Actor = { kind: 'staff', id: 'sam', name: 'Sam', roles: ['officer'] };
const quarterly = { every: 'quarterly', startsOn: '2026-12-01', days: 33 };
const settings = { name: 'Panel', questionnaireId, recurrence: quarterly, refresh: 'last_wave', quorum: 1 };

async function office(db: Db) {
  const deps = testDeps({ db });
  await makeWorld(db, [{}, {}, { inPanel: false, tenure: 'leasehold' }]);
  await seePrinter(db, deps.clock.now());
  const call = caller(as(deps, officer));
  const { body } = await call('POST /api/v1/campaigns', { body: settings });
  return { deps, call, other: caller(as(deps, second)), id: (body as { id: string }).id };
}

const plan = (campaignId: string, changes = {}) => ({
  ...{ name: 'Winter', campaignId, questionnaireId, audience: { panelId }, plan: defaultPlan, sampleSize: null },
  ...{ opensOn: '2026-12-01', closesOn: '2027-01-03', resultsOn: '2027-01-31', actionOn: null, ...changes },
});

interface Seen {
  next: { name: string; opensOn: string; moved: string | null }[];
}

test(
  'a campaign shows its next waves by its rhythm, moved off Sundays, and the calendar has the same',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const seen = (await call(`GET /api/v1/campaigns/${id}`)).body as Seen;
    expect(seen.next.slice(0, 3)).toEqual([
      expect.objectContaining({ name: 'Panel, December 2026', opensOn: '2026-12-01', moved: null }),
      expect.objectContaining({ name: 'Panel, March 2027', opensOn: '2027-03-01', moved: null }),
      expect.objectContaining({ name: 'Panel, June 2027', opensOn: '2027-06-01', moved: null }),
    ]);
    const { items } = (await call('GET /api/v1/calendar')).body as { items: Seen['next'] };
    expect(items.map(({ opensOn }) => opensOn)).toEqual(['2026-12-01', '2027-03-01', '2027-06-01', '2027-09-01']);
    await call('POST /api/v1/waves', { body: plan(id) });
    const after = (await call(`GET /api/v1/campaigns/${id}`)).body as Seen;
    expect(after.next[0]?.opensOn).toBe('2027-03-01');
  }),
);

test(
  'the next wave is like the last, on the days of the rhythm, with its promises moved along',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const like = ((await call('POST /api/v1/waves', { body: plan(id) })).body as { id: string }).id;
    const { body } = await call(`GET /api/v1/waves/${like}/next`);
    expect(body).toMatchObject({
      name: 'Panel, March 2027',
      opensOn: '2027-03-01',
      closesOn: '2027-04-03',
      leavesOut: 'those the last wave asked',
    });
    const { name, opensOn, closesOn } = body as { name: string; opensOn: string; closesOn: string };
    const made = (await call('POST /api/v1/waves', { body: { like, name, opensOn, closesOn } })).body as { id: string };
    expect((await call(`GET /api/v1/waves/${made.id}`)).body).toMatchObject({
      name: 'Panel, March 2027',
      resultsOn: '2027-05-01',
      actionOn: null,
      audience: { panelId },
      plan: defaultPlan,
    });
  }),
);

test(
  'each wave of a continuous campaign asks its share, of people it has not asked this year',
  withRollback(async (db) => {
    const { call, deps } = await office(db);
    const weekly = { every: 'weekly', startsOn: '2026-11-23', days: 6, percent: 40 };
    const body = { name: 'After a repair', questionnaireId, purpose: 'service', recurrence: weekly, refresh: 'year' };
    const { id } = (await call('POST /api/v1/campaigns', { body })).body as { id: string };
    const dates = { opensOn: '2026-11-23', closesOn: '2026-11-29', resultsOn: null };
    const audience = { restDays: 0 };
    const first = (await call('POST /api/v1/waves', { body: plan(id, { ...dates, audience }) })).body as { id: string };
    expect((await call(`GET /api/v1/waves/${first.id}`)).body).toMatchObject({
      samplingSentence: '40% picked at random',
    });
    expect((await call(`POST /api/v1/waves/${first.id}/launch`)).body).toEqual({ asked: 2 });
    const next = (await call(`GET /api/v1/waves/${first.id}/next`)).body as { name: string; opensOn: string };
    expect(next).toMatchObject({ name: 'After a repair, 30 November 2026', opensOn: '2026-11-30' });
    deps.clock.advance({ days: 7 });
    await db`update heartbeats set at = ${deps.clock.now()}`;
    const like = { like: first.id, name: next.name, opensOn: '2026-11-30', closesOn: '2026-12-06' };
    const second = (await call('POST /api/v1/waves', { body: like })).body as { id: string };
    expect((await call(`GET /api/v1/waves/${second.id}/check`)).body).toMatchObject({
      eligible: 1,
      out: [{ code: 'asked_before', count: 2 }],
    });
    expect((await call(`POST /api/v1/waves/${second.id}/launch`)).body).toEqual({ asked: 1 });
  }),
);

test(
  'what people were told stands once a wave is launched, and nobody lowers the approvals of their own plan',
  withRollback(async (db) => {
    const { call, other, id } = await office(db);
    const wave = ((await call('POST /api/v1/waves', { body: plan(id) })).body as { id: string }).id;
    const change = (who: typeof call, changes: object) =>
      who(`PUT /api/v1/campaigns/${id}`, { body: { ...settings, ...changes } });
    expect((await change(call, { quorum: 0 })).body).toMatchObject({ code: 'own_plan' });
    expect((await change(call, { anonymous: true })).status).toBe(200);
    expect((await change(call, { anonymous: false })).status).toBe(200);
    await other(`POST /api/v1/waves/${wave}/approve`);
    expect((await call(`POST /api/v1/waves/${wave}/launch`)).status).toBe(200);
    expect((await change(call, { purpose: 'service', anonymous: true })).body).toMatchObject({
      code: 'campaign_launched',
      detail: 'People have been asked already, so its purpose and whether it is anonymous can no longer change.',
    });
    expect((await change(other, { quorum: 0, name: 'The panel' })).status).toBe(200);
    const [line] =
      await db`select action, detail from audit_log where action = 'campaign.change' order by id desc limit 1`;
    expect(line).toMatchObject({ detail: { changed: ['name', 'quorum'] } });
  }),
);

test.each([
  ['a rhythm there is none of', { recurrence: { ...quarterly, every: 'hourly' } }],
  ['no days in the field', { recurrence: { ...quarterly, days: 0 } }],
  ['a day that is none', { recurrence: { ...quarterly, startsOn: '2026-02-30' } }],
  ['no name', { name: ' ' }],
])('a campaign with %s is refused', (_, changes) =>
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const { body } = await call(`PUT /api/v1/campaigns/${id}`, { body: { ...settings, ...changes } });
    expect(body).toMatchObject({ code: 'bad_input' });
  })(),
);

test(
  'nobody is picked by ethnicity, and the refusal says what to try',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const audience = { where: [{ field: 'ethnicity', codes: ['asian'] }] };
    const made = (await call('POST /api/v1/waves', { body: plan(id) })).body as { id: string };
    const { body, status } = await call(`PUT /api/v1/waves/${made.id}`, { body: plan(id, { audience }) });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('Try area, tenure, home type or age.');
  }),
);

test(
  'a plan says how many are needed, when each step goes, what the groups are, and opens into people',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    const sampling = { method: 'stratified', size: 2, by: ['tenure'], numbers: null };
    const audience = { tenures: ['general_needs'], where: [{ field: 'age', from: 40 }] };
    const made = await call('POST /api/v1/waves', { body: plan(id, { sampling, audience }) });
    const wave = (made.body as { id: string }).id;
    expect((await call(`GET /api/v1/waves/${wave}`)).body).toMatchObject({
      audienceSentence:
        "All residents with tenure General needs and age 40 or more, not asked in the last 14 days, not asked about a service in the last 30 days, at most 2 times in 91 days and not while the regulator's survey asks their home.",
      samplingSentence: 'By tenure: 2 people shared out in proportion, each group picked at random',
    });
    expect((await call(`GET /api/v1/waves/${wave}/check`)).body).toMatchObject({
      asked: 2,
      strata: [{ name: 'general needs', eligible: 2, asked: 2 }],
      rate: 0.3,
      rateFrom: null,
      needed: expect.arrayContaining([{ points: 4, answers: 2, ask: null, rate: 1 }]),
      steps: [
        { meantFor: '2026-12-01', on: '2026-12-01', at: '10:00', moved: null },
        { meantFor: '2026-12-06', on: '2026-12-07', moved: '6 December is a Sunday, so 7 December 09:00.' },
        { meantFor: '2026-12-11', on: '2026-12-11', at: '12:00', moved: null },
        { meantFor: '2026-12-15', on: '2026-12-15', at: null, moved: null },
      ],
    });
    const people = (reason: string) => call(`GET /api/v1/waves/${wave}/check/people?limit=1${reason}`);
    expect((await people('')).body).toMatchObject({ items: [{ name: 'Mrs Nadia Khan1' }], next: expect.any(String) });
    expect((await people('&reason=outside_tenures')).body).toMatchObject({
      items: [{ name: 'Mrs Nadia Khan3' }],
      next: null,
    });
    expect((await call('GET /api/v1/audience/choices')).body).toMatchObject({
      items: expect.arrayContaining([
        { field: 'language', code: 'en', label: null, count: 3 },
        { field: 'group', code: panelId, label: "People's Panel", count: 2 },
      ]),
    });
  }),
);
