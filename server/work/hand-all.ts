import type { Channel } from '../../channels/channel.ts';
import { recordWords } from '../../db/commands/claim.ts';
import type { Outcome } from '../../db/commands/settle.ts';
import { mostFaults } from '../../db/commands/turns.ts';
import type { Deps } from '../deps.ts';
import { handOver, type Trouble } from './hand.ts';
import type { Ready } from './render/message.ts';

/** Messages of a batch with a provider at once: of two batches enough to hide 100 ms of network from a text, and to keep five connections of a mail server busy. */
export const handedAtOnce = { sms: 20, email: 3 } as const;
/**
 * Words written down in one statement, when half as many as are handed over at once are left. With those handed over, and those whose outcome is not settled yet, that is
 * all that can be unknown when a process dies. A text can be looked for in the provider's list, a mail only by a person: so few of them.
 */
const writtenAtOnce = { sms: 20, email: 5 } as const;
/** After this long a claim is too old to be handed over: soon others may take it for forsaken. */
export const handWithinMs = 4 * 60_000;

/** A batch whose words are made. */
export interface Batch {
  ready: readonly Ready[];
  claimedAt: Date;
  /** Messages in a row, before these, that nobody answered for. */
  faults: number;
}

/** What the batch told of its channel. */
export interface BatchTold {
  trouble: Trouble | null;
  faults: number;
  /** The provider took something. */
  works: boolean;
  /** What kept the rest from being written down, and so from being sent. */
  fault: unknown;
}

/** Gives messages one by one, each after its words were written down: from then on it may have gone. */
function writtenDown({ db }: Deps, { ready, claimedAt }: Batch, kind: keyof typeof handedAtOnce) {
  const [least, most] = [handedAtOnce[kind] / 2, writtenAtOnce[kind]];
  const queue = [...ready];
  const written: Ready[] = [];
  let writing: Promise<void> | null = null;
  /** What cannot be written down is not sent: it goes back, and waits with the rest. */
  let fault: unknown = null;
  const unwritten: Ready[] = [];
  const write = async () => {
    const some = queue.splice(0, most);
    const words = some.map(({ kept }) => kept);
    const links = some.flatMap(({ row, tokens }) => tokens.map((token) => ({ ...token, deliveryId: row.id })));
    try {
      const ours = await recordWords(db, words, links, claimedAt);
      written.push(...some.filter(({ row }) => ours.has(row.id)));
    } catch (error) {
      fault = error;
      unwritten.push(...some, ...queue.splice(0));
    }
    writing = null;
  };
  const next = async (): Promise<Ready | undefined> => {
    if (written.length < least && queue.length > 0) writing ??= write();
    while (written.length === 0 && writing !== null) {
      await writing;
      if (written.length === 0 && queue.length > 0) writing ??= write();
    }
    return written.shift();
  };
  /** Ends it. Gives what was not begun, and the fault that ended it, if one did. */
  const end = async () => {
    await writing;
    return { rest: [...written.splice(0), ...unwritten, ...queue.splice(0)], fault };
  };
  return { next, end };
}

/**
 * Hands a batch over, some at once, with no transaction open. `settle` is told each outcome. When the channel turns out to be in trouble, or the
 * claim has grown old, the rest is not tried.
 */
export async function handAll(
  deps: Deps,
  channel: Channel,
  batch: Batch,
  settle: (outcome: Outcome) => void,
): Promise<BatchTold> {
  const kind = channel.kind === 'sms' ? 'sms' : 'email';
  const source = writtenDown(deps, batch, kind);
  const told: BatchTold = { trouble: null, faults: batch.faults, works: false, fault: null };
  const unbegun = ({ row }: Ready): Outcome => ({
    id: row.id,
    status: 'due',
    dueAt: deps.clock.now(),
    unasked: true,
    claimedAt: batch.claimedAt,
  });
  const tooLate = () => deps.clock.now().getTime() - batch.claimedAt.getTime() > handWithinMs;
  const worker = async () => {
    while (told.trouble === null && !tooLate()) {
      const next = await source.next();
      if (next === undefined) return;
      if (told.trouble !== null || tooLate()) return settle(unbegun(next));
      const { outcome, trouble, answered } = await handOver(deps, channel, next);
      settle(outcome.status === 'due' ? { ...outcome, claimedAt: batch.claimedAt } : outcome);
      told.faults = answered ? 0 : told.faults + 1;
      told.works ||= ['accepted', 'sent', 'delivered'].includes(outcome.status);
      told.trouble ??= trouble ?? silenceOf(told.faults);
    }
  };
  await Promise.all(Array.from({ length: Math.min(handedAtOnce[kind], batch.ready.length) }, worker));
  const { rest, fault } = await source.end();
  for (const each of rest) settle(unbegun(each));
  return { ...told, fault };
}

const silenceOf = (faults: number): Trouble | null =>
  faults < mostFaults
    ? null
    : { state: 'stopped', reason: `no answer came to ${faults} messages in a row`, retryAfter: null };
