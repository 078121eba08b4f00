import { expect, test } from 'vitest';
import { replyAddress } from '../../channels/email/reply-address.ts';
import { keepSandboxMessage } from '../../db/commands/sandbox.ts';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testChannels, testDeps } from '../support/deps.ts';
import { makeWorld } from '../work/world.ts';

const id = (n: number) => `00000000-0000-4000-b000-${String(n).padStart(12, '0')}`;

async function office(db: Db) {
  const deps = testDeps({ db });
  await makeWorld(db, [{ phone: '+447700900123' }]);
  const call = caller(as(deps, staff('officer')));
  const keep = (n: number, more: object = {}) =>
    keepSandboxMessage(db, {
      deliveryId: id(n),
      channel: 'sms',
      toAddress: '+447700900123',
      language: 'en',
      body: `Text ${n}`,
      at: new Date(Date.parse('2026-11-23T08:00:00Z') + n * 60_000),
      ...more,
    });
  return { deps, call, keep };
}

test(
  'the inbox tells what residents were sent, newest first, page by page',
  withRollback(async (db) => {
    const { call, keep } = await office(db);
    await keep(1);
    await keep(2, {
      channel: 'email',
      toAddress: 'a@example.org',
      subject: 'Hello',
      html: '<p>Hi</p>',
      replyTo: 'r@example.org',
    });
    await keep(3);
    const first = (await call('GET /api/v1/practice/messages?limit=2')).body as {
      items: { id: string }[];
      next: string;
    };
    expect(first.items.map((one) => one.id)).toEqual([id(3), id(2)]);
    const rest = await call(`GET /api/v1/practice/messages?limit=2&cursor=${encodeURIComponent(first.next)}`);
    expect(rest).toMatchObject({ body: { items: [{ id: id(1), to: '+447700900123', body: 'Text 1' }], next: null } });
    expect(await call('GET /api/v1/practice/messages?channel=email&q=hell')).toMatchObject({
      body: { items: [{ id: id(2), html: '<p>Hi</p>' }] },
    });
  }),
);

test(
  'a text goes in by the way of a real one, and both sides stand in the conversation',
  withRollback(async (db) => {
    const { call, keep } = await office(db);
    await keep(1);
    const sent = await call('POST /api/v1/practice/texts', { body: { from: '07700 900123', body: 'HELP' } });
    expect(sent).toMatchObject({ status: 200, body: { reply: expect.stringContaining('01632 960123') } });
    const { body } = await call(`GET /api/v1/practice/phones/${encodeURIComponent('+447700900123')}`);
    expect(
      (body as { items: { mine: boolean; body: string }[] }).items.map((one) => [one.mine, one.body.slice(0, 6)]),
    ).toEqual([
      [true, 'Text 1'],
      [false, 'HELP'],
      [true, expect.any(String)],
    ]);
    expect(await call('GET /api/v1/practice/phones?q=900123')).toMatchObject({
      body: { items: [{ number: '+447700900123', last: 'Text 1' }] },
    });
  }),
);

test(
  'a reply to a practice mail is kept as mail, with the words and not the history',
  withRollback(async (db) => {
    const { deps, call, keep } = await office(db);
    const replyTo = await replyAddress(deps.env.secret, id(9), 'practice.invalid');
    await keep(1, {
      channel: 'email',
      toAddress: 'resident1@example.org',
      subject: 'Ankieta: 8 pytań',
      body: 'Please answer',
      replyTo,
    });
    expect(
      (await call('POST /api/v1/practice/emails', { body: { messageId: id(1), words: 'Dziękuję, ale nie teraz' } }))
        .status,
    ).toBe(200);
    const [row] =
      await db`select provider, channel, from_address, subject, body, octet_length(raw) > 100 as raw from inbound_messages`;
    expect(row).toMatchObject({
      provider: 'sandbox',
      channel: 'email',
      fromAddress: 'resident1@example.org',
      subject: 'Re: Ankieta: 8 pytań',
      raw: true,
    });
    expect(row?.body).toContain('Dziękuję, ale nie teraz');
  }),
);

