import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { putSurvey } from '../support/survey.ts';
import { makeWave, makeWorld, officer, residentId, seePrinter, waveId } from './world.ts';

test(
  'launch freezes what people say of themselves; what they say later does not reach the frame',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    await makeWorld(db, [{}, {}]);
    await makeWave(db);
    await seePrinter(db, deps.clock.now());
    const said = { field: 'ethnicity', source: 'survey', asAt: '2026-01-01' };
    await insertRows(db, 'profiles', [{ ...said, residentId: residentId(1), code: 'asian_pakistani' }]);
    await launchWave(deps, officer, waveId);
    await db`update profiles set code = 'prefer_not_to_say'`;
    await insertRows(db, 'profiles', [{ ...said, residentId: residentId(2), code: 'white_irish' }]);
    expect(
      await db`select f.resident_id, p.field, p.code from frame_profiles p join frame_members f on f.id = p.frame_member_id`,
    ).toEqual([{ residentId: residentId(1), field: 'ethnicity', code: 'asian_pakistani' }]);
  }),
);

test.each([
  ['from before it opened', '2026-11-01', ['16 to 29', '30 and over']],
  ['from after it opened', '2026-11-20', ['16 to 34', '35 to 64', '65 and over']],
])('a wave uses own bands %s, or those it had, for good', (_name, fromDate, groups) =>
  withRollback(async (db) => {
    const { waveId: wave } = await putSurvey(db, { opensOn: '2026-11-16' });
    await db`update frame_members set age = 20`;
    const content = [
      { label: '', from: 16, to: 29 },
      { label: '', from: 30, to: null },
    ];
    const at = new Date('2026-11-01');
    await insertRows(db, 'bands', [
      { id: crypto.randomUUID(), field: 'age', fromDate, content, createdAt: at, createdBy: 'Test' },
    ]);
    const call = caller(as(testDeps({ db }), staff('officer')));
    const { body } = await call(`GET /api/v1/waves/${wave}/fieldwork`);
    const { board } = body as { board: { field: string; group: string }[] };
    expect(board.filter(({ field }) => field === 'Age').map(({ group }) => group)).toEqual(groups);
  })(),
);
