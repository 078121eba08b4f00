import { expect, test } from 'vitest';
import { parseInbound, parseStatus, statusCallbackUrl, twiml } from './webhooks.ts';

const at = new Date('2026-05-01T10:00:00Z');
const delivery = '0190f000-0000-7000-8000-000000000001';
const query = new URL(statusCallbackUrl('https://survey.example.org/', delivery)).searchParams;
const report = (fields: Record<string, string>) =>
  parseStatus(new URLSearchParams({ MessageSid: 'SM1', ...fields }), query, at);

test('the callback address carries the delivery', () => {
  expect(statusCallbackUrl('https://survey.example.org/', delivery)).toBe(
    `https://survey.example.org/webhooks/twilio/status?delivery=${delivery}`,
  );
});

test.each([
  ['queued', 'accepted'],
  ['accepted', 'accepted'],
  ['scheduled', 'accepted'],
  ['sending', 'accepted'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['failed', 'failed'],
  ['undelivered', 'failed'],
  ['canceled', 'failed'],
])('%s is %s', (MessageStatus, status) => {
  expect(report({ MessageStatus })).toMatchObject({ receipt: { status, deliveryId: delivery, providerId: 'SM1', at } });
});

test.each([
  ['30003', 'soft', 'the phone was off or out of reach'],
  ['30006', 'hard', 'the number is a landline or its network cannot be reached'],
  ['21610', 'opted_out', 'they texted STOP to this number'],
  ['30002', null, 'our Twilio account is suspended'],
  ['39999', null, 'unknown code 39999'],
])('code %s is %s: %s', (ErrorCode, failure, reason) => {
  const read = report({ MessageStatus: 'undelivered', ErrorCode });
  expect(read).toMatchObject({ receipt: { status: 'failed', failure, code: ErrorCode, reason } });
});

test('the same report has the same id, another status another', () => {
  const ids = ['sent', 'sent', 'delivered'].map((MessageStatus) => report({ MessageStatus }));
  expect(ids[0]).toEqual(ids[1]);
  expect(ids[0]).not.toEqual(ids[2]);
});

test.each([
  [{ MessageStatus: 'vanished' }, 'unknown status vanished'],
  [{ MessageStatus: 'constructor' }, 'unknown status constructor'],
  [{ MessageStatus: 'received' }, 'the report is of a text that came in'],
  [{}, 'the report names no message or no status'],
])('%o is a problem, not a guess', (fields, problem) => {
  expect(report(fields)).toEqual({ problem });
});

test('reads a text with pictures, and what Twilio answered itself', () => {
  const form = new URLSearchParams({
    MessageSid: 'SM9',
    From: '+447700900123',
    To: '+447700900001',
    Body: 'STOP',
    OptOutType: 'STOP',
    NumMedia: '1',
    MediaUrl0: 'https://api.twilio.com/x',
    MediaContentType0: 'image/jpeg',
  });
  expect(parseInbound(form)).toEqual({
    provider: 'twilio',
    providerId: 'SM9',
    from: '+447700900123',
    to: '+447700900001',
    body: 'STOP',
    optOutType: 'STOP',
    media: [{ url: 'https://api.twilio.com/x', contentType: 'image/jpeg' }],
  });
});

test.each(['MessageSid', 'From', 'To'])('a text without %s cannot be read', (missing) => {
  const form = new URLSearchParams({ MessageSid: 'SM9', From: '+447700900123', To: '+447700900001', Body: 'hi' });
  form.delete(missing);
  expect(parseInbound(form)).toBeNull();
});

test('an answer is escaped, and silence is an empty one', () => {
  expect(twiml('Tea & <b>"cake"</b>\u0007 شکریہ')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Tea &amp; &lt;b&gt;&quot;cake&quot;&lt;/b&gt; شکریہ</Message></Response>',
  );
  expect(twiml(null)).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
});
