import { keyUsed } from '../../db/commands/staff.ts';
import type { Db } from '../../db/connect.ts';
import { bearerKey } from '../../db/queries/staff.ts';
import type { Actor } from '../actor.ts';
import { sha256 } from './hash.ts';

const prefix = 'ek_';
/** Random bytes of a key: 256 bits. */
const keyBytes = 32;

/** A new API key and the hash that is kept of it; the key itself is shown once and never stored. */
export async function newKey(randomBytes: (n: number) => Uint8Array): Promise<{ secret: string; hash: string }> {
  const letters = btoa(String.fromCharCode(...randomBytes(keyBytes)));
  const secret = prefix + letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return { secret, hash: await sha256(secret) };
}

/** The key of `Authorization: Bearer`, if a request has one. */
export function bearerOf(request: Request): string | null {
  const [, key] = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  return key ?? null;
}

/** The program a key belongs to; null for a key that is unknown, revoked or past its day. Notes that it was used. */
export async function keyActor(db: Db, secret: string, now: Date): Promise<Actor | null> {
  if (!secret.startsWith(prefix)) return null;
  const key = await bearerKey(db, await sha256(secret), now);
  if (!key) return null;
  await keyUsed(db, key.id, now);
  return { kind: 'key', id: key.id, name: key.name, scopes: key.scopes };
}
