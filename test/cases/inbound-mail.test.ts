import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bounceReceipt } from '../../channels/email/bounce.ts';
import { readMail } from '../../channels/email/inbound.ts';
import { stripReply } from '../../channels/email/strip.ts';
import cases from './email/inbound.json' with { type: 'json' };

const folder = new URL('./email/', import.meta.url);
const receivedAt = new Date('2026-05-01T10:00:00Z');
const read = (file: string) => readMail(new Uint8Array(readFileSync(new URL(file, folder))), { receivedAt });

test.each(cases)('$file', async ({ file, words, messageIdMade, receipt, ...expected }) => {
  const mail = await read(file);
  expect(mail).toMatchObject({ isAutoReply: false, isBounce: false, asksToStop: false, receivedAt, ...expected });
  if (words !== undefined) expect(stripReply(mail.text).words).toBe(words);
  if (messageIdMade) expect(mail.messageId).toMatch(/^<sha256-[0-9a-f]{64}>$/);
  if (receipt !== undefined) {
    const told =
      mail.bounce && bounceReceipt(mail.bounce, { deliveryId: 'd1', messageId: mail.messageId, at: receivedAt });
    expect(told).toMatchObject({ deliveryId: 'd1', eventId: mail.messageId, at: receivedAt, ...receipt });
  }
});

test('every mail in the folder has its case', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  expect(cases.map(({ file }) => file).sort()).toEqual(files.sort());
});

test('the same bytes have the same made-up id, others another', async () => {
  const [first, again, other] = await Promise.all(['no-message-id.eml', 'no-message-id.eml', 'nothing.eml'].map(read));
  expect(first?.messageId).toBe(again?.messageId);
  expect(first?.messageId).not.toBe(other?.messageId);
});

test('the envelope comes before the headers', async () => {
  const raw = new Uint8Array(readFileSync(new URL('no-message-id.eml', folder)));
  const { to } = await readMail(raw, { receivedAt, envelopeTo: ['R-XYZ@reply.example.org'] });
  expect(to).toEqual(['r-xyz@reply.example.org', 'r-abc@reply.example.org']);
});

test('a mail of two megabytes is read whole', async () => {
  const line = 'The wall is still wet.\r\n';
  const body = line.repeat(Math.ceil(2_000_000 / line.length));
  const raw = new TextEncoder().encode(`From: n.khan@example.org\r\nMessage-ID: <big@example.org>\r\n\r\n${body}`);
  const mail = await readMail(raw, { receivedAt });
  expect(stripReply(mail.text).words.length).toBeGreaterThan(1_900_000);
});
