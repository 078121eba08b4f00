import type { Db } from '../connect.ts';

/** Ends every session of somebody. Gives how many there were. */
export const endSessions = async (db: Db, userId: string): Promise<number> =>
  (await db`delete from session where user_id = ${userId}`).count;

/** Ends one session of somebody. True when it was theirs. */
export const endSession = async (db: Db, userId: string, id: string): Promise<boolean> =>
  (await db`delete from session where user_id = ${userId} and id = ${id}`).count > 0;

/** Notes that somebody came in. */
export const noteSeen = (db: Db, userId: string, at: Date) =>
  db`update "user" set last_seen_at = ${at} where id = ${userId}`;

/** Takes the second step of somebody away. True when there was one. */
export async function removeTwoStep(db: Db, userId: string, at: Date): Promise<boolean> {
  const gone = await db`delete from two_factor where user_id = ${userId}`;
  await db`update "user" set two_factor_enabled = false, updated_at = ${at} where id = ${userId}`;
  return gone.count > 0;
}

/** Sets the password of somebody, as the sign-in library hashes it, and whether they must change it. True when they have an account. */
export async function setPassword(
  db: Db,
  userId: string,
  { hash, mustChange, at }: { hash: string; mustChange: boolean; at: Date },
): Promise<boolean> {
  const done = await db`
    update "user" set must_change_password = ${mustChange}, updated_at = ${at} where id = ${userId}`;
  await db`
    update account set password = ${hash}, updated_at = ${at} where user_id = ${userId} and provider_id = 'credential'`;
  return done.count > 0;
}

/** Notes that somebody chose their own password. */
export const passwordChosen = (db: Db, userId: string) =>
  db`update "user" set must_change_password = false where id = ${userId}`;

/** Takes away what somebody may do and every way in. True when there is such an account. */
export async function closeAccount(db: Db, id: string, at: Date): Promise<boolean> {
  const done = await db`update "user" set role = '', updated_at = ${at} where id = ${id}`;
  await db`delete from account where user_id = ${id} and provider_id <> 'credential'`;
  await removeTwoStep(db, id, at);
  await endSessions(db, id);
  return done.count > 0;
}

export interface PendingAnswer {
  /** Hash of what the browser was given. */
  key: string;
  nonce: string;
  verifier: string;
  at: Date;
  expiresAt: Date;
}

const pendingPrefix = 'oidc:';

/** Keeps what the answer of a provider is checked with, and forgets whatever is too old. */
export const keepPending = (db: Db, { key, nonce, verifier, at, expiresAt }: PendingAnswer) => db`
  with forgotten as (delete from verification where expires_at < ${at})
  insert into verification (id, identifier, value, expires_at, created_at, updated_at)
  values (${pendingPrefix + key}, ${pendingPrefix + key}, ${JSON.stringify({ nonce, verifier })}, ${expiresAt}, ${at}, ${at})`;

/** Takes it, once. Null when there is none, or it is too late. */
export async function takePending(db: Db, key: string, now: Date): Promise<{ nonce: string; verifier: string } | null> {
  const [row] = await db<{ value: string; late: boolean }[]>`
    delete from verification where identifier = ${pendingPrefix + key} returning value, expires_at <= ${now} as late`;
  return row && !row.late ? (JSON.parse(row.value) as { nonce: string; verifier: string }) : null;
}

/** Ties somebody to what another system calls them. False when they are tied to another already. */
export async function linkSubject(
  db: Db,
  { id, userId, subject, at }: { id: string; userId: string; subject: string; at: Date },
): Promise<boolean> {
  const done = await db`
    insert into account (id, account_id, provider_id, user_id, created_at, updated_at)
    select ${id}, ${subject}, 'oidc', ${userId}, ${at}, ${at}
    where not exists (select from account where user_id = ${userId} and provider_id = 'oidc')`;
  return done.count > 0;
}
