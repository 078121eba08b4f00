import { createTransport } from 'nodemailer';
import { toBase64 } from '../bytes.ts';
import type { Channel } from '../channel.ts';
import { RefusedError, RetryError, UnknownError } from '../errors.ts';
import { codeIn, mailCode, mailReason } from './codes.ts';
import { type MailIdentity, mailOf, type PreparedMail, prepareMail } from './mail.ts';
import { canWrite, writeMail } from './mime.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:587`, or `smtps:` for TLS from the start. */
  url: string;
  /** How long to wait for an answer. 30 seconds when left out. */
  timeoutMs?: number;
}

const CONNECTIONS = 5;
const CONNECT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 30_000;

/** Mail by SMTP over a pool of connections, on Node and in a Worker (there one pool a request, closed with it). */
export function smtpChannel(settings: SmtpSettings, identity: MailIdentity): Channel {
  const answer = settings.timeoutMs ?? ANSWER_TIMEOUT_MS;
  const connect = Math.min(answer, CONNECT_TIMEOUT_MS);
  const timeouts = { connectionTimeout: connect, greetingTimeout: connect, socketTimeout: answer };
  const transport = createTransport({
    url: settings.url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxRequeues: 1,
    ...timeouts,
  });
  /** The body of each mail on its way, by Message-ID. */
  const bodies = new Map<string, { readonly readableEnded: boolean }>();
  transport.use('stream', (mail, done) => {
    const createReadStream = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (options) => {
      const body = createReadStream(options);
      bodies.set(mail.data.messageId ?? '', body);
      return body;
    };
    done();
  });
  return {
    kind: 'email',
    provider: 'smtp',
    sandbox: false,
    send: async (message) => {
      const mail = await prepareMail(mailOf(message), identity);
      try {
        await transport.sendMail(canWrite(mail) ? writtenOf(mail) : fieldsOf(mail));
        return { providerId: mail.messageId, status: 'sent' };
      } catch (error) {
        // The closing dot follows the last byte of the body: before that, no server has taken the mail.
        throw smtpError(error, bodies.get(mail.messageId)?.readableEnded ?? false);
      } finally {
        bodies.delete(mail.messageId);
      }
    },
    close: async () => transport.close(),
  };
}

/** Written by us: the library takes a third of the CPU of one that it writes itself. */
const writtenOf = (mail: PreparedMail) => ({
  envelope: { from: mail.envelopeFrom, to: mail.to },
  messageId: mail.messageId,
  raw: writeMail(mail, new Date()),
});

const fieldsOf = (mail: PreparedMail) => ({
  from: mail.from,
  to: mail.to,
  envelope: { from: mail.envelopeFrom, to: mail.to },
  ...(mail.replyTo && { replyTo: mail.replyTo }),
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId,
  headers: mail.headers,
  attachments: mail.attachments.map(({ filename, contentType, content }) => ({
    filename,
    contentType,
    content: toBase64(content),
    encoding: 'base64',
  })),
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The parts of nodemailer's errors that tell what happened. */
interface SmtpFault {
  code: string;
  command: string;
  response: string;
}

function faultOf(error: unknown): SmtpFault {
  const read = (name: string): string => {
    const value: unknown = error instanceof Error ? Reflect.get(error, name) : '';
    return typeof value === 'string' ? value : '';
  };
  return { code: read('code'), command: read('command'), response: read('response') };
}

/** What a fault means for the mail. `written`: its last byte had been handed over. Never says what the server said: that may hold an address. */
function smtpError(error: unknown, written: boolean): RefusedError | RetryError | UnknownError {
  const { code, command, response } = faultOf(error);
  const answer = codeIn(response);
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return new RetryError('The mail server refused our sign-in', answer ?? code, null, true);
  if (answer === null) return unanswered(code, command, written);
  if (/^421|^4\.(?:3|4\.2)/.test(answer) || response.startsWith('421'))
    return new RetryError('The mail server is busy', answer, null, true);
  if (answer.startsWith('4')) return new RetryError(mailReason(answer), answer);
  if (command === 'MAIL FROM' && !/^552|^5\.[23]\./.test(answer))
    return new RetryError('The mail server refused our own address', answer, null, true);
  return new RefusedError(mailReason(answer), answer, mailCode(answer)?.failure ?? 'soft');
}

function unanswered(code: string, command: string, written: boolean): RefusedError | RetryError | UnknownError {
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return new RefusedError(
      `The mail could not be written (${command || code})`,
      code,
      code === 'EENVELOPE' ? 'hard' : 'soft',
    );
  if (written) return new UnknownError('The connection broke before the mail server answered', code || 'NETWORK');
  return new RetryError('The mail server cannot be reached', code || 'NETWORK', null, true);
}
