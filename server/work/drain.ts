import { forgetUnconfirmed } from '../../db/commands/join-requests.ts';
import { beat } from '../../db/commands/settle.ts';
import { nextTurn } from '../../db/commands/turns.ts';
import type { Deps } from '../deps.ts';
import { isDatabaseAway } from '../problem.ts';
import { dispatch } from './dispatch.ts';
import { endUnheard } from './end.ts';
import { workOnImports } from './import.ts';
import { keepTidy } from './keep-tidy.ts';
import { planAhead } from './plan-ahead.ts';
import { printLetters } from './print.ts';
import { reconcile } from './reconcile.ts';
import { sweepInbound } from './sweep-inbound.ts';

export interface DrainOptions {
  /** Messages of one batch: a Worker takes fewer. */
  limit: number;
  /** No new round begins after this. */
  until: Date;
  /** Waits for the next turn of a provider's rate; where left out, what has no turn yet is left to the next drain. */
  pause?(ms: number): Promise<void>;
}

/** One kind of work over rows that hold its state. Idempotent; any number of processes may run it at once. Gives how much it found to do. */
type Job = (deps: Deps, limit: number) => Promise<number>;

/** Files of letters made in one round, so that texts do not wait for a thousand letters. */
const filesARound = 2;

/** All the work there is without a request, but the tick. */
export const jobs: Readonly<Record<string, Job>> = {
  reconcile: (deps) => reconcile(deps),
  end_unheard: (deps) => endUnheard(deps),
  sweep_inbound: (deps) => sweepInbound(deps),
  dispatch_sms: (deps, limit) => dispatch(deps, 'sms', limit),
  dispatch_email: (deps, limit) => dispatch(deps, 'email', limit),
  forget_join_requests: (deps, limit) => forgetUnconfirmed(deps.db, deps.clock.now(), limit),
  print: (deps) => printLetters(deps, filesARound),
  import: (deps) => workOnImports(deps),
  plan_ahead: (deps) => planAhead(deps),
  keep_tidy: (deps) => keepTidy(deps),
};

/** Works off what waits, round after round, until there is nothing left or the time is up. A job that fails does not hold up the others. Gives how much was done. */
export async function drain(deps: Deps, options: DrainOptions): Promise<number> {
  await beat(deps.db, 'dispatch', deps.clock.now());
  let done = await workOff(deps, options, Object.entries(jobs));
  while (await turnCame(deps, options)) done += await workOff(deps, options, senders);
  return done;
}

const senders = Object.entries(jobs).filter(([name]) => name.startsWith('dispatch_'));
/** A turn further off than this is left to the next drain. */
const longestPauseMs = 2000;

/** Waits for the next turn of what only waits for its turn. False when there is none soon. */
async function turnCame({ db, clock }: Deps, { until, pause }: DrainOptions): Promise<boolean> {
  if (pause === undefined) return false;
  const at = await nextTurn(db, clock.now());
  if (at === null || at >= until) return false;
  const ms = at.getTime() - clock.now().getTime();
  if (ms > longestPauseMs) return false;
  await pause(Math.max(ms, 1));
  return true;
}

async function workOff(deps: Deps, { limit, until }: DrainOptions, some: readonly [string, Job][]): Promise<number> {
  let done = 0;
  let open = some;
  while (open.length > 0 && deps.clock.now() < until) {
    const busy: [string, Job][] = [];
    for (const [name, job] of open) {
      const found = await attempt(deps, name, job, limit);
      done += found;
      if (found > 0) busy.push([name, job]);
    }
    open = busy;
  }
  return done;
}

async function attempt(deps: Deps, name: string, job: Job, limit: number): Promise<number> {
  try {
    return await job(deps, limit);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    deps.log.error('work_failed', error, { job: name });
    return 0;
  }
}
