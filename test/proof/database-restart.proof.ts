import { isDatabaseAway } from '../../server/problem.ts';
import type { ProofResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { clearUp, workOff } from './support/clear-up.ts';
import { compare } from './support/compare.ts';
import { type Field, startField } from './support/field.ts';

/** Postgres loses one of its processes by kill -9: it throws everybody out, recovers from its log, and refuses them until it has. */
async function crash({ db }: Field): Promise<void> {
  const [row] = await db<{ pid: number }[]>`select pg_backend_pid() as pid`;
  if (row) process.kill(row.pid, 'SIGKILL');
}

/** The database restarts in the middle of batches while a process sends: nothing is lost and nothing sent twice. */
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
    for (let tries = 0; tries < crashes * 20; tries++) {
      try {
        await workOff(field);
        break;
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
    await clearUp(field);
    const { unknownOf, ok, ...result } = await compare(field);
    console.error(`${crashed} restarts, unknown ${JSON.stringify(unknownOf)}`);
    return { name: 'database-restart', ok: ok && crashed === crashes && (unknownOf.sms ?? 0) === 0, ...result };
  } finally {
    await field.close();
    await postgres.stop();
  }
};

export default proof;
