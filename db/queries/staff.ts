import type { Db } from '../connect.ts';

/** An API key that may be used now, by the hash of its secret. */
export async function bearerKey(db: Db, hash: string, now: Date) {
  const [key] = await db<{ id: string; name: string; scopes: string[] }[]>`
    select id, name, scopes from api_keys
    where hash = ${hash} and revoked_at is null and (expires_at is null or expires_at > ${now})`;
  return key ?? null;
}

export interface Account {
  id: string;
  name: string;
  email: string;
  roles: string[];
  demo: boolean;
  twoStep: boolean;
  linked: boolean;
  mustChangePassword: boolean;
  readsFreeText: boolean;
  seesProfiles: boolean;
  lastSeenAt: Date | null;
}

/** Every member of staff, by name. */
export const accounts = (db: Db) => db<Account[]>`
  select u.id, u.name, u.email, coalesce(string_to_array(nullif(u.role, ''), ','), '{}') as roles, u.demo,
    u.two_factor_enabled as two_step, u.must_change_password, u.reads_free_text, u.sees_profiles,
    exists (select from account a where a.user_id = u.id and a.provider_id = 'oidc') as linked,
    greatest(u.last_seen_at, (select max(s.updated_at) from session s where s.user_id = u.id)) as last_seen_at
  from "user" u order by u.name, u.id`;

export interface KeyRow {
  id: string;
  name: string;
  scopes: string[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** Every API key, newest first; never its hash. */
export const apiKeys = (db: Db) => db<KeyRow[]>`
  select id, name, scopes, created_by, created_at, last_used_at, expires_at, revoked_at from api_keys order by created_at desc, id`;

/** What a member of staff has that ends or passes on when they are removed; null when there is no such account. */
export async function leavingOf(db: Db, id: string, now: Date) {
  const [row] = await db<{ sessions: number; keys: string[]; administrators: string[] }[]>`
    select (select count(*)::int from session where user_id = u.id and expires_at > ${now}) as sessions,
      array(select k.name from api_keys k
        where k.created_by_id = u.id and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})
        order by k.name) as keys,
      array(select o.name from "user" o
        where o.id <> u.id and 'administrator' = any(string_to_array(o.role, ',')) order by o.name) as administrators
    from "user" u where u.id = ${id}`;
  return row ?? null;
}

/** True when an account is the only one of an administrator. Takes a lock, so that two who step down at once do not both. */
export async function isLastAdministrator(db: Db, id: string): Promise<boolean> {
  const rows = await db<{ id: string }[]>`
    select id from "user" where 'administrator' = any(string_to_array(role, ',')) order by id for update`;
  return rows.length === 1 && rows[0]?.id === id;
}

/** Whether somebody may search what residents wrote in their own words. */
export async function readsFreeText(db: Db, userId: string): Promise<boolean> {
  const [row] = await db<{ reads: boolean }[]>`select reads_free_text as reads from "user" where id = ${userId}`;
  return row?.reads ?? false;
}
