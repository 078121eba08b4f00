import type { Pool } from '../../db/connect.ts';
import type { Deps } from '../deps.ts';
import { isDatabaseAway } from '../problem.ts';

/** How often work is looked for when nobody says there is some, and how often the tick runs. */
const every = { drain: 5000, tick: 60_000 };

/** What the loop runs: given, so that the loop knows nothing of the work. */
export interface Work {
  tick(): Promise<unknown>;
  drain(): Promise<unknown>;
}

export interface Loop {
  wake(): void;
  /** Lets what runs finish, then runs no more. */
  stop(): Promise<void>;
}

/** Runs a job now and then and when woken, never twice at once; a wake during a run makes one more run. */
function repeating(name: string, job: () => Promise<unknown>, ms: number, deps: Pick<Deps, 'log'>): Loop {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const once = async () => {
    try {
      await job();
    } catch (error) {
      if (isDatabaseAway(error)) deps.log.warn('database_away', { job: name });
      else deps.log.error('work_failed', error, { job: name });
    }
  };
  const run = async () => {
    do {
      again = false;
      await once();
    } while (again && !stopped);
    running = null;
  };
  const wake = () => {
    if (stopped) return;
    if (running) again = true;
    else running = run();
  };
  const timer = setInterval(wake, ms);
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Other processes are told at most so often: a launch wakes many times. */
const tellEveryMs = 200;

/** Tells every process that listens that there may be work: soon, and once for many calls. A lost word costs them five seconds. */
export function teller(pool: Pool, from: string) {
  let due: NodeJS.Timeout | null = null;
  const send = () => {
    due = null;
    pool.notify('work', from).catch(() => {});
  };
  return {
    tell() {
      due ??= setTimeout(send, tellEveryMs);
    },
    stop() {
      if (due !== null) clearTimeout(due);
    },
  };
}

/**
 * Starts the work of a Node process: the tick each minute and when woken; the drain after it, and every five seconds. A wake tells the other processes by
 * `notify work`, and theirs wakes us.
 */
export async function startLoop(pool: Pool, work: Work, deps: Pick<Deps, 'log' | 'newId'>): Promise<Loop> {
  const drain = repeating('drain', work.drain, every.drain, deps);
  const tick = repeating(
    'tick',
    async () => {
      await work.tick();
      drain.wake();
    },
    every.tick,
    deps,
  );
  const me = deps.newId();
  const others = teller(pool, me);
  const listening = await pool.listen('work', (from) => {
    if (from !== me) tick.wake();
  });
  return {
    wake() {
      tick.wake();
      others.tell();
    },
    async stop() {
      others.stop();
      await Promise.all([tick.stop(), drain.stop()]);
      await listening.unlisten().catch(() => {});
    },
  };
}
