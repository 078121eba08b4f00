import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import { type Answer, Faults, listen, Tally } from './server.ts';

/** Not taken: `429`, `500`, `reset`, `refuse`. Taken, but we never hear: `lost`, `slow`. */
export type SendgridFault = '429' | '500' | 'reset' | 'refuse' | 'lost' | 'slow';

const address = z.object({ email: z.email(), name: z.string().optional() });
const mailSend = z.object({
  personalizations: z
    .array(z.object({ to: z.array(address).min(1) }))
    .min(1)
    .max(1_000),
  from: address,
  reply_to: address.optional(),
  subject: z.string().min(1),
  content: z.array(z.object({ type: z.string().min(1), value: z.string().min(1) })).min(1),
  headers: z.record(z.string(), z.string()).optional(),
  custom_args: z.record(z.string(), z.string()).optional(),
  attachments: z
    .array(z.object({ content: z.base64().min(1), filename: z.string().min(1), type: z.string() }))
    .optional(),
  tracking_settings: z.unknown(),
});

/** Headers that SendGrid sets itself and refuses from us. */
const reserved = new Set([
  'x-sg-id',
  'x-sg-eid',
  'received',
  'dkim-signature',
  'content-type',
  'content-transfer-encoding',
  'to',
  'from',
  'subject',
  'reply-to',
  'cc',
  'bcc',
]);

/** A mail the stand-in took. */
export interface AcceptedMail {
  messageId: string;
  deliveryId: string | null;
  mail: z.output<typeof mailSend>;
}

/** A stand-in for SendGrid over a real socket: Mail Send, its signed events and its inbound mail. */
export async function startSendgrid(options: { apiKey?: string } = {}) {
  const apiKey = options.apiKey ?? `SG.${randomBytes(16).toString('hex')}`;
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const faults = new Faults<SendgridFault>();
  const accepted: AcceptedMail[] = [];
  const tally = new Tally();

  const take = (body: string): Answer => {
    const fault = faults.take();
    if (fault && fault !== 'lost' && fault !== 'slow') return faultAnswers[fault];
    const refusal = refusalOf(body);
    if (refusal) return refusal;
    const mail = mailSend.parse(JSON.parse(body));
    const messageId = randomBytes(11).toString('base64url');
    const deliveryId = mail.custom_args?.delivery_id ?? null;
    accepted.push({ messageId, deliveryId, mail });
    tally.add(deliveryId);
    return fault ? faultAnswers[fault] : { status: 202, headers: { 'x-message-id': messageId }, body: '' };
  };
  const server = await listen(({ method, url, headers, body }) => {
    if (headers.authorization !== `Bearer ${apiKey}`)
      return refused(401, null, 'The provided authorization grant is invalid');
    if (method !== 'POST' || url.pathname !== '/v3/mail/send') return refused(404, null, 'not found');
    return take(body.toString('utf8'));
  });

  return {
    url: server.url,
    close: server.close,
    apiKey,
    publicKey: keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    settings: { apiKey, baseUrl: server.url },
    accepted,
    countOf: tally.countOf,
    doubled: tally.doubled,
    fail: (fault: SendgridFault, times = 1) => faults.add(fault, times),
    /** Posts events about mails it took to `/webhooks/sendgrid/events`, signed. */
    report: (appUrl: string, events: readonly SendgridReport[]) =>
      postSigned(
        `${appUrl}/webhooks/sendgrid/events`,
        'application/json',
        Buffer.from(eventsBody(events)),
        keys.privateKey,
      ),
    /** Posts a mail that came in to `/webhooks/sendgrid/inbound`, as "Send Raw" does, signed. `query` may carry the secret. */
    inbound: (appUrl: string, raw: string | Buffer, envelope: { from: string; to: string[] }, query = '') => {
      const { body, contentType } = rawForm(Buffer.from(raw), envelope);
      return postSigned(`${appUrl}/webhooks/sendgrid/inbound${query}`, contentType, body, keys.privateKey);
    },
  };
}

export interface SendgridReport {
  mail: AcceptedMail;
  event: string;
  at: Date;
  fields?: Record<string, unknown>;
  id?: string;
}

/** A batch of events as SendGrid writes it, with the line break at its end that the signature covers. */
export const eventsBody = (events: readonly SendgridReport[]): string =>
  `${JSON.stringify(
    events.map(({ mail, event, at, fields, id }) => ({
      email: mail.mail.personalizations[0]?.to[0]?.email,
      event,
      timestamp: Math.floor(at.getTime() / 1000),
      sg_event_id: id ?? randomBytes(16).toString('base64url'),
      sg_message_id: `${mail.messageId}.filter0001p1las1-12345-5C64C3F8-2.0`,
      delivery_id: mail.deliveryId,
      ...fields,
    })),
  )}\r\n`;

const refused = (status: number, field: string | null, message: string): Answer => ({
  status,
  body: { errors: [{ message, field, help: null }] },
});

const faultAnswers: Record<SendgridFault, Answer> = {
  '429': {
    status: 429,
    headers: { 'retry-after': '7' },
    body: { errors: [{ message: 'too many requests', field: null }] },
  },
  '500': refused(500, null, 'internal error'),
  reset: 'reset',
  refuse: refused(400, 'personalizations.0.to.0.email', 'Does not contain a valid address.'),
  lost: 'reset',
  slow: 'hang',
};

/** What SendGrid would refuse in a mail; null when it would take it. */
function refusalOf(body: string): Answer | null {
  const parsed = mailSend.safeParse(jsonOf(body));
  if (!parsed.success) return refused(400, parsed.error.issues[0]?.path.join('.') ?? null, 'Bad request');
  const { content, headers } = parsed.data;
  const badHeader = Object.keys(headers ?? {}).find((name) => reserved.has(name.toLowerCase()));
  if (badHeader) return refused(400, `headers.${badHeader}`, 'The header is reserved');
  if (content[0]?.type !== 'text/plain' && content.length > 1)
    return refused(400, 'content', 'text/plain must come first');
  return null;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

async function postSigned(url: string, contentType: string, body: Buffer, key: KeyObject) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign('sha256', Buffer.concat([Buffer.from(timestamp), body]), key).toString('base64');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'x-twilio-email-event-webhook-signature': signature,
      'x-twilio-email-event-webhook-timestamp': timestamp,
    },
    body: new Uint8Array(body),
  });
  return { status: response.status, body: await response.text() };
}

/** The form of "Send Raw": the mail as it travelled in the field `email`. */
export function rawForm(raw: Buffer, envelope: { from: string; to: string[] }) {
  return multipart([
    { name: 'email', content: raw },
    { name: 'envelope', content: Buffer.from(JSON.stringify(envelope)) },
    { name: 'charsets', content: Buffer.from('{"to":"UTF-8","from":"UTF-8","subject":"UTF-8"}') },
  ]);
}

/** A form of parts in any charset. */
export function multipart(parts: readonly { name: string; content: Buffer; filename?: string }[]) {
  const boundary = `xYzZY${randomBytes(8).toString('hex')}`;
  const chunks = parts.flatMap(({ name, content, filename }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename ? `; filename="${filename}"` : ''}\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n'),
  ]);
  return {
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}
