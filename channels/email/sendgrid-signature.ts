import { fromBase64, utf8 } from '../bytes.ts';

export const SIGNATURE_HEADER = 'X-Twilio-Email-Event-Webhook-Signature';
export const TIMESTAMP_HEADER = 'X-Twilio-Email-Event-Webhook-Timestamp';

/** A webhook as it came: the body is checked byte for byte, its last line break too. */
export interface SignedBody {
  signature: string | null;
  timestamp: string | null;
  body: Uint8Array;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' };
/** Bytes of each of the two numbers of a P-256 signature. */
const NUMBER_BYTES = 32;

/**
 * Makes the check of SendGrid's signed webhooks (events and inbound mail). Takes the public key as SendGrid shows it: base64 of
 * its SubjectPublicKeyInfo. Throws when that is not a P-256 key. Signed is the timestamp and then the body, by ECDSA with SHA-256.
 */
export async function sendgridVerifier(publicKey: string): Promise<(signed: SignedBody) => Promise<boolean>> {
  const spki = fromBase64(publicKey.trim());
  if (!spki) throw new TypeError('The public key is not base64');
  const key = await crypto.subtle.importKey('spki', spki, curve, false, ['verify']);
  return async ({ signature, timestamp, body }) => {
    const raw = rawSignature(fromBase64(signature ?? '') ?? new Uint8Array());
    if (!raw || !timestamp) return false;
    const prefix = utf8(timestamp);
    const signed = new Uint8Array(prefix.length + body.length);
    signed.set(prefix);
    signed.set(body, prefix.length);
    return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw, signed);
  };
}

/** The two numbers of a DER signature (`30 len 02 len r 02 len s`), each in 32 bytes, as WebCrypto wants them; null when it is not one. */
function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const r = numberAt(der, 2);
  const s = r && numberAt(der, r.end);
  if (!r || !s || s.end !== der.length) return null;
  const raw = new Uint8Array(NUMBER_BYTES * 2);
  raw.set(r.bytes, NUMBER_BYTES - r.bytes.length);
  raw.set(s.bytes, NUMBER_BYTES * 2 - s.bytes.length);
  return raw;
}

function numberAt(der: Uint8Array, at: number): { bytes: Uint8Array; end: number } | null {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== 0x02 || length === 0 || end > der.length) return null;
  let bytes = der.slice(at + 2, end);
  while (bytes.length > 1 && bytes[0] === 0) bytes = bytes.slice(1);
  return bytes.length > NUMBER_BYTES ? null : { bytes, end };
}
