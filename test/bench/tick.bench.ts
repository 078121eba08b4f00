import { connect } from '../../db/connect.ts';
import { tick } from '../../server/work/tick.ts';
import { testDeps } from '../support/deps.ts';
import { inviteMany, makeMany } from '../support/many.ts';
import { pairs, speed, took } from '../support/measure.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { waveId } from '../work/world.ts';

/** People of whom all is held, so that a step of theirs can be written. */
const whole = 5000;

/**
 * The tick that comes each minute, among 1,000,000 invitations of which none is due yet, against the bare indexed query; and one in which 5,000 are due, whose step is decided
 * and written, against the same query that only finds them.
 */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const [count, ticks, people, many] = small ? [1, 5, 100, 1000] : [5, 200, whole, 1_000_000];
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl, { max: 4 });
  const deps = testDeps({ db, newId: () => crypto.randomUUID() });
  deps.clock.set('2026-11-24T10:00:00Z');
  await makeMany(db, people);
  await inviteMany(db, people, deps.clock.now());
  // The others are only rows of the index that the tick must not look at: what they hang on is left out.
  const one = await db.reserve();
  await one`set session_replication_role = replica`;
  await one`
    insert into invitations (id, wave_id, frame_member_id, code, next_step, next_at)
    select gen_random_uuid(), ${waveId}, gen_random_uuid(), (200000000000 + n)::text, 1, '2026-12-01T10:00:00Z'::timestamptz + n * interval '1 second'
    from generate_series(1, ${many}) n`;
  one.release();
  await db.unsafe('vacuum analyze invitations');
  const bare = () => db`
    select i.id from invitations i join waves w on w.id = i.wave_id where i.next_at <= ${deps.clock.now()} and w.status = 'open'
    order by i.next_at limit 5000`;
  const repeated = (work: () => Promise<unknown>) => async () => {
    const { seconds } = await took(async () => {
      for (let turn = 0; turn < ticks; turn++) await work();
    });
    return seconds;
  };
  const idle = await pairs(
    count,
    repeated(bare),
    repeated(() => tick(deps)),
  );
  const makeDue = () =>
    db`update invitations set next_at = '2026-11-24T09:00:00Z', next_step = 0 where id in (select id from recipients)`;
  const busy = await pairs(
    count,
    async () => {
      await db`delete from deliveries`;
      await makeDue();
      return (await took(bare)).seconds;
    },
    async () => {
      const { seconds } = await took(async () => {
        const { written } = await tick(deps);
        if (written !== people) throw new Error(`${written} of ${people} steps were written`);
      });
      return seconds;
    },
  );
  await db.end();
  await postgres.stop();
  return [speed('tick', 'ticks', ticks, idle), speed('tick, 5,000 due and written', 'invitations', people, busy)];
};

export default bench;
