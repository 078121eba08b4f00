import { z } from 'zod';
import type { DeliveryStatus, FailureKind, Receipt } from '../status.ts';
import { mailCode, mailReason } from './codes.ts';

const event = z.looseObject({
  event: z.string(),
  timestamp: z.coerce.number().catch(0),
  sg_event_id: z.string().optional(),
  sg_message_id: z.string().optional(),
  delivery_id: z.string().optional(),
  /** `bounce`, or `blocked` for one that may pass later. */
  type: z.string().optional(),
  /** The enhanced code of the mail server (`5.1.1`), or a three-digit one. */
  status: z.coerce.string().optional(),
  reason: z.string().optional(),
});
type SendgridEvent = z.output<typeof event>;

/** What an event says in our words. */
interface Meaning {
  status: DeliveryStatus;
  failure: FailureKind | null;
  code: string | null;
  reason: string | null;
}

const plainly = (
  status: DeliveryStatus,
  failure: FailureKind | null = null,
  reason: string | null = null,
): Meaning => ({
  status,
  failure,
  code: null,
  reason,
});

/** SendGrid's events; null is one that tells nothing about a delivery. Twilio SendGrid, Event Webhook reference. */
const meanings: Record<string, ((event: SendgridEvent) => Meaning) | null> = {
  processed: () => plainly('accepted'),
  deferred: ({ status }) => ({ ...plainly('accepted'), ...coded(status, 'their mail server asked us to wait') }),
  delivered: () => plainly('delivered'),
  bounce: bounced,
  blocked: bounced,
  dropped,
  spamreport: () => plainly('delivered', 'complaint', 'they marked it as spam'),
  unsubscribe: () => plainly('delivered', 'opted_out', 'they used the unsubscribe link'),
  group_unsubscribe: () => plainly('delivered', 'opted_out', 'they used the unsubscribe link'),
  group_resubscribe: null,
  open: null,
  click: null,
};

/** Reasons why SendGrid drops a mail without trying. */
const drops: readonly (readonly [RegExp, FailureKind, string])[] = [
  [/bounced address/i, 'hard', 'an earlier mail to the address came back'],
  [/unsubscribed/i, 'opted_out', 'they used the unsubscribe link'],
  [/spam report/i, 'complaint', 'they marked an earlier mail as spam'],
  [/spam content|unique args|header|recipient list/i, 'soft', 'SendGrid did not accept the mail'],
  [/^invalid\b/i, 'hard', 'the address is not right'],
];

function dropped({ reason }: SendgridEvent): Meaning {
  const known = drops.find(([pattern]) => pattern.test(reason ?? ''));
  return known
    ? { ...plainly('failed', known[1], known[2]), code: 'dropped' }
    : { ...plainly('failed', null, 'unknown reason'), code: 'dropped' };
}

/** `blocked` may pass later; a `bounce` is for good unless its code says otherwise (a full mailbox does not last). */
function bounced({ type, event: name, status }: SendgridEvent): Meaning {
  const known = status === undefined ? undefined : mailCode(status);
  const blocked = type === 'blocked' || name === 'blocked';
  const failure: FailureKind | null = blocked ? 'soft' : status === undefined ? 'hard' : (known?.failure ?? null);
  return { ...plainly('failed', failure), ...coded(status, blocked ? 'their mail server refused it' : 'it came back') };
}

const coded = (code: string | undefined, otherwise: string): Pick<Meaning, 'code' | 'reason'> =>
  code ? { code, reason: mailReason(code) } : { code: null, reason: otherwise };

/** What a batch of events says. */
export interface EventBatch {
  receipts: readonly Receipt[];
  /** Events that tell nothing about a delivery, or came twice in the batch. */
  ignored: number;
  /** Names of events we do not know, to be shown. */
  unknown: readonly string[];
}

/** Reads a batch as SendGrid posts it (JSON). Null when it is not one. Repeats over batches are known by `eventId`. */
export function readEvents(body: string): EventBatch | null {
  const events = parse(body);
  if (!events) return null;
  const once = [...new Map(events.map((one) => [eventIdOf(one), one])).values()];
  const known = once.filter(({ event: name }) => Object.hasOwn(meanings, name));
  const receipts = known.flatMap((one) => receiptOf(one) ?? []);
  const unknown = once
    .filter(({ event: name }) => !Object.hasOwn(meanings, name))
    .map(({ event: name }) => name.slice(0, 40));
  return { receipts, ignored: events.length - receipts.length - unknown.length, unknown };
}

function parse(body: string): SendgridEvent[] | null {
  try {
    return z.array(event).safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

const eventIdOf = (one: SendgridEvent): string =>
  one.sg_event_id ?? [one.sg_message_id, one.event, one.timestamp].filter(Boolean).join(':');

function receiptOf(one: SendgridEvent): Receipt | null {
  const meaning = meanings[one.event]?.(one);
  if (!meaning) return null;
  return {
    eventId: eventIdOf(one),
    deliveryId: one.delivery_id ?? null,
    // The part before the dot is the X-Message-Id we were given when we sent it.
    providerId: one.sg_message_id?.split('.')[0] ?? null,
    ...meaning,
    at: new Date(one.timestamp * 1000),
  };
}
