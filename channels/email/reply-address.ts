import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { sameSecret, utf8 } from '../bytes.ts';

/** Bytes of the proof in an address: 80 bits, more than the 64 that guessing needs. */
const PROOF_BYTES = 10;
const ID_BYTES = 16;

/** RFC 4648, in lower case: mail programs may lower-case the part before the @, and it holds at most 64 characters. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** What an address is for; its first letter, so that one can never be read as the other. */
type Use = 'r' | 'b';

/** Where a recipient's reply goes: `r` and 42 characters at the domain whose mail reaches us. Takes a uuid; throws on any other id. */
export const replyAddress = (secret: string, recipientId: string, domain: string): Promise<string> =>
  signedAddress(secret, 'r', recipientId, domain);

/** The recipient a reply address was made for, or null when it is not ours. Case does not matter. */
export const readReplyAddress = (secret: string, address: string): Promise<string | null> =>
  readAddress(secret, 'r', address);

/** The envelope sender of one delivery, where a mail server sends it back when it cannot deliver it (VERP). */
export const bounceAddress = (secret: string, deliveryId: string, domain: string): Promise<string> =>
  signedAddress(secret, 'b', deliveryId, domain);

/** The delivery a bounce address was made for, or null when it is not ours. */
export const readBounceAddress = (secret: string, address: string): Promise<string | null> =>
  readAddress(secret, 'b', address);

async function signedAddress(secret: string, use: Use, id: string, domain: string): Promise<string> {
  return `${use}-${base32(uuidBytes(id))}${proof(secret, use, id)}@${domain.toLowerCase()}`;
}

async function readAddress(secret: string, use: Use, address: string): Promise<string | null> {
  const match = /^\s*<?([rb])-([a-z2-7]{26})([a-z2-7]{16})@[^@\s>]+>?\s*$/.exec(address.toLowerCase());
  const [, found, idPart, proofPart] = match ?? [];
  if (found !== use || idPart === undefined || proofPart === undefined) return null;
  const id = uuidOf(fromBase32(idPart));
  return sameSecret(proofPart, proof(secret, use, id)) ? id : null;
}

/** Worked out here and now: of a text this short the platform's own takes ten times as long, for it is sent to another thread. */
function proof(secret: string, use: Use, id: string): string {
  const mac = hmac(sha256, utf8(secret), utf8(`mail address ${use} ${id.toLowerCase()}`));
  return base32(mac.slice(0, PROOF_BYTES));
}

function uuidBytes(id: string): Uint8Array {
  const hex = id.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new TypeError('An address can carry only a uuid');
  return Uint8Array.from({ length: ID_BYTES }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

function uuidOf(bytes: readonly number[]): string {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fromBase32(text: string): number[] {
  const bits = [...text].map((char) => alphabet.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Array.from({ length: ID_BYTES }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
}
