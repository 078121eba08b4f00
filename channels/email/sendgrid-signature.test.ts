import { createSign, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { utf8 } from '../bytes.ts';
import { sendgridVerifier } from './sendgrid-signature.ts';

// The vector of SendGrid's own library (sendgrid-nodejs, packages/eventwebhook).
const publicKey =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==';
const otherKey =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqTxd43gyp8IOEto2LdIfjRQrIbsd4SXZkLW6jDutdhXSJCWHw8REntlo7aNDthvj+y7GjUuFDb/R1NGe1OPzpA==';
const signature = 'MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=';
const timestamp = '1588788367';
const body = utf8(JSON.stringify({ category: 'example_payload', event: 'test_event', message_id: 'message_id' }));

test('accepts the published vector', async () => {
  const verify = await sendgridVerifier(publicKey);
  expect(await verify({ signature, timestamp, body })).toBe(true);
});

test.each([
  ['another body', { signature, timestamp, body: utf8('payload') }],
  ['a line break more', { signature, timestamp, body: new Uint8Array([...body, 13, 10]) }],
  ['another time', { signature, timestamp: '1588788368', body }],
  ['no time', { signature, timestamp: null, body }],
  ['no signature', { signature: null, timestamp, body }],
  ['a changed signature', { signature: signature.replace('H2j', 'H3j'), timestamp, body }],
  ['a signature cut short', { signature: signature.slice(0, 40), timestamp, body }],
  ['a signature that is not base64', { signature: '%%%', timestamp, body }],
])('refuses %s', async (_, signed) => {
  const verify = await sendgridVerifier(publicKey);
  expect(await verify(signed)).toBe(false);
});

test('refuses another key, and says when a key is none', async () => {
  const verify = await sendgridVerifier(otherKey);
  expect(await verify({ signature, timestamp, body })).toBe(false);
  await expect(sendgridVerifier('not a key')).rejects.toThrow();
});

test('reads every signature, short numbers and long ones', async () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const verify = await sendgridVerifier(keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'));
  for (let serial = 0; serial < 600; serial += 1) {
    const text = `body ${serial}`;
    const signed = createSign('sha256')
      .update(timestamp + text)
      .sign(keys.privateKey, 'base64');
    expect(await verify({ signature: signed, timestamp, body: utf8(text) })).toBe(true);
  }
});
