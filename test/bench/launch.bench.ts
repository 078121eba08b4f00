import { connect } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { testDeps } from '../support/deps.ts';
import { makeMany } from '../support/many.ts';
import { pairs, speed, took } from '../support/measure.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { officer, seePrinter, waveId } from '../work/world.ts';

const copies = ['frame_members', 'recipients', 'invitations', 'spent_codes'] as const;

/** A wave of 100,000 residents launched: checked, frozen, drawn, coded; against one statement that inserts the same rows into tables with the same indexes. */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const [count, people] = small ? [0, 500] : [5, Number(process.env.PEOPLE ?? 100_000)];
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl, { max: 4 });
  const deps = testDeps({ db, newId: () => crypto.randomUUID() });
  await makeMany(db, people);
  await db`update residents set demo = true`;
  await seePrinter(db, deps.clock.now());
  for (const table of copies) await db`create table ${db(`bare_${table}`)} (like ${db(table)} including all)`;
  const clear = async () => {
    await db`truncate bare_frame_members, bare_recipients, bare_invitations, bare_spent_codes`;
    await db`truncate deliveries, invitations, frame_profiles, recipients, frame_members, spent_codes cascade`;
    await db`update waves set status = 'draft', version_id = null, mailing_id = null, seed = null`;
  };
  const launch = async () => {
    await clear();
    const { seconds } = await took(async () => {
      const { asked } = await launchWave(deps, officer, waveId);
      if (asked !== people) throw new Error(`${asked} of ${people} were asked`);
    });
    return seconds;
  };
  // The rows to copy are those of the launch just before.
  const insert = async () => {
    const { seconds } = await took(
      () => db`
        with f as (insert into bare_frame_members select * from frame_members), r as (insert into bare_recipients select * from recipients),
          s as (insert into bare_spent_codes select * from spent_codes)
        insert into bare_invitations select * from invitations`,
    );
    return seconds;
  };
  const measured = await pairs(count, launch, insert);
  await db.end();
  await postgres.stop();
  return speed(
    'launch',
    'residents',
    people,
    measured.map(({ limit, ours }) => ({ limit: ours, ours: limit })),
  );
};

export default bench;
