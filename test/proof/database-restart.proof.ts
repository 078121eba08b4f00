import { isDatabaseAway } from '../../server/problem.ts';
import type { ProofResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { clearUp } from './support/clear-up.ts';
import { compare } from './support/compare.ts';
import { type Field, startField } from './support/field.ts';
import { workers } from './support/workers.ts';

/** Postgres loses one of its processes by kill -9: it throws everybody out, recovers from its log, and refuses them until it has. */
async function crash({ db }: Field): Promise<void> {
  const [row] = await db<{ pid: number }[]>`select pg_backend_pid() as pid`;
  if (row) process.kill(row.pid, 'SIGKILL');
}

/** Four a second: five minutes. */
const mostLooks = 1200;

/** Whether anything is due now; while the database is away nobody knows, and there may be. */
async function anyDue({ db, now }: Field): Promise<boolean> {
  try {
    return (await db`select from deliveries where status = 'due' and due_at <= ${now()} limit 1`).length > 0;
  } catch (error) {
    if (isDatabaseAway(error)) return true;
    throw error;
  }
}

/** The database restarts in the middle of batches while a process sends: the process lives on, nothing is lost and nothing sent twice. */
const proof: Runnable<ProofResult> = async ({ small }) => {
  const [people, crashes] = small ? [200, 2] : [2000, 8];
  const postgres = await startTestPostgres({ durable: true });
  let taken = 0;
  let crashed = 0;
  const onTaken = () => {
    taken += 1;
    if (taken < ((crashed + 1) * people) / (crashes + 1) || crashed >= crashes) return;
    crashed += 1;
    crash(field).catch(() => {});
  };
  const field: Field = await startField(postgres, { people, onTaken });
  try {
    const group = workers(1, field.settings);
    for (let looks = 0; looks < mostLooks && (crashed < crashes || (await anyDue(field))); looks++) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const died = group.ended();
    await group.end();
    await clearUp(field);
    const { unknownOf, ok, ...result } = await compare(field);
    console.error(`${crashed} restarts, ${died} ended of 1 process, unknown ${JSON.stringify(unknownOf)}`);
    return {
      name: 'database-restart',
      ok: ok && died === 0 && crashed === crashes && (unknownOf.sms ?? 0) === 0,
      ...result,
    };
  } finally {
    await field.close();
    await postgres.stop();
  }
};

export default proof;
