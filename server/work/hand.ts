import type { Channel } from '../../channels/channel.ts';
import { BusyError, RefusedError, RetryError, UnknownError } from '../../channels/errors.ts';
import type { Outcome } from '../../db/commands/settle.ts';
import type { Deps } from '../deps.ts';
import type { Ready } from './render/message.ts';

/** What the ledger says is done next after an invitation failed for good. */
const nextWay = 'The next way is tried: this one failed for good.';
const minuteMs = 60_000;
/** Minutes between the tries of one message: the first again soon, and given up after about four hours. */
const waits = [1, 2, 5, 10, 30, 60, 120] as const;
export const mostTries = waits.length + 1;
/** A wait is up to so much longer, so that what failed together does not come back together. */
const spread = 0.1;

/** Milliseconds until the next try after so many, or longer where the provider asked for it. `random` is from 0 up to 1. */
export function retryDelayMs(tries: number, retryAfter: number | null, random: number): number {
  const wait = waits[Math.min(tries, waits.length - 1)] ?? 0;
  return Math.max(Math.round(wait * minuteMs * (1 + spread * random)), (retryAfter ?? 0) * 1000);
}

/** What one answer says of the whole channel: it does not work, or it has enough for now. */
export interface Trouble {
  state: 'stopped' | 'busy';
  reason: string;
  retryAfter: number | null;
}

/** What became of handing over one message. */
export interface Handed {
  outcome: Outcome;
  trouble: Trouble | null;
  /** Whether the provider gave an answer, whatever it was; false when it may or may not have the message. */
  answered: boolean;
}

type Means = Pick<Deps, 'clock' | 'log' | 'random'>;

/** Hands one message to its provider and says what became of it. Never throws. */
export async function handOver(deps: Means, channel: Channel, { row, message }: Ready): Promise<Handed> {
  try {
    const { providerId, status } = await channel.send(message);
    return { outcome: { id: row.id, status, providerId }, trouble: null, answered: true };
  } catch (error) {
    if (error instanceof RefusedError) return { outcome: refused(row, error), trouble: null, answered: true };
    if (error instanceof RetryError) return putOff(deps, row, error);
    if (!(error instanceof UnknownError))
      deps.log.error('send_failed', error, { deliveryId: row.id, channel: channel.kind });
    return { outcome: unknown(row.id, error), trouble: null, answered: false };
  }
}

const refused = ({ id, invitationId }: Ready['row'], { failure, code, message }: RefusedError): Outcome => ({
  id,
  status: 'failed',
  failure,
  code,
  reason: message,
  ...(failure === 'hard' && invitationId !== null && { nextAction: nextWay }),
});

/** Where the channel is at fault, or we were too fast, the message is due again at once and has used up none of its tries: the channel waits. */
function putOff(deps: Means, row: Ready['row'], error: RetryError): Handed {
  const { code, message: reason, retryAfter, channelDown } = error;
  const state = channelDown ? 'stopped' : error instanceof BusyError ? 'busy' : null;
  const outcome: Outcome =
    state === null
      ? again(deps, row, error)
      : { id: row.id, status: 'due', code, reason, dueAt: deps.clock.now(), unasked: true };
  return { outcome, trouble: state && { state, reason, retryAfter }, answered: true };
}

function again({ clock, random }: Means, { id, tries }: Ready['row'], error: RetryError): Outcome {
  const { code, message: reason, retryAfter } = error;
  if (tries + 1 >= mostTries) return { id, status: 'failed', failure: 'soft', code, reason };
  const dueAt = new Date(clock.now().getTime() + retryDelayMs(tries, retryAfter, random()));
  return { id, status: 'due', code, reason, dueAt };
}

/** Whatever else is thrown may have come after the message went: it is unknown, and not sent again by itself. */
const unknown = (id: string, error: unknown): Outcome => ({
  id,
  status: 'unknown',
  code: error instanceof UnknownError ? error.code : 'fault',
  reason: error instanceof UnknownError ? error.message : 'we never heard what became of it',
});