test.each([
  ['messages', 'GET /api/v1/practice/messages'],
  ['emails', 'GET /api/v1/practice/messages?channel=email'],
  ['phones', 'GET /api/v1/practice/phones'],
  ['a conversation', 'GET /api/v1/practice/phones/%2B447700900123'],
])('where the channel is real nobody reads %s as practice', (_name, line) =>
  withRollback(async (db) => {
    const { sms, email, print } = testChannels();
    const real = { sms: { ...sms, sandbox: false }, email: { ...email, sandbox: false }, print };
    const call = caller(as(testDeps({ db, channels: real }), staff('analyst')));
    expect(await call(line)).toMatchObject({ status: 409, body: { code: 'not_practice' } });
  })(),
);

test(
  'where only texts are real the inbox shows emails alone',
  withRollback(async (db) => {
    const { deps, keep } = await office(db);
    await keep(1);
    await keep(2, { channel: 'email', toAddress: 'a@example.org' });
    const channels = { ...deps.channels, sms: { ...deps.channels.sms, sandbox: false } };
    const call = caller(as({ ...deps, channels }, staff('officer')));
    expect(await call('GET /api/v1/practice/messages')).toMatchObject({ body: { items: [{ id: id(2) }] } });
    expect((await call('GET /api/v1/practice/messages?channel=sms')).status).toBe(409);
  }),
);

test(
  'what a real provider brought stands in no practice conversation',
  withRollback(async (db) => {
    const { call } = await office(db);
    await db`insert into inbound_messages (id, provider, provider_id, channel, from_address, to_address, body, reply, received_at, done)
      values (${id(5)}, 'twilio', 'SM5', 'sms', '+447700900123', '+447700900000', 'My own words', 'Our answer', now(), 'tray')`;
    const { body } = await call('GET /api/v1/practice/phones/%2B447700900123');
    expect(body).toEqual({ items: [] });
  }),
);

test(
  'nobody practises as a resident who is real',
  withRollback(async (db) => {
    const { deps, call, keep } = await office(db);
    const replyTo = await replyAddress(deps.env.secret, id(9), 'practice.invalid');
    await keep(1, { channel: 'email', toAddress: 'Resident1@example.org', subject: 'Hello', replyTo });
    await db`update residents set demo = false`;
    for (const [line, body] of [
      ['POST /api/v1/practice/texts', { from: '07700900123', body: 'STOP' }],
      ['POST /api/v1/practice/emails', { messageId: id(1), words: 'STOP' }],
    ] as const)
      expect(await call(line, { body })).toMatchObject({ status: 409, body: { code: 'real_resident' } });
    expect((await db`select id from inbound_messages`).length).toBe(0);
    expect((await call('POST /api/v1/practice/texts', { body: { from: '07700900999', body: 'Hello' } })).status).toBe(
      200,
    );
  }),
);

test.each([
  ['a text', 'POST /api/v1/practice/texts', { from: '07700900123', body: 'Hello' }],
  ['a mail', 'POST /api/v1/practice/emails', { messageId: id(1), words: 'Hello' }],
])('where the channel is real nobody writes %s as a resident', (_name, line, body) =>
  withRollback(async (db) => {
    const { sms, email, print } = testChannels();
    const real = { sms: { ...sms, sandbox: false }, email: { ...email, sandbox: false }, print };
    const call = caller(as(testDeps({ db, channels: real }), staff('administrator')));
    expect(await call(line, { body })).toMatchObject({ status: 409, body: { code: 'not_practice' } });
    expect((await db`select id from inbound_messages`).length).toBe(0);
  })(),
);

test(
  'a number that is none is refused by name',
  withRollback(async (db) => {
    const { call } = await office(db);
    expect(await call('POST /api/v1/practice/texts', { body: { from: 'Nadia', body: 'Hello' } })).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'body.from' }] },
    });
  }),
);
