import { z } from 'zod';
import type { Channel } from '../channel.ts';
import { BusyError, RefusedError, RetryError, UnknownError } from '../errors.ts';
import { type Http, type HttpAnswer, type HttpRequest, retryAfterOf } from '../http.ts';
import type { ListedInbound, ListedSent } from '../listed.ts';
import type { Purpose, TextMessage } from '../message.ts';
import type { SendResult } from '../status.ts';
import { reasonOf, twilioCode } from './statuses.ts';

/** How to reach one Twilio account. `from` or `messagingServiceSid` is set. */
export interface TwilioSettings {
  accountSid: string;
  authToken: string;
  from: string | null;
  messagingServiceSid: string | null;
  /** A sender of its own for a purpose, so that STOP to one is not STOP to all: a number, a name, or a service (`MG...`). */
  senders?: Partial<Record<Purpose, string>>;
  /** Another address for the API; null is Twilio's own. */
  baseUrl: string | null;
  /** How long to wait for an answer. 15 seconds when left out. */
  timeoutMs?: number;
}

/** A text as Twilio lists it, whichever way it went. */
export interface ListedText extends ListedSent {
  from: string;
  direction: string;
}

/** The Twilio channel: sends, and can be asked what it holds. */
export type TwilioChannel = Channel & Required<Pick<Channel, 'listInbound' | 'findSent'>>;

export const TWILIO_URL = 'https://api.twilio.com';
export const TWILIO_TIMEOUT_MS = 15_000;
/** Pages of a list read at most: 20,000 texts. A sweep every few minutes meets a handful. */
export const MAX_LIST_PAGES = 20;
export const LIST_PAGE_SIZE = 1_000;

/** The sender of a message: its purpose's own, else the service, else the number. */
export function senderOf(
  settings: TwilioSettings,
  message: TextMessage,
): { from?: string; messagingServiceSid?: string } {
  const own = message.purpose && settings.senders?.[message.purpose];
  const sender = own || settings.messagingServiceSid || settings.from || '';
  return /^MG[0-9a-f]{32}$/i.test(sender) ? { messagingServiceSid: sender } : { from: sender };
}

/** Twilio says queued or accepted at once; what came of it is in the receipts. */
const sentStatus = (status: string): SendResult['status'] =>
  status === 'sent' || status === 'delivered' ? status : 'accepted';

/** The result of a message Twilio created. */
export const resultOf = (message: { sid: string; status: string }): SendResult => ({
  providerId: message.sid,
  status: sentStatus(message.status),
});

const problem = z.object({ code: z.coerce.string().optional() });

function codeOf(answer: HttpAnswer): string | null {
  try {
    return problem.parse(JSON.parse(answer.body)).code ?? null;
  } catch {
    return null;
  }
}

/**
 * Passes an answer that Twilio gave to a new message, or throws what it means for that message.
 * A 5xx may have been sent on by a gateway after the message was made, so it is unknown, not failed.
 */
function checkCreated(answer: HttpAnswer): HttpAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  const code = codeOf(answer) ?? `HTTP ${answer.status}`;
  const meaning = twilioCode(code)?.means;
  if (answer.status === 429 || meaning === 'busy') throw new BusyError(reasonOf(code), code, retryAfterOf(answer));
  if (answer.status === 401 || answer.status === 403 || meaning === 'setup')
    throw new RetryError(reasonOf(code), code, retryAfterOf(answer), true);
  if (answer.status >= 500 || answer.status < 400) throw new UnknownError(reasonOf(code), code);
  throw new RefusedError(reasonOf(code), code, meaning ?? 'soft');
}

/** Passes an answer to a question that changes nothing, or throws `RetryError`. */
function checkRead(answer: HttpAnswer): HttpAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  const code = codeOf(answer) ?? `HTTP ${answer.status}`;
  throw new RetryError(reasonOf(code), code, retryAfterOf(answer), answer.status === 401 || answer.status === 403);
}

/** Asks Twilio and passes its answer on, or throws what that means: a new message may have gone, a question changed nothing. */
export const asked = async (http: Http, request: HttpRequest): Promise<HttpAnswer> =>
  request.method === 'POST'
    ? checkCreated(await http(request))
    : checkRead(await http(request).catch((error: unknown) => Promise.reject(readError(error))));

/** A broken question changed nothing either. */
function readError(error: unknown): unknown {
  return error instanceof UnknownError ? new RetryError(error.message, error.code, null, true) : error;
}

/** The number whose texts are all that can come in, when there is just one. */
export const onlyNumber = (settings: TwilioSettings): string | undefined =>
  settings.from?.startsWith('+') && Object.keys(settings.senders ?? {}).length === 0 ? settings.from : undefined;

/** Twilio's times have whole seconds, so a text of this very second counts. */
export const isSince = (at: Date, since: Date): boolean => at.getTime() >= Math.floor(since.getTime() / 1000) * 1000;

export const inboundOf = (texts: readonly ListedText[]): ListedInbound[] =>
  texts
    .filter(({ direction }) => direction === 'inbound')
    .map(({ providerId, from, to, body, at }) => ({ providerId, from, to, body, at }));

export const sentOf = (texts: readonly ListedText[]): ListedSent[] =>
  texts
    .filter(({ direction }) => direction !== 'inbound')
    .map(({ providerId, to, body, status, code, at }) => ({ providerId, to, body, status, code, at }));
