import { seededRandom } from '../support/deps.ts';
import type { ProofResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { clearUp, clearUpMinutes } from './support/clear-up.ts';
import { compare } from './support/compare.ts';
import { type Field, startField } from './support/field.ts';
import { workers } from './support/workers.ts';

const processes = 2;
/** All processes end and the clocks go on after so many kills, so that what was forsaken is cleared up while more goes out. */
const clearUpEvery = 10;
/** Nothing is taken for so long: the point lies past what is left, and the end comes now. */
const idleMs = 4_000;

/** Waits until something is so; gives up after a while, for a point that never comes. */
async function until(so: () => Promise<boolean> | boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    if (await so()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

const stillAsked = (db: Field['db']) => db`
  select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'`;

/** Mails in the unknown window when every process has ended: their words were written down, so they may have gone, and nobody said what became of them. */
async function inWindow({ db }: Field): Promise<string[]> {
  // What an ended process had asked of the database is still done.
  await until(async () => (await db`${stillAsked(db)}`).length === 0, 10_000);
  const rows = await db<{ id: string }[]>`
    select id from deliveries where status = 'claimed' and channel = 'email' and words is not null`;
  return rows.map(({ id }) => id);
}

/** Texts that stand as unknown though they were not sent once more and lost again: those a person would be asked about too soon. */
async function unsought({ db }: Field): Promise<number> {
  const rows = await db`
    select from deliveries where status = 'unknown' and channel = 'sms' and not (attempt > 1 and fail_code = 'looked_for')`;
  return rows.length;
}

/** Kills at points that a seed chose: at once when a message is taken and before that is said, or a moment later, wherever the processes are. Gives the mails that it left in the window. */
async function killAt(
  field: Field,
  taken: Taken,
  kills: number,
  people: number,
  random: () => number,
): Promise<Set<string>> {
  const left = new Set<string>();
  const group = workers(processes, field.settings);
  for (let kill = 1; kill <= kills; kill++) {
    const gap = 1 + Math.floor(random() * 1.6 * (people / kills));
    const between = random() < 0.5;
    const victim = Math.floor(random() * processes);
    const later = random() * 40;
    const done = new Promise<void>((resolve) => {
      taken.at = taken.count + gap;
      taken.reached = () => {
        if (between) group.killAll();
        else setTimeout(() => group.kill(victim), later);
        setTimeout(resolve, between ? 0 : later + 1);
      };
    });
    const idle = new AbortController();
    await Promise.race([done, until(() => idle.signal.aborted, idleMs)]);
    idle.abort();
    taken.reached = () => {};
    if (kill % clearUpEvery === 0) {
      await group.end();
      for (const id of await inWindow(field)) left.add(id);
      field.advance(clearUpMinutes);
    }
    for (let place = 0; place < processes; place++)
      if (between || place === victim || kill % clearUpEvery === 0) group.begin(place);
  }
  const { db } = field;
  // What is due later waits for the clock to go on.
  await until(
    async () =>
      (await db`select from deliveries where status = 'due' and due_at <= ${field.now()} limit 1`).length === 0,
    120_000,
  );
  await group.end();
  for (const id of await inWindow(field)) left.add(id);
  return left;
}

interface Taken {
  count: number;
  at: number;
  reached(): void;
}

/** Two processes send texts and mails through real sockets and are ended without warning, again and again. */
const proof: Runnable<ProofResult> = async ({ small }) => {
  const [people, kills] = small ? [500, 5] : [Number(process.env.PEOPLE ?? 5000), Number(process.env.KILLS ?? 50)];
  const seed = Number(process.env.SEED ?? 20261123);
  console.error(`seed ${seed}: ${kills} kills while ${people} messages go out`);
  const taken: Taken = { count: 0, at: Number.POSITIVE_INFINITY, reached() {} };
  const postgres = await startTestPostgres({ durable: true });
  const onTaken = () => {
    taken.count += 1;
    if (taken.count === taken.at) taken.reached();
  };
  const field = await startField(postgres, { people, onTaken });
  try {
    const left = await killAt(field, taken, kills, people, seededRandom(seed));
    await clearUp(field);
    const { unknownOf, ok, ...result } = await compare(field);
    console.error(`unknown: ${JSON.stringify(unknownOf)}, mails that were in the window: ${left.size}`);
    const shown = (await unsought(field)) === 0 && (unknownOf.email ?? 0) === left.size;
    return { name: 'dispatch', ok: ok && shown, ...result };
  } finally {
    await field.close();
    await postgres.stop();
  }
};

export default proof;
