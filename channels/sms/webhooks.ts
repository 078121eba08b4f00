import type { Receipt } from '../status.ts';
import { deliveryStatusOf, failureOf, reasonOf } from './statuses.ts';

/** A text that came in, as Twilio posts it. */
export interface InboundText {
  provider: 'twilio';
  /** Twilio's id: the key by which a repeat is known. */
  providerId: string;
  from: string;
  to: string;
  /** What was written; may be empty when only a picture came. */
  body: string;
  /** Set when Twilio itself answered STOP, START or HELP, so that we stay silent and record it. */
  optOutType: 'STOP' | 'START' | 'HELP' | null;
  media: readonly { url: string; contentType: string }[];
}

/** The name in the callback address that carries the delivery's id. */
const DELIVERY_PARAMETER = 'delivery';

/** Where Twilio reports on one text. Takes our public address and the delivery; the address is the proof of which it was. */
export function statusCallbackUrl(publicUrl: string, deliveryId: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/webhooks/twilio/status?${DELIVERY_PARAMETER}=${encodeURIComponent(deliveryId)}`;
}

const optOutTypes = ['STOP', 'START', 'HELP'] as const;

/** Reads a text that came in; null when the form lacks what every text has. */
export function parseInbound(form: URLSearchParams): InboundText | null {
  const providerId = form.get('MessageSid') ?? form.get('SmsSid');
  const from = form.get('From');
  const to = form.get('To');
  if (!providerId || !from || !to) return null;
  return {
    provider: 'twilio',
    providerId,
    from,
    to,
    body: form.get('Body') ?? '',
    optOutType: optOutTypes.find((type) => type === form.get('OptOutType')?.toUpperCase()) ?? null,
    media: mediaOf(form),
  };
}

/** Twilio sends at most ten pictures with a text. */
const MAX_MEDIA = 10;

function mediaOf(form: URLSearchParams): InboundText['media'] {
  const count = Math.min(Number(form.get('NumMedia') ?? 0) || 0, MAX_MEDIA);
  return Array.from({ length: count }, (_, at) => ({
    url: form.get(`MediaUrl${at}`) ?? '',
    contentType: form.get(`MediaContentType${at}`) ?? '',
  }));
}

/** A status report read, or why it could not be. */
export type StatusReport = { receipt: Receipt } | { problem: string };

/** Reads a status report. Takes the form, the query of the address it came to, and the time it came. */
export function parseStatus(form: URLSearchParams, query: URLSearchParams, at: Date): StatusReport {
  const providerId = form.get('MessageSid') ?? form.get('SmsSid');
  const word = form.get('MessageStatus') ?? form.get('SmsStatus');
  if (!providerId || !word) return { problem: 'the report names no message or no status' };
  const status = deliveryStatusOf(word);
  if (status === undefined) return { problem: `unknown status ${word.slice(0, 40)}` };
  if (status === null) return { problem: 'the report is of a text that came in' };
  const code = form.get('ErrorCode') || null;
  return {
    receipt: {
      eventId: [providerId, word, code].filter(Boolean).join(':'),
      deliveryId: query.get(DELIVERY_PARAMETER),
      providerId,
      status,
      failure: status === 'failed' && code ? failureOf(code) : null,
      code,
      reason: code ? reasonOf(code) : null,
      at,
    },
  };
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Characters that XML 1.0 cannot hold, even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The answer to a text that came in: the words to text back, or null to stay silent. */
export function twiml(reply: string | null): string {
  const words = (reply ?? '').replace(unprintable, '').replace(/[&<>"']/g, (char) => escapes[char] ?? char);
  const message = words === '' ? '' : `<Message>${words}</Message>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${message}</Response>`;
}
