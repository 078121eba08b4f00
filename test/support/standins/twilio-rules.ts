import type { Answer } from './server.ts';

/** A text the stand-in holds. */
export interface AcceptedText {
  sid: string;
  to: string;
  from: string;
  body: string;
  callbackUrl: string;
  /** Our delivery's id, as the callback address carries it. */
  deliveryId: string | null;
  direction: 'outbound-api' | 'inbound';
  status: string;
  errorCode: number | null;
  at: Date;
}

/**
 * What can be scripted. Not taken: `429` (with Retry-After: 7), `500`, `503`, `reset`, `opted out` (21610), `refuse` (21211),
 * `unknown code`. Taken, but we never hear: `lost` (the connection breaks), `slow` (no answer ever), `500 after`.
 */
export type TwilioFault =
  | '429'
  | '500'
  | '503'
  | 'reset'
  | 'opted out'
  | 'refuse'
  | 'unknown code'
  | 'lost'
  | 'slow'
  | '500 after';

/** Twilio's own body for a refusal. */
export const problem = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

const answers: Record<TwilioFault, Answer> = {
  '429': {
    status: 429,
    headers: { 'retry-after': '7' },
    body: { code: 20429, message: 'Too Many Requests', status: 429 },
  },
  '500': problem(500, 20500, 'Internal Server Error'),
  '503': problem(503, 20503, 'Service Unavailable'),
  reset: 'reset',
  'opted out': problem(400, 21610, 'Attempt to send to unsubscribed recipient'),
  refuse: problem(400, 21211, "Invalid 'To' Phone Number"),
  'unknown code': problem(400, 29999, 'Something new'),
  lost: 'reset',
  slow: 'hang',
  '500 after': problem(500, 20500, 'Internal Server Error'),
};

export const faultAnswer = (fault: TwilioFault): Answer => answers[fault];

const MAX_BODY = 1_600;

/** What Twilio would refuse in a new message, in the order it looks; null when it would take it. */
export function refusalOf(form: URLSearchParams): Answer | null {
  const to = form.get('To') ?? '';
  const body = form.get('Body') ?? '';
  const callback = form.get('StatusCallback');
  if (to === '') return problem(400, 21604, "'To' phone number is required to send a Message");
  if (!/^\+[1-9]\d{7,14}$/.test(to)) return problem(400, 21211, "Invalid 'To' Phone Number");
  if (!form.get('From') && !form.get('MessagingServiceSid'))
    return problem(400, 21603, "A 'From' phone number is required");
  if (form.get('From') === to) return problem(400, 21266, "'To' and 'From' number cannot be the same");
  if (body.trim() === '') return problem(400, 21602, 'Message body is required');
  if ([...body].length > MAX_BODY)
    return problem(400, 21617, 'The concatenated message body exceeds the 1600 character limit');
  if (callback !== null && !URL.canParse(callback)) return problem(400, 21609, "Invalid 'StatusCallback' URL");
  return null;
}

/** A message as Twilio writes it in JSON. */
export const toResource = (accountSid: string, text: AcceptedText) => ({
  sid: text.sid,
  account_sid: accountSid,
  api_version: '2010-04-01',
  to: text.to,
  from: text.from,
  body: text.body,
  status: text.status,
  direction: text.direction,
  error_code: text.errorCode,
  error_message: null,
  messaging_service_sid: null,
  num_media: '0',
  num_segments: '0',
  price: null,
  price_unit: 'USD',
  date_created: text.at.toUTCString(),
  date_sent: text.at.toUTCString(),
  date_updated: text.at.toUTCString(),
  uri: `/2010-04-01/Accounts/${accountSid}/Messages/${text.sid}.json`,
  subresource_uris: {},
});

/** One page of the list, newest first, filtered by To, From and the day sent. */
export function listPage(accountSid: string, texts: readonly AcceptedText[], url: URL): Answer {
  const query = url.searchParams;
  const size = Number(query.get('PageSize') ?? 50);
  const page = Number(query.get('Page') ?? 0);
  const from = Date.parse((query.get('DateSent>') ?? '1970-01-01').slice(0, 10));
  const found = texts
    .filter((text) => !query.has('To') || text.to === query.get('To'))
    .filter((text) => !query.has('From') || text.from === query.get('From'))
    .filter((text) => text.at.getTime() >= from)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const next = new URLSearchParams(query);
  next.set('Page', String(page + 1));
  return {
    status: 200,
    body: {
      messages: found.slice(page * size, (page + 1) * size).map((text) => toResource(accountSid, text)),
      page,
      page_size: size,
      next_page_uri: found.length > (page + 1) * size ? `${url.pathname}?${next}` : null,
      uri: `${url.pathname}${url.search}`,
    },
  };
}
