import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { codeLimits } from '../../server/actions/code/attempts.ts';
import { newCode } from '../../surveys/fieldwork/code.ts';
import { as, caller } from '../support/api.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { seededRandom, staff, testClock, testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';

async function setUp(db: Db) {
  const { people } = await putSurvey(db);
  const deps = testDeps({ db, clock: testClock('2026-11-23T09:00:00Z'), env: twilioEnv() });
  return { deps, code: people[0]!.code, path: `/s/${people[0]!.code}` };
}

const attempts = (db: Db) => db<{ tries: number }[]>`select tries from code_attempts order by tries desc`;

test(
  'addresses of one IPv6 network count as one',
  withRollback(async (db) => {
    const { deps, path } = await setUp(db);
    for (let tries = 0; tries < codeLimits.perAddress; tries++)
      await browser(deps, { from: `2001:db8:1:2::${tries.toString(16)}` }).post('/s', { code: `99${tries}` });
    expect((await browser(deps, { from: '2001:db8:1:2:ffff::9' }).get(path)).status).toBe(429);
    expect((await browser(deps, { from: '2001:db8:1:3::9' }).get(path)).status).toBe(200);
  }),
);

test('tries at one instant are all counted, and those past the limit open nothing', async () => {
  const clone = await cloneDatabase();
  try {
    const { deps, code } = await setUp(clone.db);
    const me = browser(deps);
    const pages = await Promise.all(
      Array.from({ length: 60 }, (_, at) => me.post('/s', { code: at === 59 ? code : `99${at}` })),
    );
    expect(pages.map(({ status }) => status).filter((status) => status === 404)).toHaveLength(codeLimits.perAddress);
    expect(pages.at(-1)!.status).toBe(429);
    expect((await attempts(clone.db))[0]!.tries).toBeGreaterThanOrEqual(59);
  } finally {
    await clone.drop();
  }
});

test(
  'past the limit of all together only the device that answered goes on; others are asked to ring, and staff are told',
  withRollback(async (db) => {
    const { deps, path } = await setUp(db);
    const me = browser(deps);
    await me.post(path, { question: 'stairs', answer: 'ok', action: 'save' });
    const stranger = browser(deps, { from: '192.0.2.50' });
    await stranger.post('/s', { code: '1234' });
    const home = async () => {
      const { body } = await caller(as(deps, staff('officer')))('GET /api/v1/home');
      return (body as { needs: { kind: string; sentence: string }[] }).needs.find(({ kind }) => kind === 'codes');
    };
    expect(await home()).toBeUndefined();
    await db`update code_attempts set tries = ${codeLimits.alarm - 1}`;
    await browser(deps, { from: '192.0.2.51' }).post('/s', { code: '1234' });
    expect((await home())!.sentence).toBe('Somebody is trying codes: 200 wrong ones in 15 minutes.');
    expect(deps.logged.filter(({ event }) => event === 'codes_guessed')).toMatchObject([{ count: codeLimits.alarm }]);
    await db`update code_attempts set tries = ${codeLimits.overall} where tries = ${codeLimits.alarm}`;
    const fresh = await browser(deps, { from: '192.0.2.77' }).get(path);
    expect(fresh.status).toBe(429);
    expect(fresh.text).toContain('Ring 01632 960123 and answer by phone now.');
    const forged = browser(deps, { from: '192.0.2.78' });
    forged.cookies.set('device', 'made-up');
    expect((await forged.get(path)).status).toBe(429);
    expect((await me.get(path)).status).toBe(200);
    expect((await home())!.sentence).toContain('New devices are asked to ring until it stops.');
    deps.clock.advance({ minutes: 16 });
    expect((await browser(deps, { from: '192.0.2.77' }).get(path)).status).toBe(200);
    expect(await home()).toBeUndefined();
  }),
);

test(
  'codes by text are counted too: a right one is not held against anybody, and guessing ends',
  withRollback(async (db) => {
    const { deps, code } = await setUp(db);
    const guesser = telephone(deps, '+447700900777');
    const random = seededRandom(99);
    expect(await telephone(deps, '+447700900555').text(code)).toMatch(/^Q1 of 5/);
    expect((await attempts(db)).every(({ tries }) => tries === 0)).toBe(true);
    for (let tries = 0; tries < codeLimits.perAddress; tries++) await guesser.text(newCode(random));
    expect((await attempts(db))[0]!.tries).toBe(codeLimits.perAddress);
    expect(await guesser.text(code)).toBeNull();
    expect(await telephone(deps, '+447700900556').text(code)).toMatch(/^Q1 of 5/);
  }),
);
