import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Db } from '../../db/connect.ts';
import { staffMember } from '../../db/queries/staff.ts';
import { type Actor, type Role, roles } from '../actor.ts';
import { type Env, isLocal } from '../env.ts';
import type { Log } from '../log.ts';
import { problems } from '../problem.ts';
import type { Credentials } from './auth.ts';
import { sha256 } from './hash.ts';
import { limited } from './limits.ts';
import { authStore } from './store.ts';

export interface StaffAuthDeps {
  db: Db;
  env: Env;
  log: Log;
  clock: { now(): Date };
}

/** How long a session lasts without being used, and how often using it makes it last longer, in seconds. */
const session = { expiresIn: 8 * 3600, updateAge: 15 * 60 };

function library({ db, env, log }: StaffAuthDeps) {
  return betterAuth({
    baseURL: env.publicUrl,
    secret: env.secret,
    telemetry: { enabled: false },
    logger: { log: (level, _message, error) => level === 'error' && log.error('sign_in_library', error) },
    database: authStore(db),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session,
    rateLimit: { enabled: false },
    user: { additionalFields: { role: { type: 'string', input: false }, demo: { type: 'boolean', input: false } } },
    advanced: {
      cookiePrefix: 'earshot',
      useSecureCookies: env.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { disableIpTracking: true },
    },
  });
}

const isWrong = (error: unknown) => error instanceof APIError && error.statusCode < 500;

const rolesOf = (role: string): Role[] => roles.filter((one) => role.split(',').includes(one));

/** Staff by password and session cookie. Built when first needed: most requests of a resident never do. */
export function staffAuth(deps: StaffAuthDeps) {
  let made: ReturnType<typeof library> | undefined;
  const auth = () => {
    made ??= library(deps);
    return made;
  };
  const mayDemo = isLocal(deps.env.publicUrl);

  async function tryPassword({ email, password }: Credentials, headers: Headers): Promise<Headers> {
    const member = await staffMember(deps.db, email);
    if (member?.demo && !mayDemo) throw problems.demoAccount();
    try {
      return (await auth().api.signInEmail({ body: { email, password }, headers, returnHeaders: true })).headers;
    } catch (error) {
      if (isWrong(error)) throw problems.wrongSignIn();
      throw error;
    }
  }

  return {
    async actor(headers: Headers): Promise<Actor | null> {
      if (!headers.get('cookie')?.includes('earshot.')) return null;
      const found = await auth().api.getSession({ headers });
      if (!found || (found.user.demo && !mayDemo)) return null;
      return { kind: 'staff', id: found.user.id, name: found.user.name, roles: rolesOf(String(found.user.role)) };
    },
    async signIn(credentials: Credentials, headers: Headers, address: string): Promise<Headers> {
      const account = await sha256(credentials.email.toLowerCase());
      return limited(deps.db, { address, account }, deps.clock.now(), () => tryPassword(credentials, headers));
    },
    signOut: async (headers: Headers) => (await auth().api.signOut({ headers, returnHeaders: true })).headers,
    async changePassword(headers: Headers, { current, next }: { current: string; next: string }): Promise<Headers> {
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      try {
        return (await auth().api.changePassword({ body, headers, returnHeaders: true })).headers;
      } catch (error) {
        if (isWrong(error)) throw problems.wrongPassword();
        throw error;
      }
    },
  };
}
