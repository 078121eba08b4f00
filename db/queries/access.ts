import type { Db } from '../connect.ts';

/** What decides whether and how a member of staff may sign in. */
export interface Standing {
  id: string;
  name: string;
  roles: string[];
  demo: boolean;
  /** They can sign in by the organisation's own accounts. */
  linked: boolean;
  /** Nobody else may change who may do what. */
  lastAdministrator: boolean;
  /** The landlord lets people sign in by password. */
  passwordSignIn: boolean;
}

const standing = (db: Db) => db`
  select u.id, u.name, u.demo, string_to_array(nullif(u.role, ''), ',') as roles,
    exists (select from account a where a.user_id = u.id and a.provider_id = 'oidc') as linked,
    'administrator' = any(string_to_array(u.role, ',')) and not exists (select from "user" o where o.id <> u.id and 'administrator' = any(string_to_array(o.role, ','))) as last_administrator,
    coalesce((select password_sign_in from landlord), true) as password_sign_in
  from "user" u`;

const first = (rows: readonly (Omit<Standing, 'roles'> & { roles: string[] | null })[]): Standing | null =>
  rows[0] ? { ...rows[0], roles: rows[0].roles ?? [] } : null;

/** A member of staff by email address, whatever its capitals. */
export const staffByEmail = async (db: Db, email: string): Promise<Standing | null> =>
  first(await db`${standing(db)} where u.email = ${email.toLowerCase()}`);

/** A member of staff by what another system calls them. */
export const staffBySubject = async (db: Db, subject: string): Promise<Standing | null> =>
  first(
    await db`${standing(db)} where u.id = (select user_id from account where provider_id = 'oidc' and account_id = ${subject})`,
  );

/** Whether the landlord asks a second step of everybody. */
export async function requiresTwoStep(db: Db): Promise<boolean> {
  const [row] = await db<{ required: boolean }[]>`select require_two_step as required from landlord`;
  return row?.required ?? false;
}

/** Names that no password may lean on: the person's own, their address, the landlord's. */
export async function namesAround(db: Db, userId: string): Promise<string[]> {
  const [row] = await db<{ names: (string | null)[] }[]>`
    select array[u.name, split_part(u.email, '@', 1), l.name, l.short_name] as names
    from "user" u left join landlord l on true where u.id = ${userId}`;
  return (row?.names ?? []).filter((name) => name !== null);
}

export interface SessionRow {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  here: boolean;
}

/** Most sessions shown of one person. */
const mostSessions = 100;

/** The live sessions of a person, the newest used first. Takes the session that asks. */
export const liveSessions = (db: Db, userId: string, hereId: string, now: Date) => db<SessionRow[]>`
  select id, user_agent, created_at, updated_at as last_seen_at, id = ${hereId} as here
  from session where user_id = ${userId} and expires_at > ${now}
  order by id = ${hereId} desc, updated_at desc limit ${mostSessions}`;

/** What a member of staff is called. */
export async function staffName(db: Db, id: string): Promise<string> {
  const [row] = await db<{ name: string }[]>`select name from "user" where id = ${id}`;
  return row?.name ?? '';
}
