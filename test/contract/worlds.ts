import type { MailIdentity } from '../../channels/email/mail.ts';
import { sendgridChannel } from '../../channels/email/sendgrid.ts';
import { smtpChannel } from '../../channels/email/smtp.ts';
import type { Http } from '../../channels/http.ts';
import type { EmailMessage, OutboundMessage, TextMessage } from '../../channels/message.ts';
import { sandboxChannel } from '../../channels/sandbox/sandbox.ts';
import type { TwilioChannel, TwilioSettings } from '../../channels/sms/twilio.ts';
import { statusCallbackUrl } from '../../channels/sms/webhooks.ts';
import { type SendgridFault, startSendgrid } from '../support/standins/sendgrid.ts';
import { nobodyAt } from '../support/standins/server.ts';
import { type SmtpFault, startSmtp } from '../support/standins/smtp.ts';
import { startTwilio } from '../support/standins/twilio.ts';
import type { TwilioFault } from '../support/standins/twilio-rules.ts';
import type { Mishap, World } from './channel.case.ts';

/** Long enough for an answer on a busy machine (400 ms were not), short enough to wait for one that never comes. */
const TIMEOUT_MS = 2000;

export const identity: MailIdentity = {
  from: 'panel@homes.example.org',
  replyDomain: 'reply.example.org',
  secret: 'a secret of at least thirty-two characters',
};

export const text = (deliveryId: string, changes: Partial<TextMessage> = {}): TextMessage => ({
  kind: 'sms',
  deliveryId,
  to: '+447700900123',
  language: 'en',
  body: 'Millbrook Homes: how was your repair? Reply 1 to 5.',
  callbackUrl: statusCallbackUrl('https://survey.example.org', deliveryId),
  ...changes,
});

export const email = (deliveryId: string, changes: Partial<EmailMessage> = {}): EmailMessage => ({
  kind: 'email',
  deliveryId,
  to: 'n.khan@example.org',
  language: 'en',
  fromName: 'Millbrook Homes',
  subject: 'Your People’s Panel survey',
  text: 'Tell us how we did.',
  html: '<p>Tell us how we did.</p>',
  replyTo: 'r-abc@reply.example.org',
  unsubscribeUrl: 'https://survey.example.org/u/abc',
  ...changes,
});

const twilioFaults: Record<Mishap, TwilioFault> = {
  busy: '429',
  refused: 'refuse',
  lost: 'lost',
  silent: 'slow',
  'broken before': 'reset',
};

export async function twilioWorld(make: (settings: TwilioSettings) => TwilioChannel): Promise<World> {
  const twilio = await startTwilio();
  const settings = { ...twilio.settings, timeoutMs: TIMEOUT_MS };
  const [channel, wrongKey] = [make(settings), make({ ...settings, authToken: 'wrong' })];
  const away = make({ ...settings, baseUrl: await nobodyAt() });
  return {
    channel,
    wrongKey,
    away,
    message: text,
    countOf: twilio.countOf,
    cause: (mishap) => twilio.fail(twilioFaults[mishap]),
    retryAfter: 7,
    close: () => closeAll([channel, wrongKey, away, twilio]),
  };
}

const sendgridFaults: Record<Mishap, SendgridFault> = {
  busy: '429',
  refused: 'refuse',
  lost: 'lost',
  silent: 'slow',
  'broken before': 'reset',
};

export async function sendgridWorld(http: () => Http): Promise<World> {
  const sendgrid = await startSendgrid();
  const settings = { ...sendgrid.settings, timeoutMs: TIMEOUT_MS };
  const make = (changes: object) => sendgridChannel({ ...settings, ...changes }, identity, http());
  const [channel, wrongKey, away] = [make({}), make({ apiKey: 'SG.wrong' }), make({ baseUrl: await nobodyAt() })];
  return {
    channel,
    wrongKey,
    away,
    message: email,
    countOf: sendgrid.countOf,
    cause: (mishap) => sendgrid.fail(sendgridFaults[mishap]),
    retryAfter: 7,
    close: () => closeAll([channel, wrongKey, away, sendgrid]),
  };
}

const smtpFaults: Record<Mishap, SmtpFault> = {
  busy: 'busy',
  refused: 'refuse',
  lost: 'lost',
  silent: 'slow',
  'broken before': 'hangup',
};

export async function smtpWorld(): Promise<World> {
  const smtp = await startSmtp();
  const make = (url: string) => smtpChannel({ url, timeoutMs: TIMEOUT_MS }, identity);
  const [channel, wrongKey] = [make(smtp.url), make(smtp.wrongUrl)];
  const away = make((await nobodyAt()).replace('http:', 'smtp:'));
  return {
    channel,
    wrongKey,
    away,
    message: email,
    countOf: smtp.countOf,
    cause: (mishap) => smtp.fail(smtpFaults[mishap]),
    retryAfter: null,
    close: () => closeAll([channel, wrongKey, away, smtp]),
  };
}

export async function sandboxWorld(kind: OutboundMessage['kind']): Promise<World> {
  const kept: OutboundMessage[] = [];
  return {
    channel: sandboxChannel(kind, async (message) => void kept.push(message)),
    wrongKey: null,
    away: null,
    message: kind === 'sms' ? text : email,
    countOf: (deliveryId) => kept.filter((message) => message.deliveryId === deliveryId).length,
    cause: () => {},
    retryAfter: null,
    close: async () => {},
  };
}

async function closeAll(things: readonly { close?(): Promise<void> }[]): Promise<void> {
  for (const thing of things) await thing.close?.();
}
