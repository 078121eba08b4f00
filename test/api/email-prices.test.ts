import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import type { Actor } from '../../server/actor.ts';
import { tick } from '../../server/work/tick.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { type TestDeps, testDeps } from '../support/deps.ts';
import { work } from '../work/field.ts';
import { makeWave, makeWorld, officer, seePrinter, waveId } from '../work/world.ts';

const boss: Actor = { kind: 'staff', id: 'amina', name: 'Amina', roles: ['administrator'] };

const byMail = { phone: null };

/** Two people reached by email alone and a wave for them; who may look and set; and a provider in the place of practice. */
async function planned(db: Db, provider: 'smtp' | 'sendgrid') {
  const practice = testDeps({ db });
  await makeWorld(db, [byMail, byMail]);
  await makeWave(db);
  await seePrinter(db, practice.clock.now());
  const email = { ...practice.channels.email, provider, sandbox: false };
  const deps: TestDeps = { ...practice, channels: { ...practice.channels, email } };
  return { practice, deps, look: caller(as(deps, officer)), set: caller(as(deps, boss)) };
}

/** The same, launched for practice before a provider was connected, its first step due. */
async function office(db: Db, provider: 'smtp' | 'sendgrid') {
  const { practice, ...at } = await planned(db, provider);
  await launchWave(practice, officer, waveId);
  await tick(practice);
  await db`update residents set demo = false`;
  return at;
}

const seen = async ({ look }: Awaited<ReturnType<typeof office>>) =>
  (await look('GET /api/v1/email-prices')).body as { today: object | null; set: object[] };
const cost = async ({ look }: Awaited<ReturnType<typeof office>>) =>
  (await look(`GET /api/v1/waves/${waveId}/cost`)).body as { spent: number; lines: object[] };
const priced = (from: string, perThousand: number | null) => ({ body: { from, perThousand } });

test(
  "mails by the landlord's own server cost nothing, and say so",
  withRollback(async (db) => {
    const at = await office(db, 'smtp');
    expect(await seen(at)).toEqual({ provider: 'smtp', today: { perThousand: 0, since: null }, set: [] });
    await work(at.deps);
    expect(await db`select cost from deliveries`).toEqual([{ cost: 0 }, { cost: 0 }]);
    expect(await cost(at)).toMatchObject({ spent: 0, lines: [{ channel: 'email', messages: 2, notPriced: 0 }] });
  }),
);

test(
  'a plan without a price is said to have none, before launch and after, until one is set for that day',
  withRollback(async (db) => {
    const at = await office(db, 'sendgrid');
    expect(await seen(at)).toMatchObject({ provider: 'sendgrid', today: null });
    await work(at.deps);
    expect(await cost(at)).toMatchObject({ spent: 0, lines: [{ messages: 2, notPriced: 2, spent: 0 }] });
    expect((await at.set('PUT /api/v1/email-prices', priced('2026-11-01', 50_000))).status).toBe(200);
    expect(await cost(at)).toMatchObject({ spent: 100, lines: [{ messages: 2, notPriced: 0, spent: 100 }] });
    expect(await db`select action, subject, detail from audit_log where action = 'email.price'`).toEqual([
      { action: 'email.price', subject: 'sendgrid', detail: { from: '2026-11-01', perThousand: 50_000, before: null } },
    ]);
    // They went before there was a price, so that they have none again when it is taken back.
    await at.set('PUT /api/v1/email-prices', priced('2026-11-01', null));
    expect(await cost(at)).toMatchObject({ spent: 0, lines: [{ messages: 2, notPriced: 2 }] });
  }),
);

test(
  'a mail keeps what it cost on its day, whatever is set later, and a bill beats both',
  withRollback(async (db) => {
    const at = await office(db, 'sendgrid');
    await at.set('PUT /api/v1/email-prices', priced('2026-11-01', 31.5));
    await at.set('PUT /api/v1/email-prices', priced('2027-01-01', 99));
    expect(await seen(at)).toMatchObject({
      today: { perThousand: 31.5, since: '2026-11-01' },
      set: [
        { from: '2027-01-01', perThousand: 99, by: 'Amina' },
        { from: '2026-11-01', perThousand: 31.5 },
      ],
    });
    await work(at.deps);
    await at.set('PUT /api/v1/email-prices', priced('2026-11-01', 70_000));
    expect(await db`select sum(cost)::float8 as pence from deliveries`).toEqual([{ pence: 0.063 }]);
    expect((await at.set('PUT /api/v1/email-prices', priced('2027-01-01', null))).status).toBe(200);
    expect((await at.set('PUT /api/v1/email-prices', priced('2027-01-01', null))).status).toBe(404);
    expect(await db`select detail from audit_log where action = 'email.price' order by id offset 2`).toEqual([
      { detail: { from: '2026-11-01', perThousand: 70_000, before: 31.5 } },
      { detail: { from: '2027-01-01', perThousand: null, before: 99 } },
    ]);
    await at.look(`PUT /api/v1/waves/${waveId}/bills`, { body: { channel: 'email', pence: 450 } });
    expect(await cost(at)).toMatchObject({ spent: 450, lines: [{ notPriced: 0, estimate: 0 }] });
  }),
);

test(
  'the check before launch counts mails by their price, or says that they have none',
  withRollback(async (db) => {
    const { look, set } = await planned(db, 'sendgrid');
    const line = async () =>
      ((await look(`GET /api/v1/waves/${waveId}/check`)).body as { cost: { channel: string }[] }).cost.find(
        ({ channel }) => channel === 'email',
      );
    expect(await line()).toMatchObject({ pence: 0, each: null, priced: false });
    await set('PUT /api/v1/email-prices', priced('2026-11-23', 100_000));
    // Two people and two steps; the second goes to the 85 in 100 who have not answered.
    expect(await line()).toMatchObject({ pence: 370, each: 100, priced: true });
  }),
);

test.each([
  ['less than nothing', { from: '2026-11-01', perThousand: -1 }],
  ['parts of a hundredth', { from: '2026-11-01', perThousand: 0.001 }],
  ['more than anybody asks', { from: '2026-11-01', perThousand: 100_001 }],
  ['no day', { from: 'soon', perThousand: 1 }],
  ['no price', { from: '2026-11-01' }],
])('%s is refused', (_name, body) =>
  withRollback(async (db) => {
    const at = await office(db, 'sendgrid');
    expect((await at.set('PUT /api/v1/email-prices', { body })).status).toBe(400);
    expect((await at.look('PUT /api/v1/email-prices', priced('2026-11-01', 1))).status).toBe(403);
    expect(await seen(at)).toMatchObject({ set: [] });
  })(),
);
