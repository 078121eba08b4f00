import { addressKeys } from '../../db/address-hash.ts';
import { claimDue } from '../../db/commands/claim.ts';
import { connect } from '../../db/connect.ts';
import { dueMany, inviteMany, makeMany } from '../support/many.ts';
import { pairs, speed, took } from '../support/measure.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';

const now = new Date('2026-11-23T10:00:00Z');
const atOnce = 100;

/** Batches of a hundred claimed of all that is due: judged and with all that their words depend on, against the bare statement on the same rows. */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const [count, claims, people] = small ? [1, 2, 1000] : [7, 10, 20_000];
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl, { max: 1 });
  await makeMany(db, people);
  await inviteMany(db, people, now);
  await dueMany(db, { from: 1, to: people, channel: 'email', now: new Date(now.getTime() - 60_000) });
  await db`create table bare_deliveries (like deliveries including all)`;
  await db`insert into bare_deliveries select * from deliveries`;
  await db.unsafe('vacuum analyze');
  const keys = await addressKeys('bench-'.repeat(8));
  const claim = { channel: 'email', provider: 'smtp', sandbox: false, bulk: true, limit: atOnce, keys } as const;
  const times = (work: (turn: number) => Promise<{ length: number }>) => async (pair: number) => {
    const { seconds } = await took(async () => {
      for (let turn = 0; turn < claims; turn++)
        if ((await work(pair * claims + turn)).length !== atOnce) throw new Error('too few were claimed');
    });
    return seconds;
  };
  const measured = await pairs(
    count,
    times(
      () => db`
        with picked as (
          select id from bare_deliveries where status = 'due' and channel = 'email' and due_at <= ${now}
          order by due_at limit ${atOnce} for update skip locked)
        update bare_deliveries d set status = 'claimed', claimed_at = ${now} from picked where d.id = picked.id returning d.*`,
    ),
    times(() => claimDue(db, { ...claim, now })),
  );
  await db.end();
  await postgres.stop();
  return speed('claim', 'deliveries', claims * atOnce, measured);
};

export default bench;
