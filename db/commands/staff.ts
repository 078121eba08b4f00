import type { Db } from '../connect.ts';

export interface NewAccount {
  id: string;
  name: string;
  email: string;
  roles: readonly string[];
  /** As the sign-in library hashes it. */
  passwordHash: string;
  demo: boolean;
  /** Somebody else chose the password. */
  mustChange: boolean;
  at: Date;
}

/** Makes an account with a password. A second one with the same email address violates a key. */
export async function insertAccount(db: Db, account: NewAccount): Promise<void> {
  const { id, name, email, roles, passwordHash, demo, mustChange, at } = account;
  await db`
    insert into "user" (id, name, email, email_verified, role, demo, must_change_password, created_at, updated_at)
    values (${id}, ${name}, ${email.toLowerCase()}, true, ${roles.join(',')}, ${demo}, ${mustChange}, ${at}, ${at})`;
  await db`
    insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
    values (${id}, ${id}, 'credential', ${id}, ${passwordHash}, ${at}, ${at})`;
}

/** Sets what somebody may do and ends their sessions. True when there is such an account. */
export async function setRoles(db: Db, id: string, roles: readonly string[], at: Date): Promise<boolean> {
  const done = await db`update "user" set role = ${roles.join(',')}, updated_at = ${at} where id = ${id}`;
  await db`delete from session where user_id = ${id}`;
  return done.count > 0;
}

/** What no role has, and an administrator gives to one person; what is left out stays as it is. */
export interface Grants {
  /** May read what residents wrote in their own words, and see the photos they sent. */
  readsFreeText?: boolean | undefined;
  /** May see what residents say of themselves. */
  seesProfiles?: boolean | undefined;
}

/** Gives or takes grants. True when there is such an account. */
export const saveGrants = async (db: Db, id: string, { readsFreeText, seesProfiles }: Grants, at: Date) =>
  (
    await db`
      update "user" set reads_free_text = coalesce(${readsFreeText ?? null}, reads_free_text),
        sees_profiles = coalesce(${seesProfiles ?? null}, sees_profiles), updated_at = ${at}
      where id = ${id}`
  ).count > 0;

export interface NewApiKey {
  id: string;
  name: string;
  hash: string;
  scopes: readonly string[];
  createdBy: string;
  createdById: string;
  expiresAt: Date | null;
  at: Date;
}

export const insertKey = (db: Db, key: NewApiKey) => db`
  insert into api_keys (id, name, hash, scopes, created_by, created_by_id, created_at, expires_at)
  values (${key.id}, ${key.name}, ${key.hash}, ${key.scopes}, ${key.createdBy}, ${key.createdById}, ${key.at}, ${key.expiresAt})`;

/** Takes a key out of use at once. True when it was in use. */
export const revokeKey = async (db: Db, id: string, at: Date): Promise<boolean> =>
  (await db`update api_keys set revoked_at = ${at} where id = ${id} and revoked_at is null`).count > 0;

/** Notes when a key was last used, at most once a minute: a busy key must not write a row a request. */
export const keyUsed = (db: Db, id: string, at: Date) => db`
  update api_keys set last_used_at = ${at}
  where id = ${id} and (last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 minute')`;
