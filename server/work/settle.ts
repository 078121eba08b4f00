import { refreshDispositions } from '../../db/commands/dispositions.ts';
import { type Outcome, settleDeliveries } from '../../db/commands/settle.ts';
import { type Db, transaction } from '../../db/connect.ts';
import { afterFailures } from '../actions/delivery/failures.ts';
import type { Deps } from '../deps.ts';
import { isDatabaseAway, isDeadlock } from '../problem.ts';

/** Outcomes that are worth a statement; while it runs the next gather. Of mails few, because a person decides of those that are unknown when a process dies. */
const worthWriting = { sms: 20, email: 5 } as const;
/** What providers told us is worth waiting for a database that restarts: without it, mails that went stand as unknown. */
const patience = { tries: 120, eachMs: 500 } as const;

/** What became of a batch, written down as it comes. */
export interface Settling {
  add(outcome: Outcome): void;
  /** Waits until all is written. Throws what kept some of it from being written. */
  done(): Promise<Outcome[]>;
}

/** Writes outcomes down while others are still handed over: those that gathered while the ones before were written, so that little waits and little is unknown. */
export function settling(deps: Deps, kind: keyof typeof worthWriting): Settling {
  const all: Outcome[] = [];
  let waiting: Outcome[] = [];
  let writing: Promise<void> | null = null;
  let fault: unknown = null;
  const writeAll = async (least: number) => {
    while (waiting.length >= least) {
      const some = waiting;
      waiting = [];
      await patiently(() => write(deps, some)).catch((error: unknown) => {
        fault ??= error;
      });
    }
    writing = null;
  };
  return {
    add(outcome) {
      all.push(outcome);
      waiting.push(outcome);
      if (waiting.length >= worthWriting[kind]) writing ??= writeAll(worthWriting[kind]);
    },
    async done() {
      await writing;
      await writeAll(1);
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
