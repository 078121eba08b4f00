import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { printLetters } from '../../server/work/print.ts';
import { tick } from '../../server/work/tick.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { work } from '../work/field.ts';
import { byPost, fakePrinter } from '../work/printing.ts';
import {
  makeWave,
  makeWorld,
  officer,
  type PersonChanges,
  seePrinter,
  type WaveChanges,
  waveId,
} from '../work/world.ts';

type Steps = NonNullable<WaveChanges['plan']>['steps'];

const mailThenPost: Steps = [
  { day: 0, channels: ['email'], kind: 'invitation' },
  { day: 8, channels: ['post'], kind: 'reminder', postage: 'second' },
];

/** A wave in the field whose first step is due, its mails by practice or by a provider that has no price. */
async function launched(db: Db, people: readonly PersonChanges[], steps: Steps, provider = 'sandbox') {
  const { printer } = fakePrinter();
  const practice = testDeps({ db });
  const email = { ...practice.channels.email, provider };
  const deps = { ...practice, channels: { ...practice.channels, email, print: printer } };
  await makeWorld(db, people);
  await makeWave(db, { plan: { steps } });
  await seePrinter(db, deps.clock.now());
  await launchWave(deps, officer, waveId);
  await tick(deps);
  const call = caller(as(deps, officer));
  const cost = async () => (await call(`GET /api/v1/waves/${waveId}/cost`)).body as { toCome: number | null };
  const asks = async (cell: string) => (await call(`GET /api/v1/waves/${waveId}/asks?cell=${cell}&want=10`)).body;
  const listed = async () => (await call('GET /api/v1/waves')).body as { items: { cost: number }[] };
  return { deps, cost, asks, listed };
}

/** Makes the paper form so long that large print needs more sheets. */
const manyQuestions = (db: Db, count: number) => db`
  update versions set compiled = jsonb_set(compiled, '{questions}', many.questions)
  from (select v.id, jsonb_agg(v.compiled -> 'questions' -> 0) as questions from versions v, generate_series(1, ${count}::int) group by 1) many
  where many.id = versions.id`;

const setPrice = (db: Db, from: string, perThousand: number) => db`
  insert into email_prices (provider, from_date, per_thousand, by, at) values ('sendgrid', ${from}, ${perThousand}, 'Amina', now())`;

test(
  'what may come is the price of each step that is left, to whoever has not answered',
  withRollback(async (db) => {
    const { deps, cost } = await launched(db, [{}, {}, { phone: null }], mailThenPost);
    await work(deps);
    expect(await cost()).toMatchObject({ spent: 0, toCome: 3 * 140 });
    await db`update invitations set disposition = 'complete' where id = (select min(id::text)::uuid from invitations)`;
    expect((await cost()).toCome).toBe(2 * 140);
    await db`update waves set status = 'closed'`;
    expect((await cost()).toCome).toBe(0);
  }),
);

test(
  'what may come has what is due and has not gone, what waits until a letter is posted, and no sum where a step has no price',
  withRollback(async (db) => {
    const twice: Steps = [
      { day: 0, channels: ['post'], kind: 'invitation', postage: 'first' },
      { day: 8, channels: ['email'], kind: 'reminder' },
    ];
    const { deps, cost } = await launched(db, [{}], twice, 'sendgrid');
    expect((await cost()).toCome).toBeNull();
    await setPrice(db, '2026-11-01', 50_000);
    expect(await cost()).toMatchObject({ spent: 0, toCome: 176 + 50 });
    await printLetters(deps, 10);
    expect(await cost()).toMatchObject({ spent: 176, toCome: 50 });
  }),
);

test(
  'a letter that has gone is charged by its own print',
  withRollback(async (db) => {
    const post: Steps = [{ day: 0, channels: ['post'], kind: 'invitation', postage: 'second' }];
    const { deps, cost, listed } = await launched(db, [byPost, { ...byPost, format: 'large' }], post);
    await printLetters(deps, 10);
    await manyQuestions(db, 20);
    // Twenty questions: two sheets of them at the usual size, four in large print.
    const spent = 16 + 3 * 12 + 100 + (16 + 5 * 12 + 100);
    expect(await cost()).toMatchObject({ spent });
    expect((await listed()).items.map((wave) => wave.cost)).toEqual([spent]);
  }),
);

test(
  'asking more of a group costs what its own print costs',
  withRollback(async (db) => {
    const { deps, asks } = await launched(db, [{ format: 'large' }], mailThenPost);
    await work(deps);
    await manyQuestions(db, 20);
    deps.clock.set('2026-11-26T10:00:00Z');
    expect(await asks('area:Elm')).toMatchObject({
      options: [{ how: 'next_step', asked: 1, pence: 16 + 5 * 12 + 100, priced: true }, {}],
    });
  }),
);

test(
  'asking more of a group by email says where it has no price',
  withRollback(async (db) => {
    const mails: Steps = [
      { day: 0, channels: ['email'], kind: 'invitation' },
      { day: 8, channels: ['email'], kind: 'reminder' },
    ];
    const { deps, asks } = await launched(db, [{ phone: null }], mails, 'sendgrid');
    await work(deps);
    deps.clock.set('2026-11-26T10:00:00Z');
    expect(await asks('area:Elm')).toMatchObject({ options: [{ asked: 1, pence: 0, priced: false }, {}] });
    await setPrice(db, '2026-11-01', 50_000);
    expect(await asks('area:Elm')).toMatchObject({ options: [{ asked: 1, pence: 50, priced: true }, {}] });
  }),
);

test(
  "a mail takes the price of the day it went where the wave is, not of the server's day",
  withRollback(async (db) => {
    const { deps, cost } = await launched(db, [{ phone: null }], mailThenPost, 'sendgrid');
    await work(deps);
    await setPrice(db, '2026-09-01', 10_000);
    await setPrice(db, '2026-10-01', 20_000);
    await db`update deliveries set accepted_at = '2026-09-30T23:30:00Z', sent_at = null, cost = null`;
    expect(await cost()).toMatchObject({ spent: 20, lines: [{ channel: 'email', notPriced: 0 }] });
  }),
);
