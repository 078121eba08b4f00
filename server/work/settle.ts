import { refreshDispositions } from '../../db/commands/dispositions.ts';
import { type Outcome, settleDeliveries } from '../../db/commands/settle.ts';
import { type Db, transaction } from '../../db/connect.ts';
import { afterFailures } from '../actions/delivery/failures.ts';
import type { Deps } from '../deps.ts';
import { isDatabaseAway, isDeadlock } from '../problem.ts';

/** Outcomes written at once: enough that writing costs little, and of mails few, because of those a person decides that are unknown when a process dies. */
const settledAtOnce = { sms: 100, email: 25 } as const;
/** What providers told us is worth waiting for a database that restarts: without it, mails that went stand as unknown. */
const patience = { tries: 120, eachMs: 500 } as const;

/** What became of a batch, written down as it comes. */
export interface Settling {
  add(outcome: Outcome): void;
  /** Waits until all is written. Throws what kept some of it from being written. */
  done(): Promise<Outcome[]>;
}

/** Writes outcomes down while others are still handed over, a few at a time, one transaction after another. */
export function settling(deps: Deps, kind: keyof typeof settledAtOnce): Settling {
  const all: Outcome[] = [];
  let waiting: Outcome[] = [];
  let writing = Promise.resolve();
  let fault: unknown = null;
  const flush = () => {
    const some = waiting;
    waiting = [];
    if (some.length === 0) return;
    writing = writing
      .then(() => patiently(() => write(deps, some)))
      .catch((error: unknown) => {
        fault ??= error;
      });
  };
  return {
    add(outcome) {
      all.push(outcome);
      waiting.push(outcome);
      if (waiting.length >= settledAtOnce[kind]) flush();
    },
    async done() {
      flush();
      await writing;
      if (fault !== null) throw fault;
      return all;
    },
  };
}

/** What went is one statement; what failed or is unknown leads to more, in one transaction with it. */
async function write(deps: Deps, outcomes: readonly Outcome[]): Promise<void> {
  const isBad = ({ status }: Outcome) => status === 'failed' || status === 'unknown';
  const [bad, good] = [outcomes.filter(isBad), outcomes.filter((outcome) => !isBad(outcome))];
  if (good.length > 0) await settleDeliveries(deps.db, good, deps.clock.now());
  if (bad.length > 0) await transaction(deps.db, (tx) => writeBad(deps, tx, bad));
}

async function writeBad(deps: Deps, tx: Db, outcomes: readonly Outcome[]): Promise<void> {
  const now = deps.clock.now();
  const recipients = await settleDeliveries(tx, outcomes, now);
  await afterFailures(
    deps,
    tx,
    outcomes.flatMap(({ id, status }) => (status === 'failed' ? [id] : [])),
  );
  await refreshDispositions(tx, recipients, now);
}

/** The database is away, or has broken a ring of those who waited for each other: nothing was written, and the same again is right. */
const isPassing = (error: unknown): boolean => isDatabaseAway(error) || isDeadlock(error);

async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || tries >= patience.tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, patience.eachMs));
    }
  }
}
