import { connect } from '../../db/connect.ts';
import { dueMany, inviteMany, makeMany } from '../support/many.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { startProcesses, untilSent } from './bare/processes.ts';
import { sendingAt } from './bare/sending.ts';
import { startSinks } from './bare/start-sinks.ts';

/** What a process that sends may hold, in MB. */
const limit = 250;

/** The most memory that one process holds while 100,000 texts and mails go out. */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const people = small ? 100 : Number(process.env.PEOPLE ?? 100_000);
  const sinks = await startSinks();
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl, { max: 2 });
  await makeMany(db, people);
  await inviteMany(db, people, sendingAt);
  await dueMany(db, { from: 1, to: people, channel: 'both', now: sendingAt });
  const processes = await startProcesses(1, postgres.baseUrl, sinks);
  const seconds = await untilSent(db);
  const ours = await processes.end();
  console.error(`${people} messages in ${seconds.toFixed(1)} s`);
  await sinks.stop();
  await db.end();
  await postgres.stop();
  return {
    name: 'dispatch-memory',
    ratio: Number((ours / limit).toFixed(3)),
    ours,
    limit,
    unit: 'MB',
    n: people,
    rss_mb: ours,
  };
};

export default bench;
