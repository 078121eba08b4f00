import type { Channel } from '../../channels/channel.ts';
import { RefusedError, RetryError, UnknownError } from '../../channels/errors.ts';
import type { Outcome } from '../../db/commands/settle.ts';
import type { Deps } from '../deps.ts';
import type { Ready } from './render/message.ts';

/** What the ledger says is done next after an invitation failed for good. */
const nextWay = 'The next way is tried: this one failed for good.';
/** A message that a provider keeps putting off is given up after so many tries: about four hours. */
export const mostTries = 8;
const minuteMs = 60_000;

/** Minutes until the next try: 1, 2, 4, 8 ... 64, or longer where the provider asked for it. */
export function retryDelayMs(tries: number, retryAfter: number | null): number {
  return Math.max(minuteMs * 2 ** Math.min(tries, 6), (retryAfter ?? 0) * 1000);
}

/** What became of handing over one message; `down` says that the whole channel is at fault. */
export interface Handed {
  outcome: Outcome;
  down: RetryError | null;
}

/** Hands one message to its provider and says what became of it. Never throws. */
export async function handOver({ clock, log }: Deps, channel: Channel, { row, message }: Ready): Promise<Handed> {
  try {
    const { providerId, status } = await channel.send(message);
    return { outcome: { id: row.id, status, providerId }, down: null };
  } catch (error) {
    if (error instanceof RefusedError) return { outcome: refused(row, error), down: null };
    if (error instanceof RetryError) {
      return { outcome: again(row, error, clock.now()), down: error.channelDown ? error : null };
    }
    if (!(error instanceof UnknownError))
      log.error('send_failed', error, { deliveryId: row.id, channel: channel.kind });
    return { outcome: unknown(row.id, error), down: null };
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

function again(
  { id, tries }: Ready['row'],
  { code, message, retryAfter, channelDown }: RetryError,
  now: Date,
): Outcome {
  if (!channelDown && tries + 1 >= mostTries) return { id, status: 'failed', failure: 'soft', code, reason: message };
  return { id, status: 'due', code, reason: message, dueAt: new Date(now.getTime() + retryDelayMs(tries, retryAfter)) };
}

/** Whatever else is thrown may have come after the message went: it is unknown, and not sent again by itself. */
const unknown = (id: string, error: unknown): Outcome => ({
  id,
  status: 'unknown',
  code: error instanceof UnknownError ? error.code : 'fault',
  reason: error instanceof UnknownError ? error.message : 'we never heard what became of it',
});
