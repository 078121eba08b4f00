import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import type { Role } from '../../server/actor.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { putResponses } from '../support/responses.ts';
import { type FixtureOptions, putSurvey } from '../support/survey.ts';

async function office(db: Db, options: FixtureOptions, role: Role = 'officer') {
  const fixture = await putSurvey(db, options);
  const deps = testDeps({ db });
  return { fixture, call: caller(as(deps, staff(role))), deps };
}

const files = ['results', 'results.csv'];

test.each(files)('an officer sees the %s of a wave only when it is closed', (file) =>
  withRollback(async (db) => {
    const { fixture, call } = await office(db, { status: 'open' });
    const line = `GET /api/v1/waves/${fixture.waveId}/${file}`;
    expect(await call(line)).toMatchObject({
      status: 403,
      body: { detail: 'Results come when the wave closes, on 18 December. Until then analysts see them.' },
    });
    await db`update waves set status = 'closed'`;
    expect((await call(line)).status).toBe(200);
  })(),
);

test.each(files)('analysts and administrators see the %s of an open wave', (file) =>
  withRollback(async (db) => {
    const { fixture, call, deps } = await office(db, { status: 'paused' }, 'analyst');
    const line = `GET /api/v1/waves/${fixture.waveId}/${file}`;
    expect((await call(line)).status).toBe(200);
    expect((await caller(as(deps, staff('officer', 'administrator')))(line)).status).toBe(200);
    const program = (scopes: string[]) => caller(as(deps, { kind: 'key', id: 'k', name: 'Key', scopes }))(line);
    expect((await program(['results:read'])).status).toBe(403);
    expect((await program(['results:read', 'exports:read'])).status).toBe(200);
  })(),
);

test(
  'the file of responses has bands for ages and weeks for days, and no language',
  withRollback(async (db) => {
    const { fixture, deps } = await office(db, { residents: [{}, {}], status: 'closed' });
    await putResponses(db, fixture, [17, 71]);
    const line = `GET /api/v1/waves/${fixture.waveId}/responses.csv`;
    expect((await caller(as(deps, staff('officer')))(line)).status).toBe(403);
    const [heads, ...rows] = (await caller(as(deps, staff('analyst')))(line)).text
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n');
    expect(heads?.split(',').slice(0, 8)).toEqual([
      'response',
      'state',
      'mode',
      'week',
      'age',
      'tenure',
      'area',
      'stairs',
    ]);
    expect(rows.map((row) => row.split(',').slice(1, 5))).toEqual([
      ['complete', 'web', '2026-11-23', '16-34'],
      ['complete', 'web', '2026-11-23', '65+'],
    ]);
    expect(await db`select action from audit_log`).toContainEqual({ action: 'responses.export' });
  }),
);
