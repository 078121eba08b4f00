import { expect, test } from 'vitest';
import { twilioSignature } from '../../test/support/standins/twilio.ts';
import { toHex, utf8 } from '../bytes.ts';
import { twilioVerifier } from './twilio-signature.ts';

const token = '12345';
const verify = twilioVerifier(token);
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const fields = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const form = new URLSearchParams(fields);
const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';

test('accepts the published vector', async () => {
  expect(await verify({ signature, url, form })).toBe(true);
});

test.each([
  ['a changed field', { signature, url, form: new URLSearchParams({ ...fields, Digits: '1235' }) }],
  ['a further field', { signature, url, form: new URLSearchParams({ ...fields, Extra: '1' }) }],
  ['another address', { signature, url: url.replace('bar=2', 'bar=3'), form }],
  ['another scheme', { signature, url: url.replace('https', 'http'), form }],
  ['no signature', { signature: null, url, form }],
  ['an empty signature', { signature: '', url, form }],
  ['not base64', { signature: '***', url, form }],
  ['a signature cut short', { signature: signature.slice(0, 12), url, form }],
  ['no address', { signature, url: 'nowhere', form }],
])('refuses %s', async (_, request) => {
  expect(await verify(request)).toBe(false);
});

test('refuses another account', async () => {
  expect(await twilioVerifier('54321')({ signature, url, form })).toBe(false);
});

test.each([
  ['signed with the port, called without', 'https://a.example.org:443/x?y=1', 'https://a.example.org/x?y=1'],
  ['signed without the port, called with', 'https://a.example.org/x', 'https://a.example.org:8443/x'],
  ['http has port 80', 'http://a.example.org:80/x', 'http://a.example.org/x'],
  ['signed as an older back end writes a query', 'https://a.example.org/x?y=a%20b', 'https://a.example.org/x?y=a+b'],
  ['signed as it was called, unescaped', "https://a.example.org/x?y=it's", "https://a.example.org/x?y=it's"],
])('accepts an address %s', async (_, signed, called) => {
  expect(await verify({ signature: twilioSignature(token, signed, fields), url: called, form })).toBe(true);
});

test('counts a value given twice once, in order', async () => {
  const twice = new URLSearchParams([
    ['M', 'b'],
    ['M', 'a'],
    ['M', 'b'],
  ]);
  const signed = twilioSignature(token, `${url}MaMb`, {});
  expect(await verify({ signature: signed, url, form: twice })).toBe(true);
});

test('checks a body that is no form by the hash in the address', async () => {
  const body = '{"a":"é"}';
  const hash = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(body))));
  const hashed = `https://a.example.org/x?bodySHA256=${hash}`;
  const signed = twilioSignature(token, hashed, {});
  expect(await verify({ signature: signed, url: hashed, body })).toBe(true);
  expect(await verify({ signature: signed, url: hashed, body: `${body} ` })).toBe(false);
});
