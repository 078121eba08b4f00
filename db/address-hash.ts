import type { Db } from './connect.ts';

/**
 * The keyed hash of a number or an email address, by which a suppression is known when the address itself is gone.
 * HMAC-SHA256 (RFC 2104) under a key made of the installation's secret; in JavaScript for one address, in SQL for a table of them.
 */
export interface AddressKeys {
  key: Uint8Array<ArrayBuffer>;
  /** The key padded to the 64 bytes of a block and marked, in hexadecimal, as the two hashes of HMAC need it. */
  inner: string;
  outer: string;
}

const blockBytes = 64;
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The keys for an installation's secret. */
export async function addressKeys(secret: string): Promise<AddressKeys> {
  const key = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`suppressions ${secret}`)));
  const marked = (mark: number) => hex(Uint8Array.from({ length: blockBytes }, (_, at) => (key[at] ?? 0) ^ mark));
  return { key, inner: marked(0x36), outer: marked(0x5c) };
}

/** The hash of one E.164 number or email address; capitals do not matter. */
export async function addressHash({ key }: AddressKeys, address: string): Promise<string> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const text = new TextEncoder().encode(address.trim().toLowerCase());
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, text)));
}

/** The same within a statement: `column` is a fragment that names an address. */
export const addressHashOf = (db: Db, { inner, outer }: AddressKeys, column: ReturnType<Db>) => db`
  encode(sha256(decode(${outer}, 'hex') || sha256(decode(${inner}, 'hex') || convert_to(lower(btrim(${column})), 'UTF8'))), 'hex')`;
