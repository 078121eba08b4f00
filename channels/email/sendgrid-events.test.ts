import { expect, test } from 'vitest';
import { readEvents } from './sendgrid-events.ts';

const delivery = '0190f000-0000-7000-8000-000000000001';
const base = { timestamp: 1_777_629_600, sg_event_id: 'e1', sg_message_id: 'm1.filter0001.1', delivery_id: delivery };
const one = (fields: object) => readEvents(JSON.stringify([{ ...base, ...fields }]));

test.each([
  [{ event: 'processed' }, { status: 'accepted', failure: null }],
  [
    { event: 'deferred', status: '4.4.1' },
    { status: 'accepted', failure: null, code: '4.4.1', reason: 'their mail server did not answer' },
  ],
  [{ event: 'deferred' }, { status: 'accepted', reason: 'their mail server asked us to wait' }],
  [{ event: 'delivered' }, { status: 'delivered', failure: null }],
  [
    { event: 'bounce', type: 'bounce', status: '5.1.1' },
    { status: 'failed', failure: 'hard', reason: 'there is no such mailbox' },
  ],
  [
    { event: 'bounce', type: 'bounce', status: '5.2.2' },
    { status: 'failed', failure: 'soft', reason: 'the mailbox is full' },
  ],
  [
    { event: 'bounce', type: 'blocked', status: '5.7.1' },
    { status: 'failed', failure: 'soft' },
  ],
  [
    { event: 'bounce', type: 'bounce', status: '5.9.9' },
    { status: 'failed', failure: null, reason: 'unknown code 5.9.9' },
  ],
  [{ event: 'bounce' }, { status: 'failed', failure: 'hard', reason: 'it came back' }],
  [
    { event: 'dropped', reason: 'Bounced Address' },
    { status: 'failed', failure: 'hard', code: 'dropped' },
  ],
  [
    { event: 'dropped', reason: 'Unsubscribed Address' },
    { status: 'failed', failure: 'opted_out' },
  ],
  [
    { event: 'dropped', reason: 'Spam Reporting Address' },
    { status: 'failed', failure: 'complaint' },
  ],
  [
    { event: 'dropped', reason: 'Invalid SMTPAPI header' },
    { status: 'failed', failure: 'soft' },
  ],
  [
    { event: 'dropped', reason: 'Something new' },
    { status: 'failed', failure: null, reason: 'unknown reason' },
  ],
  [{ event: 'spamreport' }, { status: 'delivered', failure: 'complaint' }],
  [{ event: 'unsubscribe' }, { status: 'delivered', failure: 'opted_out' }],
])('%o is %o', (fields, receipt) => {
  const at = new Date('2026-05-01T10:00:00Z');
  expect(one(fields)?.receipts).toMatchObject([
    { eventId: 'e1', deliveryId: delivery, providerId: 'm1', at, ...receipt },
  ]);
});

test('opens and clicks tell nothing, new events are named', () => {
  const events = ['open', 'click', 'group_resubscribe', 'teleported', 'constructor'].map((event, at) => ({
    ...base,
    event,
    sg_event_id: `e${at}`,
  }));
  expect(readEvents(JSON.stringify(events))).toEqual({
    receipts: [],
    ignored: 3,
    unknown: ['teleported', 'constructor'],
  });
});

test('an event that comes twice in a batch counts once', () => {
  const events = [
    { ...base, event: 'delivered' },
    { ...base, event: 'delivered' },
  ];
  const batch = readEvents(JSON.stringify(events));
  expect(batch?.receipts).toHaveLength(1);
  expect(batch?.ignored).toBe(1);
});

test.each(['', '{}', 'null', '[1]', '[{"event":1}]', '<html>'])('%o is no batch', (body) => {
  expect(readEvents(body)).toBeNull();
});
