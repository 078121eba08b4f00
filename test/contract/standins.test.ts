import { expect, test } from 'vitest';
import { sendgridChannel } from '../../channels/email/sendgrid.ts';
import { readInboundParse } from '../../channels/email/sendgrid-inbound.ts';
import { sendgridVerifier } from '../../channels/email/sendgrid-signature.ts';
import { twilioFetch } from '../../channels/sms/twilio-fetch.ts';
import { twilioVerifier } from '../../channels/sms/twilio-signature.ts';
import { parseInbound, parseStatus, statusCallbackUrl, twiml } from '../../channels/sms/webhooks.ts';
import { startSendgrid } from '../support/standins/sendgrid.ts';
import { type Asked, listen } from '../support/standins/server.ts';
import { startTwilio } from '../support/standins/twilio.ts';
import { email, identity, text } from './worlds.ts';

const delivery = '0190f000-0000-7000-8000-000000000042';
const receivedAt = new Date('2026-05-01T10:00:00Z');

/** An app that keeps what it is asked and answers a text. */
async function startApp() {
  const asked: Asked[] = [];
  const app = await listen((one) => {
    asked.push(one);
    return { status: 200, body: twiml('Tea & <cake>') };
  });
  return { ...app, asked };
}

test('texts and reports that Twilio posts pass our checks and find the delivery', async () => {
  const [app, twilio] = [await startApp(), await startTwilio()];
  const publicUrl = app.url;
  const channel = twilioFetch(twilio.settings);
  await channel.send(text(delivery, { callbackUrl: statusCallbackUrl(publicUrl, delivery) }));
  expect(twilio.countOf(delivery)).toBe(1);
  expect(twilio.doubled()).toEqual([]);

  const first = await twilio.text({ from: '+447700900123', body: '5 — شکریہ', publicUrl });
  const again = await twilio.text({ from: '+447700900123', body: '5 — شکریہ', publicUrl, sid: first.sid });
  expect([first.status, again.sid]).toEqual([200, first.sid]);
  await twilio.report(twilio.accepted[0]!, 'undelivered', 30003);

  const verify = twilioVerifier(twilio.authToken);
  for (const { url, headers, body } of app.asked) {
    const form = new URLSearchParams(body.toString('utf8'));
    const signature = String(headers['x-twilio-signature']);
    expect(await verify({ signature, url: publicUrl + url.pathname + url.search, form })).toBe(true);
  }
  const [inbound, , report] = app.asked.map(({ url, body }) => ({
    query: url.searchParams,
    form: new URLSearchParams(body.toString('utf8')),
  }));
  expect(parseInbound(inbound!.form)).toMatchObject({ providerId: first.sid, body: '5 — شکریہ', to: twilio.from });
  expect(parseStatus(report!.form, report!.query, receivedAt)).toMatchObject({
    receipt: { deliveryId: delivery, status: 'failed', failure: 'soft', code: '30003' },
  });
  await Promise.all([app.close(), twilio.close()]);
});

test('events and mail that SendGrid posts pass our checks', async () => {
  const [app, sendgrid] = [await startApp(), await startSendgrid()];
  await sendgridChannel(sendgrid.settings, identity).send(email(delivery));
  await sendgrid.report(app.url, [{ mail: sendgrid.accepted[0]!, event: 'delivered', at: receivedAt }]);
  await sendgrid.inbound(
    app.url,
    'From: a@example.org\r\n\r\nYes\r\n',
    { from: 'a@example.org', to: ['r-x@reply.example.org'] },
    '?secret=s',
  );
  const verify = await sendgridVerifier(sendgrid.publicKey);
  for (const { headers, body } of app.asked) {
    const signature = String(headers['x-twilio-email-event-webhook-signature']);
    const timestamp = String(headers['x-twilio-email-event-webhook-timestamp']);
    expect(await verify({ signature, timestamp, body })).toBe(true);
    expect(await verify({ signature, timestamp, body: body.subarray(1) })).toBe(false);
  }
  const posted = app.asked[1]!;
  const read = await readInboundParse(new Uint8Array(posted.body), String(posted.headers['content-type']), receivedAt);
  expect(read?.mail).toMatchObject({ to: ['r-x@reply.example.org'], from: 'a@example.org' });
  expect(posted.url.searchParams.get('secret')).toBe('s');
  await Promise.all([app.close(), sendgrid.close()]);
});

test('SendGrid refuses what the real one would', async () => {
  const sendgrid = await startSendgrid();
  const channel = sendgridChannel(sendgrid.settings, identity);
  const refused = (changes: object) =>
    channel.send(email(delivery, changes)).then(
      () => null,
      (error: Error) => error.message,
    );
  expect(await refused({ to: 'nobody' })).toBe('the address is not right');
  expect(await refused({ subject: '' })).toBe('SendGrid refused the subject');
  expect(sendgrid.accepted).toEqual([]);
  await sendgrid.close();
});
