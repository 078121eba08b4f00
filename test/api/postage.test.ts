import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { printLetters } from '../../server/work/print.ts';
import { tick } from '../../server/work/tick.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { batches, byPost, fakePrinter } from '../work/printing.ts';
import { makeWave, makeWorld, officer, seePrinter, waveId } from '../work/world.ts';

const letters = [
  { day: 0, channels: ['post'], kind: 'invitation', postage: 'first' },
  { day: 8, channels: ['post'], kind: 'reminder' },
] as const;

/** A wave by letter to two people, planned through the door. */
async function planned(db: Db, steps: readonly object[] = letters) {
  const { printer } = fakePrinter();
  const deps = testDeps({ db });
  const all = { ...deps, channels: { ...deps.channels, print: printer } };
  await makeWorld(db, [byPost, byPost]);
  await makeWave(db);
  await seePrinter(db, deps.clock.now());
  const call = caller(as(all, officer));
  const wave = (await call(`GET /api/v1/waves/${waveId}`)).body as Record<string, unknown>;
  const { name, campaignId, questionnaireId, audience, sampleSize, opensOn, closesOn } = wave;
  const body = { name, campaignId, questionnaireId, audience, sampleSize, opensOn, closesOn, plan: { steps } };
  return {
    deps: all,
    call,
    put: (changes = {}) => call(`PUT /api/v1/waves/${waveId}`, { body: { ...body, ...changes } }),
  };
}

const costOf = (body: unknown) =>
  (body as { cost: { channel: string; pence: number }[] }).cost.find(({ channel }) => channel === 'post')?.pence;

test(
  'the class of a step is in its sentence, its cost and the days its letters arrive',
  withRollback(async (db) => {
    const at = await planned(db);
    expect((await at.put()).status).toBe(200);
    const { body: wave } = await at.call(`GET /api/v1/waves/${waveId}`);
    expect((wave as { planSentences: string[] }).planSentences).toEqual([
      'Day 0: invitation by first class letter.',
      'Day 8: reminder by second class letter, only to those who have not answered.',
    ]);
    const { body } = await at.call(`GET /api/v1/waves/${waveId}/check`);
    expect(body).toMatchObject({
      steps: [
        { meantFor: '2026-11-23', arrives: { from: '2026-11-24', to: '2026-11-25' } },
        { meantFor: '2026-12-01', arrives: { from: '2026-12-04', to: '2026-12-07' } },
      ],
    });
    // A day before the wave closes: second class comes too late, and so it is said; first class does not.
    await at.put({ closesOn: '2026-12-03' });
    const late = async () => JSON.stringify((await at.call(`GET /api/v1/waves/${waveId}/check`)).body);
    expect(await late()).toContain('The letters of step 2 may arrive when the wave has closed, on 3 December.');
    await at.put({ closesOn: '2026-12-03', plan: { steps: [letters[0], { ...letters[1], postage: 'first' }] } });
    expect(await late()).not.toContain('may arrive when the wave has closed');
    // Two people, two sheets: £1.76 each, then £1.40 for the 85 in 100 that are still asked.
    expect(costOf(body)).toBe(Math.round(2 * 176 + 2 * 140 * 0.85));
  }),
);

test(
  'a class that is none is refused, and a plan without one goes second class',
  withRollback(async (db) => {
    const at = await planned(db, [{ ...letters[0], postage: 'third' }]);
    expect((await at.put()).status).toBe(400);
    const { body } = await at.call(`GET /api/v1/waves/${waveId}`);
    expect(body).toMatchObject({ plan: { steps: [{ postage: 'second' }, { postage: 'second' }] } });
  }),
);

test(
  'letters of each class make their own files, which say it, and the wave is charged by it',
  withRollback(async (db) => {
    const at = await planned(db);
    await at.put();
    expect((await at.call(`POST /api/v1/waves/${waveId}/launch`)).body).toEqual({ asked: 2 });
    await tick(at.deps);
    await printLetters(at.deps, 10);
    const seen = await at.call('GET /api/v1/batches');
    expect(seen.body).toMatchObject({
      items: [{ postage: 'first', state: 'ready', arrives: { from: '2026-11-24', to: '2026-11-25' } }],
    });
    const [made] = await batches(db);
    expect(String(made?.manifest).split('\r\n').slice(0, 2)).toEqual([
      'file,sequence,delivery,pages,sheets,language,format,postcode,enclose,postage,size',
      expect.stringMatching(/,OX1 1AA,,1st class,letter$/),
    ]);
    const cost = async () => (await at.call(`GET /api/v1/waves/${waveId}/cost`)).body;
    expect(await cost()).toMatchObject({ spent: 2 * 176, lines: [{ channel: 'post', messages: 2 }] });
    const posted = await at.call(`POST /api/v1/batches/${made?.id}/posted`, { body: { postedOn: '2026-11-23' } });
    expect(posted.status).toBe(200);
    at.deps.clock.set('2026-12-01T10:00:00Z');
    await tick(at.deps);
    await printLetters(at.deps, 10);
    expect((await batches(db)).map(({ postage, step }) => [step, postage])).toEqual([
      [0, 'first'],
      [1, 'second'],
    ]);
    expect(await cost()).toMatchObject({ spent: 2 * 176 + 2 * 140 });
    expect((await at.call('GET /api/v1/batches')).body).toMatchObject({
      items: [{ postage: 'second' }, { state: 'posted', arrives: { from: '2026-11-24', to: '2026-11-25' } }],
    });
  }),
);
