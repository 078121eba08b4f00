import { Client } from '@sendgrid/client';
import { MailService } from '@sendgrid/mail';
import { z } from 'zod';
import { toBase64 } from '../bytes.ts';
import type { Channel } from '../channel.ts';
import { BusyError, RefusedError, RetryError, UnknownError } from '../errors.ts';
import { fetchHttp, type Http, type HttpAnswer, retryAfterOf } from '../http.ts';
import { type MailIdentity, mailOf, type PreparedMail, prepareMail } from './mail.ts';

export interface SendgridSettings {
  apiKey: string;
  /** Another address for the API; null is SendGrid's own. */
  baseUrl: string | null;
  /** How long to wait for an answer. 15 seconds when left out. */
  timeoutMs?: number;
}

const SENDGRID_URL = 'https://api.sendgrid.com';
const TIMEOUT_MS = 15_000;

/** The name under which SendGrid keeps our delivery's id and gives it back in every event. */
const DELIVERY_ARGUMENT = 'delivery_id';

/** Mail by SendGrid's own client, asking through the runtime's HTTP: the same file serves Node and Workers. */
export function sendgridChannel(settings: SendgridSettings, identity: MailIdentity, http: Http = fetchHttp): Channel {
  const service = new MailService();
  service.setClient(new DirectClient(settings, http));
  return {
    kind: 'email',
    provider: 'sendgrid',
    sandbox: false,
    send: async (message) => {
      const email = mailOf(message);
      const [answer] = await service.send(fieldsOf(await prepareMail(email, identity), email.deliveryId));
      return { providerId: String(answer.headers['x-message-id'] ?? ''), status: 'accepted' };
    },
    close: async () => http.close?.(),
  };
}

/** What SendGrid's client asks through: our connections, our address, our errors. */
class DirectClient extends Client {
  readonly #settings: SendgridSettings;
  readonly #http: Http;

  constructor(settings: SendgridSettings, http: Http) {
    super();
    this.#settings = settings;
    this.#http = http;
  }

  override async request(request: Parameters<Client['request']>[0]): ReturnType<Client['request']> {
    const answer = checkTaken(
      await this.#http({
        method: 'POST',
        url: `${(this.#settings.baseUrl ?? SENDGRID_URL).replace(/\/$/, '')}${request.url}`,
        headers: { authorization: `Bearer ${this.#settings.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(request.body),
        timeoutMs: this.#settings.timeoutMs ?? TIMEOUT_MS,
      }),
    );
    const response = {
      statusCode: answer.status,
      body: {},
      headers: answer.headers,
      toString: () => `HTTP ${answer.status}`,
    };
    return [response, {}];
  }
}

function fieldsOf(mail: PreparedMail, deliveryId: string) {
  return {
    from: { name: mail.from.name, email: mail.from.address },
    to: mail.to,
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { ...mail.headers, 'Message-ID': mail.messageId },
    customArgs: { [DELIVERY_ARGUMENT]: deliveryId },
    // Tracking would rewrite our links and tell on those who read; the unsubscribe link is ours.
    trackingSettings: {
      clickTracking: { enable: false, enableText: false },
      openTracking: { enable: false },
      subscriptionTracking: { enable: false },
    },
    ...(mail.attachments.length > 0 && { attachments: mail.attachments.map(attachmentOf) }),
  };
}

const attachmentOf = ({ filename, contentType, content }: PreparedMail['attachments'][number]) => ({
  filename,
  type: contentType,
  content: toBase64(content),
  disposition: 'attachment',
});

/** Statuses by which SendGrid says that our account, key or sender is at fault, not this mail. */
const setupReasons: Record<number, string> = {
  401: 'SendGrid refused our key',
  403: 'SendGrid does not let our key or sender send',
  404: 'SendGrid is not at that address',
  405: 'SendGrid is not at that address',
};

/** Passes SendGrid's yes, or throws what its answer means for the mail. */
function checkTaken(answer: HttpAnswer): HttpAnswer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  const code = `HTTP ${answer.status}`;
  const setup = setupReasons[answer.status];
  if (setup) throw new RetryError(setup, code, retryAfterOf(answer), true);
  if (answer.status === 429)
    throw new BusyError('too many mails at once', code, retryAfterOf(answer) ?? resetOf(answer));
  if (answer.status >= 500 || answer.status < 400) throw new UnknownError('SendGrid had a fault', code);
  throw refusal(answer, code);
}

const refused = z.object({ errors: z.array(z.object({ field: z.string().nullish() })) });

/** A refusal names the fields at fault; the one with the address says something about the person. */
function refusal(answer: HttpAnswer, code: string): RefusedError {
  const fields = fieldsAtFault(answer.body);
  if (fields.some((field) => /^personalizations\.\d+\.to\b/.test(field)))
    return new RefusedError('the address is not right', code, 'hard');
  if (answer.status === 413) return new RefusedError('the mail was too big', code, 'soft');
  return new RefusedError(`SendGrid refused the ${fields[0] ?? 'mail'}`, code, 'soft');
}

function fieldsAtFault(body: string): string[] {
  try {
    return refused.parse(JSON.parse(body)).errors.flatMap(({ field }) => field ?? []);
  } catch {
    return [];
  }
}

/** Seconds until `X-RateLimit-Reset`, a Unix time, by the provider's own clock. */
function resetOf(answer: HttpAnswer): number | null {
  const seconds = Number(answer.headers['x-ratelimit-reset']) - Date.parse(answer.headers.date ?? '') / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
