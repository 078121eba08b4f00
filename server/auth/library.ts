import { betterAuth } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { z } from 'zod';
import { type Db, transaction } from '../../db/connect.ts';
import type { Env } from '../env.ts';
import type { Log } from '../log.ts';
import { authStore } from './store.ts';

export interface StaffAuthDeps {
  db: Db;
  env: Env;
  log: Log;
  clock: { now(): Date };
  newId(): string;
  randomBytes(n: number): Uint8Array<ArrayBuffer>;
}

/** How long a session lasts without being used, and how often using it makes it last longer, in seconds. */
const session = { expiresIn: 8 * 3600, updateAge: 15 * 60 };

/** Starts a session for somebody whom another system knows. For our own code only: it has no path. */
const enterPlugin = {
  id: 'enter',
  endpoints: {
    enter: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ userId: z.string() }) }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
      if (!user) throw new APIError('UNAUTHORIZED');
      const started = await ctx.context.internalAdapter.createSession(user.id, false, { way: 'provider' });
      await setSessionCookie(ctx, { session: started, user });
      return ctx.json({ ok: true });
    }),
  },
};

/** The sign-in library over our tables. None of its own paths is served: our routes call it. */
export function library({ db, env, log }: Pick<StaffAuthDeps, 'db' | 'env' | 'log'>) {
  return betterAuth({
    appName: 'Earshot',
    baseURL: env.publicUrl,
    secret: env.secret,
    telemetry: { enabled: false },
    logger: { log: (level, _message, error) => level === 'error' && log.error('sign_in_library', error) },
    database: authStore(db),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: { ...session, additionalFields: { way: { type: 'string', input: false, required: false } } },
    rateLimit: { enabled: false },
    plugins: [twoFactor({ issuer: 'Earshot' }), enterPlugin],
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        demo: { type: 'boolean', input: false },
        mustChangePassword: { type: 'boolean', input: false },
      },
    },
    advanced: {
      cookiePrefix: 'earshot',
      useSecureCookies: env.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { disableIpTracking: true },
    },
  });
}

export type Library = ReturnType<typeof library>;

/** The code of a refusal of the library, such as INVALID_CODE; null for a fault. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof APIError) || error.statusCode >= 500) return null;
  return typeof error.body?.code === 'string' ? error.body.code : 'REFUSED';
}

/**
 * Runs work of the library in one transaction with what we write beside it. A refusal of the library keeps what it wrote, for
 * it counts wrong tries; whatever else is thrown undoes all.
 */
export async function inOne<T>(deps: StaffAuthDeps, work: (auth: Library, tx: Db) => Promise<T>): Promise<T> {
  const done = await transaction<{ value: T } | { refusal: unknown }>(deps.db, async (tx) => {
    try {
      return { value: await work(library({ ...deps, db: tx }), tx) };
    } catch (error) {
      if (refusalOf(error) === null) throw error;
      return { refusal: error };
    }
  });
  if ('refusal' in done) throw done.refusal;
  return done.value;
}
