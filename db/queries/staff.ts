import type { Db } from '../connect.ts';

/** An API key that may be used, by the hash of its secret. */
export async function bearerKey(db: Db, hash: string) {
  const [key] = await db<{ id: string; name: string; scopes: string[] }[]>`
    select id, name, scopes from api_keys where hash = ${hash} and revoked_at is null`;
  return key ?? null;
}

/** A member of staff by email address, whatever its capitals. */
export async function staffMember(db: Db, email: string) {
  const [member] = await db<{ id: string; demo: boolean }[]>`
    select id, demo from "user" where email = ${email.toLowerCase()}`;
  return member ?? null;
}

export interface Account {
  id: string;
  name: string;
  email: string;
  roles: string[];
  demo: boolean;
  readsFreeText: boolean;
  lastSeenAt: Date | null;
}

/** Every member of staff, by name. */
export const accounts = (db: Db) => db<Account[]>`
  select u.id, u.name, u.email, string_to_array(u.role, ',') as roles, u.demo, u.reads_free_text,
    (select max(s.updated_at) from session s where s.user_id = u.id) as last_seen_at
  from "user" u order by u.name, u.id`;

export interface KeyRow {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** Every API key, newest first; never its hash. */
export const apiKeys = (db: Db) => db<KeyRow[]>`
  select id, name, scopes, created_at, last_used_at, revoked_at from api_keys order by created_at desc, id`;

/** Whether somebody may search what residents wrote in their own words. */
export async function readsFreeText(db: Db, userId: string): Promise<boolean> {
  const [row] = await db<{ reads: boolean }[]>`select reads_free_text as reads from "user" where id = ${userId}`;
  return row?.reads ?? false;
}
