import { expect, test } from 'vitest';
import { inspectionOf } from '../../server/actions/questionnaire/inspection.ts';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { counted } from '../support/statements.ts';
import { makeWorld, residentId } from '../work/world.ts';

const survey = { title: 'Lift', elements: [{ type: 'boolean', name: 'clean', title: 'Is the lift clean?' }] };

test(
  'just after midnight of a British summer it is the new day: for the last day of a survey and for a birthday',
  withRollback(async (db) => {
    const deps = testDeps({ db, clock: testClock('2026-06-30T23:10:00Z') });
    const call = caller(as(deps, staff('officer')));
    await makeWorld(db, [{}]);
    await db`update residents set date_of_birth = '1956-07-01' where id = ${residentId(1)}`;
    expect((await call(`GET /api/v1/residents/${residentId(1)}`)).body).toMatchObject({ age: 70 });
    const made = await call('POST /api/v1/questionnaires', { body: { name: 'Lift', from: { surveyjs: survey } } });
    const preview = `GET /api/v1/questionnaires/${(made.body as { id: string }).id}/preview?as=web&language=en`;
    const page = async () => (await call(preview)).text;
    const newDay = await page();
    expect(newDay).toContain('You can answer until 29 July');
    deps.clock.set('2026-07-01T12:00:00Z');
    expect(await page()).toBe(newDay);
    deps.clock.set('2026-06-30T22:50:00Z');
    expect(await page()).toContain('You can answer until 28 July');
    expect((await call(`GET /api/v1/residents/${residentId(1)}`)).body).toMatchObject({ age: 69 });
  }),
);

test(
  'looking at a draft asks for what lies around it in one statement, with and without a landlord',
  withRollback(async (db) => {
    const compilation = compile(survey);
    const look = async () => {
      const counting = counted(db);
      const findings = await inspectionOf(counting.db, testDeps({ db }), { compilation, instrument: null });
      return [counting.statements(), findings.map(({ code }) => code)];
    };
    expect(await look()).toEqual([1, []]);
    await makeWorld(db, []);
    expect(await look()).toEqual([1, []]);
  }),
);
