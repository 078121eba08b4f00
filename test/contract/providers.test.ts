import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildChannels } from '../../channels/build.node.ts';
import { buildChannels as buildForWorkers } from '../../channels/build.ts';
import type { Channel } from '../../channels/channel.ts';
import { readMail } from '../../channels/email/inbound.ts';
import { deliveryOf } from '../../channels/email/mail.ts';
import { readBounceAddress } from '../../channels/email/reply-address.ts';
import { readEvents } from '../../channels/email/sendgrid-events.ts';
import { smtpChannel } from '../../channels/email/smtp.ts';
import { RefusedError, RetryError, UnknownError } from '../../channels/errors.ts';
import type { OutboundMessage } from '../../channels/message.ts';
import { twilioChannel } from '../../channels/sms/twilio.node.ts';
import type { TwilioSettings } from '../../channels/sms/twilio.ts';
import { twilioFetch } from '../../channels/sms/twilio-fetch.ts';
import { eventsBody, startSendgrid } from '../support/standins/sendgrid.ts';
import { startSmtp } from '../support/standins/smtp.ts';
import { startTwilio } from '../support/standins/twilio.ts';
import { email, identity, text } from './worlds.ts';

const id = (serial: number) => `0190f000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
const caught = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(() => null).catch((error: unknown) => error);

describe.each([
  ['by its client', (settings: TwilioSettings) => twilioChannel(settings)],
  ['by fetch', (settings: TwilioSettings) => twilioFetch(settings)],
])('Twilio %s', (_, make) => {
  let now = new Date('2026-05-01T10:00:00Z');
  let twilio: Awaited<ReturnType<typeof startTwilio>>;
  beforeAll(async () => {
    twilio = await startTwilio({ now: () => now });
  });
  afterAll(() => twilio.close());

  test('sends the words, the number and where to report', async () => {
    const channel = make(twilio.settings);
    await channel.send(text(id(1), { body: 'Tea & cake? شکریہ + 100%' }));
    expect(twilio.accepted.at(-1)).toMatchObject({
      to: '+447700900123',
      from: twilio.from,
      body: 'Tea & cake? شکریہ + 100%',
      deliveryId: id(1),
    });
  });

  test('a purpose may have a sender or a service of its own', async () => {
    const service = `MG${'a'.repeat(32)}`;
    const channel = make({ ...twilio.settings, senders: { service: '+447700900002', marketing: service } });
    for (const purpose of ['research', 'service', 'marketing'] as const) await channel.send(text(id(2), { purpose }));
    expect(twilio.accepted.slice(-3).map(({ from }) => from)).toEqual([twilio.from, '+447700900002', service]);
  });

  test.each([
    ['opted out', RefusedError, { failure: 'opted_out', code: '21610' }],
    ['unknown code', RefusedError, { failure: 'soft', code: '29999', message: 'unknown code 29999' }],
    ['500', UnknownError, { code: '20500' }],
    ['503', UnknownError, { code: '20503' }],
    ['500 after', UnknownError, { code: '20500' }],
  ] as const)('%s is told as it is', async (fault, kind, fields) => {
    twilio.fail(fault);
    const error = await caught(make(twilio.settings).send(text(id(3))));
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject(fields);
  });

  test('a text of over 1,600 characters and a sender we lack are refused', async () => {
    const long = await caught(make(twilio.settings).send(text(id(4), { body: 'a'.repeat(1_601) })));
    expect(long).toMatchObject({ code: '21617', failure: 'soft' });
    const nobody = await caught(make({ ...twilio.settings, from: null }).send(text(id(4))));
    expect(nobody).toBeInstanceOf(RetryError);
    expect(nobody).toMatchObject({ code: '21603', channelDown: true });
  });

  test('lists what came in since, to the second, newest first', async () => {
    now = new Date('2026-05-02T10:00:00Z');
    twilio.textLost('+447700900100', 'early');
    now = new Date('2026-05-02T12:00:00Z');
    const second = twilio.textLost('+447700900101', '2');
    now = new Date('2026-05-02T12:05:00Z');
    const third = twilio.textLost('+447700900102', '3');
    const listed = await make(twilio.settings).listInbound(new Date('2026-05-02T12:00:00.900Z'));
    expect(listed.map(({ providerId }) => providerId)).toEqual([third, second]);
    expect(listed[0]).toEqual({ providerId: third, from: '+447700900102', to: twilio.from, body: '3', at: now });
  });

  test('finds a text that was taken though we never heard', async () => {
    now = new Date('2026-05-03T10:00:00Z');
    twilio.fail('lost');
    const channel = make(twilio.settings);
    await caught(channel.send(text(id(5), { to: '+447700900555', body: 'Find me' })));
    const found = await channel.findSent({ to: '+447700900555', since: now });
    expect(found).toMatchObject([{ to: '+447700900555', body: 'Find me', status: 'queued', code: null, at: now }]);
    expect(await channel.findSent({ to: '+447700900556', since: now })).toEqual([]);
  });

  test('a list that cannot be had is tried later', async () => {
    const error = await caught(make({ ...twilio.settings, authToken: 'wrong' }).listInbound(now));
    expect(error).toBeInstanceOf(RetryError);
    expect(error).toMatchObject({ channelDown: true });
  });

  test('refuses a mail', async () => {
    expect(await caught(make(twilio.settings).send(email(id(6))))).toBeInstanceOf(RefusedError);
  });
});

describe('mail as it arrives', () => {
  const full = () =>
    email(id(7), {
      fromName: 'Millbrook Homes\r\nBcc: x@example.org',
      subject: 'Your survey: Ankieta, سروے',
      inReplyTo: '<asked@example.org>',
      autoSubmitted: true,
      attachments: [{ filename: 'papers.pdf', contentType: 'application/pdf', content: new Uint8Array([1, 2, 3]) }],
    });
  const receivedAt = new Date('2026-05-01T10:00:00Z');

  async function throughSmtp(message: OutboundMessage) {
    const smtp = await startSmtp();
    const channel: Channel = smtpChannel({ url: smtp.url }, identity);
    const result = await channel.send(message);
    await channel.close?.();
    await smtp.close();
    return { result, taken: smtp.accepted[0]! };
  }

  test('by SMTP has everything a mail of ours must have', async () => {
    const { result, taken } = await throughSmtp(full());
    const mail = await readMail(new TextEncoder().encode(taken.raw), { receivedAt });
    expect(result).toEqual({ providerId: `<${id(7)}@reply.example.org>`, status: 'sent' });
    expect(deliveryOf(mail.messageId)).toBe(id(7));
    expect(taken.deliveryId).toBe(id(7));
    expect(mail).toMatchObject({
      subject: 'Your survey: Ankieta, سروے',
      inReplyTo: '<asked@example.org>',
      isAutoReply: true,
    });
    expect(mail.attachments).toEqual([{ filename: 'papers.pdf', contentType: 'application/pdf', size: 3 }]);
    expect(taken.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(taken.raw.replace(/\r\n\s+/g, ' ')).toContain(
      'List-Unsubscribe: <https://survey.example.org/u/abc>, <mailto:r-abc@reply.example.org?subject=unsubscribe>',
    );
    expect(taken.raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(taken.raw).toMatch(/^Reply-To: r-abc@reply.example.org\r$/m);
    expect(taken.raw).not.toMatch(/^Bcc:/m);
    expect(taken.envelope.to).toEqual(['n.khan@example.org']);
    expect(await readBounceAddress(identity.secret, taken.envelope.from)).toBe(id(7));
  });

  test('without a way to stop and without a reply address says neither', async () => {
    const { taken } = await throughSmtp(email(id(8), { unsubscribeUrl: null, replyTo: null }));
    expect(taken.raw).not.toMatch(/^(?:List-Unsubscribe|Reply-To)/m);
    expect(taken.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  test('by SendGrid has the same, and its events find the delivery', async () => {
    const sendgrid = await startSendgrid();
    const channels = buildChannels(
      { ...noProviders, sendgrid: sendgrid.settings, mail: identity },
      async () => {},
      null,
    );
    const { providerId } = await channels.email.send(full());
    const taken = sendgrid.accepted[0]!;
    expect(taken.mail).toMatchObject({
      from: { email: 'panel@homes.example.org', name: 'Millbrook Homes Bcc: x@example.org' },
      reply_to: { email: 'r-abc@reply.example.org' },
      custom_args: { delivery_id: id(7) },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Message-ID': `<${id(7)}@reply.example.org>` },
      attachments: [{ filename: 'papers.pdf', content: 'AQID' }],
    });
    const events = readEvents(eventsBody([{ mail: taken, event: 'delivered', at: receivedAt }]));
    expect(events?.receipts).toMatchObject([{ deliveryId: id(7), providerId, status: 'delivered', at: receivedAt }]);
    await channels.email.close?.();
    await sendgrid.close();
  });

  test('a connection that breaks before the words is tried later, after them unknown', async () => {
    const smtp = await startSmtp();
    for (const [fault, kind, count] of [
      ['hangup', RetryError, 0],
      ['lost', UnknownError, 1],
    ] as const) {
      const channel = smtpChannel({ url: smtp.url }, identity);
      smtp.fail(fault);
      expect(await caught(channel.send(email(id(10 + count))))).toBeInstanceOf(kind);
      expect(smtp.countOf(id(10 + count))).toBe(count);
      await channel.close?.();
    }
    await smtp.close();
  });

  test('what SMTP servers say of a mail', async () => {
    const smtp = await startSmtp();
    const channel = smtpChannel({ url: smtp.url }, identity);
    smtp.fail('spam');
    expect(await caught(channel.send(email(id(9))))).toMatchObject({ failure: 'soft', code: '5.7.1' });
    smtp.fail('full');
    expect(await caught(channel.send(email(id(9))))).toMatchObject({ channelDown: true });
    expect(await caught(channel.send(email(id(9), { to: 'nobody' })))).toBeInstanceOf(RefusedError);
    await channel.close?.();
    await smtp.close();
  });
});

const noProviders = { secret: identity.secret, twilio: null, smtp: null, sendgrid: null, mail: null };

describe.each([
  ['Node', buildChannels],
  [
    'Workers',
    (settings: Parameters<typeof buildForWorkers>[0], keep: Parameters<typeof buildForWorkers>[1]) =>
      buildForWorkers(settings, keep),
  ],
])('channels on %s', (_, build) => {
  const providers = (settings: Partial<typeof noProviders> | object) => {
    const { sms, email: mail, print } = build({ ...noProviders, ...settings }, async () => {}, null);
    return [sms.provider, mail.provider, print];
  };

  test('are the sandbox where nothing is set', () => {
    expect(providers({})).toEqual(['sandbox', 'sandbox', null]);
  });

  test('are the providers that are set', () => {
    const twilio = {
      accountSid: `AC${'0'.repeat(32)}`,
      authToken: 'x',
      from: '+447700900001',
      messagingServiceSid: null,
      baseUrl: null,
    };
    const mail = { from: identity.from, replyDomain: null };
    expect(providers({ twilio, mail, smtp: { url: 'smtp://127.0.0.1:1' } })).toEqual(['twilio', 'smtp', null]);
    expect(providers({ mail, sendgrid: { apiKey: 'SG.x', baseUrl: null } })).toEqual(['sandbox', 'sendgrid', null]);
  });
});
