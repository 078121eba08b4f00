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

/** All the work there is without a request, but the tick and what is sent. */
const others: Readonly<Record<string, Job>> = {
  reconcile: (deps) => reconcile(deps),
  end_unheard: (deps) => endUnheard(deps),
  sweep_inbound: (deps) => sweepInbound(deps),
  forget_join_requests: (deps, limit) => forgetUnconfirmed(deps.db, deps.clock.now(), limit),
  print: (deps) => printLetters(deps, filesARound),
  import: (deps) => workOnImports(deps),
  plan_ahead: (deps) => planAhead(deps),
  keep_tidy: (deps) => keepTidy(deps),
};

const senders: Readonly<Record<string, Job>> = {
  dispatch_sms: (deps, limit) => dispatch(deps, 'sms', limit),
  dispatch_email: (deps, limit) => dispatch(deps, 'email', limit),
};

/** All the work there is without a request, but the tick. */
export const jobs: Readonly<Record<string, Job>> = { ...others, ...senders };

/** Batches of one channel on their way at once: while one is with the provider, the next is claimed and its words are made. */
const lanes = 2;
/** Other work that had something to do has a turn this often while thousands go out. */
const sendForMs = 5000;

/** Works off what waits, round after round, until there is nothing left or the time is up. A job that fails does not hold up the others. Gives how much was done. */
export async function drain(deps: Deps, options: DrainOptions): Promise<number> {
  await beat(deps.db, 'dispatch', deps.clock.now());
  let done = 0;
  let open = Object.entries(others);
  for (let found = 1; found > 0 && deps.clock.now() < options.until; done += found) {
    const busy = await round(deps, options, open);
    open = busy.map(({ job }) => job);
    found = busy.reduce((sum, each) => sum + each.found, await sendDue(deps, options));
  }
  while (await turnCame(deps, options)) done += await sendDue(deps, options);
  return done;
}

/** Sends what is due on every channel at once, for a while. */
export async function sendDue(deps: Deps, { limit, until }: Pick<DrainOptions, 'limit' | 'until'>): Promise<number> {
  const end = new Date(deps.clock.now().getTime() + sendForMs);
  // Looked at each time: whoever stops the process brings `until` forward.
  const goesOn = () => deps.clock.now() < end && deps.clock.now() < until;
  const lane = async ([name, job]: [string, Job]) => {
    let sent = 0;
    for (let found = 1; found > 0 && goesOn(); sent += found) found = await attempt(deps, name, job, limit);
    return sent;
  };
  const all = Object.entries(senders).flatMap((sender) => Array.from({ length: lanes }, () => lane(sender)));
  // None is left behind when one fails: what it sent is still to be written down.
  const ended = await Promise.allSettled(all);
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value : 0), 0);
}

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

/** Does each once. Gives those that found something, which may find more. */
async function round(deps: Deps, { limit }: DrainOptions, some: readonly [string, Job][]) {
  const busy: { job: [string, Job]; found: number }[] = [];
  for (const job of some) {
    const found = await attempt(deps, ...job, limit);
    if (found > 0) busy.push({ job, found });
  }
  return busy;
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
